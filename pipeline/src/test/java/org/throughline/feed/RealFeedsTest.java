package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real feeds of CTN-0027, where they lie beside the checkout. */
class RealFeedsTest {
  private static final Path FEEDS =
      Path.of(Optional.ofNullable(System.getenv("THROUGHLINE_SHARED")).orElse("../../shared"))
          .resolve("real/ctn-0027");

  private static final SourceProfile CTN =
      SourceProfile.parse(
          """
          name: ctn
          description: Public feeds of NIDA CTN protocol 0027.
          feeds:
            episodes:
              codes: {discharge_reason: {dropout: left, moved: other}}
          """,
          "ctn.yml");

  @ParameterizedTest
  @CsvSource({"episodes,1269", "attendance,22176", "checkins,200503", "relapses,254"})
  void everyRowIsTaken(String feed, int rows) throws IOException {
    Path file = FEEDS.resolve(feed + ".csv.gz");
    assumeThat(Files.exists(file)).as("real feeds beside the checkout").isTrue();
    Collected all = Collected.file(file, CTN);
    assertThat(all.rejections).isEmpty();
    assertThat(all.blanked).isEmpty();
    assertThat(all.read).isEqualTo(rows);
    assertThat(all.rows).hasSize(rows);
    Set<Long> keys = all.rows.stream().map(Collected.Row::key).collect(Collectors.toSet());
    assertThat(keys).hasSize(rows);
    assertThat(all.rows.get(rows - 1).line()).isEqualTo(rows + 1);
    if (all.feed != Feed.EPISODES) {
      Set<Long> known = new HashSet<>();
      Collected.file(FEEDS.resolve("episodes.csv.gz"), CTN)
          .rows
          .forEach(row -> known.add(row.key()));
      assertThat(all.rows).allMatch(row -> known.contains(row.episode()));
    }
  }
}
