package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Longest runs on the six clients. */
class LongestRunTest {

  /**
   * Weeks 1 to 12, clients 1 to 6: ooooo+oooooo, oooooooooooo, ----oooooooo, --o--ooooooo,
   * --+o*ooooooo, oooooooooooo. Worst 0, 0, 4, 2, 2, 0; observed 0, –, 4, 4, 2, –; best 6, 12, 12,
   * 12, 7, 12.
   */
  @Test
  void meanByEachRule() {
    Result.Duration mean = Worked.time("longest_run_mean", 12, Slice.OVERALL);
    assertThat(mean.value()).isCloseTo(8.0 / 6, within(EXACT));
    assertThat(mean.episodes()).isEqualTo(6);
    assertThat(mean.bounds().orElseThrow().low()).isCloseTo(10.0 / 4, within(EXACT));
    assertThat(mean.bounds().orElseThrow().high()).isCloseTo(61.0 / 6, within(EXACT));
    // variance (24 − 64/6)/5 = 8/3, standard error 2/3, t of 5 degrees 2.570582
    assertThat(mean.interval().orElseThrow().low()).isZero();
    assertThat(mean.interval().orElseThrow().high())
        .isCloseTo(8.0 / 6 + 2.0 / 3 * 2.5705818356363146, within(1e-10));
  }

  @Test
  void medianByEachRule() {
    Result.Duration median = Worked.time("longest_run_median", 12, Slice.OVERALL);
    assertThat(median.value()).isEqualTo(1);
    assertThat(median.bounds().orElseThrow().low()).isEqualTo(3);
    assertThat(median.bounds().orElseThrow().high()).isEqualTo(12);
    // of six, only the ends hold the median in 95 % of samples: 62 of 64
    assertThat(median.interval()).contains(new Interval(0, 4));
    assertThat(Worked.time("longest_run_median", 12, Slice.ofTier("OP")).interval()).isEmpty();
  }

  @Test
  void landmarkGroupsHaveTheWeeksAfterTheLandmark() {
    // clients 4 and 5, weeks 6 to 12: nothing was seen
    Result.Duration none = Worked.time("longest_run_mean", 12, Slice.ofFamily("none"));
    assertThat(none.value()).isZero();
    assertThat(none.interval()).isEmpty();
    assertThat(none.bounds().orElseThrow().high()).isEqualTo(7);
  }

  @Test
  void waitsForTheWeeksToBeOver() {
    assertThat(Worked.of("longest_run_mean", 26, Slice.OVERALL))
        .isInstanceOf(Result.Unavailable.class);
  }
}
