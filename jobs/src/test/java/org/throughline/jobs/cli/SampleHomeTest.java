package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.canaries.Canaries;

/**
 * The shipped sample's full run leaves no identifier of anybody in its home, whatever the format,
 * nor on the terminal; the same search finds them in the feeds.
 */
class SampleHomeTest {
  private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();

  /** Ids of clients, episodes and rows in the sample: C000042, N000042-1, SH000004-1-12. */
  private static final Pattern ID = Pattern.compile("[A-Z]{1,2}[0-9]{6}(-[0-9]+)*");

  @TempDir Path home;

  @Test
  void holdsNoIdentifier() throws IOException {
    Path feeds = CLONE.resolve("sample-data").resolve("feeds");
    Set<String> ids = Canaries.words(feeds, ID);
    Canaries canaries = new Canaries(ids);
    Map<Path, Integer> incoming = canaries.under(feeds);

    Session session = new Session(Map.of(), Optional.of(CLONE));
    assertThat(session.run("sample", "--home", home.toString())).as(session.err()).isZero();

    assertThat(ids).hasSizeGreaterThan(10_000).contains("C000042", "N000042-1");
    assertThat(incoming.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(100_000);
    assertThat(canaries.under(home)).isEmpty();
    assertThat(canaries.in(session.out()) + canaries.in(session.err())).isZero();
    System.out.printf(
        "Canaries and identifiers: %d in %d feed files, none in %s%n",
        incoming.values().stream().mapToInt(Integer::intValue).sum(),
        incoming.size(),
        "the home, the log and the console");
  }
}
