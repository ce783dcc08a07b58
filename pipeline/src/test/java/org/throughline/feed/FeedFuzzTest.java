package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.feed.FeedFuzz.Mutator;
import org.throughline.feed.FeedFuzz.Outcome;

/**
 * Feeds that nobody would write. A few seconds in each build; {@code -Pfuzz} takes a quarter of an
 * hour, or {@code -Dfuzz.seconds}. A case that fails is written to {@code target/fuzz} with its
 * seed; {@code -Dfuzz.seed} begins there.
 */
class FeedFuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 15);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final Duration CASE_LIMIT = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void nothingBreaksTheReader() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    FeedFuzz fuzz = new FeedFuzz(folder.resolve("export.csv"));
    FeedFuzz named = new FeedFuzz(folder.resolve("checkins.csv"));
    ExecutorService worker = Executors.newSingleThreadExecutor();
    long cases = 0;
    long slowest = 0;
    try {
      for (long seed = SEED; System.nanoTime() < end; seed++) {
        Mutator mutator = new Mutator(seed, FeedFuzz.seeds());
        for (int i = 0; i < 1_000 && System.nanoTime() < end; i++) {
          byte[] bytes = mutator.next();
          SourceProfile profile = mutator.profile();
          long chunk = mutator.chunkBytes();
          FeedFuzz one = i % 4 == 0 ? named : fuzz;
          long start = System.nanoTime();
          Outcome outcome =
              worker
                  .submit(() -> kept(one, bytes, profile, chunk))
                  .get(CASE_LIMIT.toSeconds(), TimeUnit.SECONDS);
          slowest = Math.max(slowest, System.nanoTime() - start);
          outcomes.merge(outcome, 1L, Long::sum);
          cases++;
        }
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("seed about " + SEED + ", case " + cases + "; see target/fuzz", e);
    } finally {
      worker.shutdownNow();
    }
    System.out.printf(
        Locale.ROOT,
        "fuzz: %,d cases from seed %d, slowest %.0f ms, %s%n",
        cases,
        SEED,
        slowest / 1e6,
        outcomes);
    assertThat(outcomes).as("every way out was met").hasSize(Outcome.values().length);
    assertThat(cases).isGreaterThan(SECONDS * 20);
  }

  private static Outcome kept(FeedFuzz fuzz, byte[] bytes, SourceProfile profile, long chunk)
      throws IOException {
    try {
      return fuzz.check(bytes, profile, chunk);
    } catch (IOException | RuntimeException | AssertionError e) {
      Path kept = Files.createDirectories(Path.of("target", "fuzz"));
      String name = profile.name() + "-" + chunk + "-" + HexFormat.of().toHexDigits(e.hashCode());
      Files.write(kept.resolve(name), bytes);
      throw e;
    }
  }
}
