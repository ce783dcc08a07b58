package org.throughline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.feed.Profiles;
import org.throughline.feed.SourceProfile;
import org.throughline.figure.FindingLevel;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/** Ordinary months raise no alarm: a check that cries each month is switched off soon. */
class OrdinaryDataTest {
  private static final YearMonth LAST = SimulationSettings.DEFAULT_LAST_MONTH;
  private static final Path PROFILES = Path.of("../sample-data/profiles");

  @TempDir Path folder;

  @Test
  void theShippedSampleHasNoFinding() throws IOException {
    Path feeds = Path.of("../sample-data/feeds");
    for (int back : List.of(0, 1, 2)) {
      FeedsInMemory read = new FeedsInMemory();
      for (String source : List.of("canonical", "harbor")) {
        read.folder(feeds.resolve(source), Profiles.find(source, PROFILES), LAST.minusMonths(back));
      }
      assertThat(read.check(LAST.minusMonths(back), CheckRules.shipped())).isEmpty();
    }
  }

  @Test
  void simulatedProgramsWithoutFaultsHaveHardlyAny() throws IOException {
    List<Found> found = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      int clients = seed % 2 == 0 ? 60 : 250;
      for (int back = 0; back <= 2; back += 2) {
        found.addAll(
            read(program(clients, seed), back).check(LAST.minusMonths(back), CheckRules.shipped()));
      }
    }
    assertThat(found).noneMatch(one -> one.level() == FindingLevel.STOP);
    assertThat(found).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void andOfSuchAProgramAMissingSiteIsFound() throws IOException {
    Path feeds = program(250, 3);
    assertThat(read(feeds, 0).check(LAST, CheckRules.shipped())).isEmpty();
    Path month = feeds.resolve(LAST.toString());
    Predicate<Path> north = file -> file.getFileName().toString().contains("north");
    try (Stream<Path> files = Files.list(month)) {
      for (Path file : files.filter(north).toList()) {
        Files.delete(file);
      }
    }
    assertThat(read(feeds, 0).check(LAST, CheckRules.shipped()))
        .singleElement()
        .extracting(Found::name)
        .isEqualTo("missing-site:north");
  }

  private Path program(int clients, int seed) throws IOException {
    Path feeds = folder.resolve("feeds-" + clients + "-" + seed);
    if (!Files.exists(feeds)) {
      Simulation.run(
          SimulationSettings.of(clients, 16, seed, feeds)
              .withDirt(SimulationSettings.Dirt.NONE)
              .withPacking(SimulationSettings.Packing.PLAIN));
    }
    return feeds;
  }

  private static FeedsInMemory read(Path feeds, int back) throws IOException {
    return new FeedsInMemory().folder(feeds, SourceProfile.canonical(), LAST.minusMonths(back));
  }

  @Test
  void theRealFeedsAreNeverStopped() throws IOException {
    Path feeds =
        Path.of(Optional.ofNullable(System.getenv("THROUGHLINE_SHARED")).orElse("../../shared"))
            .resolve("real/ctn-0027");
    assumeThat(Files.isDirectory(feeds)).as("real feeds beside the checkout").isTrue();
    FeedsInMemory read = new FeedsInMemory();
    for (String feed : List.of("attendance", "checkins", "episodes", "relapses")) {
      read.file(
          feeds.resolve(feed + ".csv.gz"),
          Profiles.find("ctn", PROFILES),
          LocalDate.of(2012, 12, 31));
    }
    List<Found> found = new ArrayList<>();
    for (YearMonth month = YearMonth.of(2009, 7);
        !month.isAfter(YearMonth.of(2011, 12));
        month = month.plusMonths(1)) {
      found.addAll(read.check(month, CheckRules.shipped()));
    }
    assertThat(found).noneMatch(one -> one.level() == FindingLevel.STOP);
    // 30 months, 15 sites and 3 feeds with rows
    assertThat(found).hasSizeLessThanOrEqualTo(6);
  }
}
