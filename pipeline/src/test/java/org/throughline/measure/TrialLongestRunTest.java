package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Longest runs as trials count them. */
class TrialLongestRunTest {

  /**
   * Weeks 1 to 12, observed: 0, –, 4, 4, 2, –. Worst 0, 0, 4, 2, 2, 0; best 6, 12, 12, 12, 7, 12.
   */
  @Test
  void passesMissingWeeksOver() {
    Result.Duration mean = Worked.time("trial_longest_run_mean", 12, Slice.OVERALL);
    assertThat(mean.value()).isCloseTo(10.0 / 4, within(EXACT));
    assertThat(mean.episodes()).isEqualTo(4);
    assertThat(mean.bounds().orElseThrow().low()).isCloseTo(8.0 / 6, within(EXACT));
    assertThat(mean.bounds().orElseThrow().high()).isCloseTo(61.0 / 6, within(EXACT));
    assertThat(Worked.time("trial_longest_run_median", 12, Slice.OVERALL).value()).isEqualTo(3);
    assertThat(Worked.figure("trial_longest_run_mean", OptionalInt.of(24), Slice.OVERALL).rule())
        .isEqualTo("observed");
  }

  /** In 24 weeks client 4 adds week 14: 0, –, 4, 5, 2 and client 6, seen to use, 0. */
  @Test
  void goesOnTo24Weeks() {
    assertThat(Worked.time("trial_longest_run_mean", 24, Slice.OVERALL).value())
        .isCloseTo(11.0 / 5, within(EXACT));
  }
}
