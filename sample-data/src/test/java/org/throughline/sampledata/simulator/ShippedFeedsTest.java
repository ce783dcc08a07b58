package org.throughline.sampledata.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped feeds are what the simulator writes, byte for byte once unpacked. (Packed bytes may
 * differ with the zlib that a Java runtime links to.)
 *
 * <p>After a wanted change: remove {@code sample-data/feeds}, then {@code mvn -pl sample-data test
 * -Dtest=ShippedFeedsTest -Dthroughline.renew-feeds=yes}.
 */
class ShippedFeedsTest {

  static final Path FEEDS = Path.of("feeds");

  @TempDir Path scratch;

  @BeforeAll
  static void renewWhereAsked() throws IOException {
    if (System.getProperty("throughline.renew-feeds") != null) {
      Simulation.run(SampleFeeds.settings(FEEDS));
    }
  }

  @Test
  void areWhatTheSimulatorWrites() throws IOException {
    Simulation.run(SampleFeeds.settings(scratch));
    List<Path> fresh = DeliveredRow.files(scratch).stream().map(scratch::relativize).toList();
    assertThat(DeliveredRow.files(FEEDS).stream().map(FEEDS::relativize)).isEqualTo(fresh);
    for (Path file : fresh) {
      assertThat(DeliveredRow.bytes(FEEDS.resolve(file)))
          .as(file.toString())
          .isEqualTo(DeliveredRow.bytes(scratch.resolve(file)));
    }
    assertThat(Files.readString(FEEDS.resolve(Simulation.TRUTH_FILE), UTF_8))
        .isEqualTo(Files.readString(scratch.resolve(Simulation.TRUTH_FILE), UTF_8));
  }

  @Test
  void holdEveryFeedOfEverySiteInEachOf24Months() throws IOException {
    assertThat(DeliveredRow.files(FEEDS)).hasSize(24 * 3 * 5);
    assertThat(FEEDS.resolve("canonical/2025-05/attendance-north-2025-05.csv.gz")).isRegularFile();
    assertThat(FEEDS.resolve("canonical/2023-07/episodes-south-2023-07.csv")).isRegularFile();
    assertThat(FEEDS.resolve("harbor/2025-06/checkins-harbor-2025-06.csv.gz")).isRegularFile();
  }

  @Test
  void staySmallEnoughToShip() throws IOException {
    long bytes = 0;
    for (Path file : DeliveredRow.files(FEEDS)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(2_500_000);
  }
}
