package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Mean days in care on the six clients. */
class DaysInCareTest {

  /**
   * Nobody is censored by day 90, so it is the plain mean of 40, 20, 70 and three times 90, and its
   * variance the plain one: squared residuals 6400/9 + 19600/9 + 100/9 + 3·4900/9 = 40800/9, over
   * 36.
   */
  @Test
  void isThePlainMeanWhereNobodyIsCensored() {
    Result.Duration mean = Worked.time("days_in_care", 90, Slice.OVERALL);
    assertThat(mean.value()).isCloseTo(400.0 / 6, within(EXACT));
    assertThat(mean.episodes()).isEqualTo(6);
    double error = Math.sqrt(40800.0 / 9 / 36);
    assertThat(Worked.time("days_in_care_se", 90, Slice.OVERALL).value())
        .isCloseTo(error, within(EXACT));
    Interval interval = mean.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(400.0 / 6 - 1.959963984540054 * error, within(1e-10));
    assertThat(interval.high()).isCloseTo(400.0 / 6 + 1.959963984540054 * error, within(1e-10));
  }

  @Test
  void countsTheDaysUpToTheLandmarkInItsGroups() {
    // clients 4 and 5 had no contact by day 30 and stayed beyond day 90
    Result.Duration none = Worked.time("days_in_care", 90, Slice.ofFamily("none"));
    assertThat(none.value()).isCloseTo(90, within(EXACT));
    assertThat(none.interval()).contains(new Interval(90, 90));
    // clients 1 (to day 40) and 6
    assertThat(Worked.time("days_in_care", 90, Slice.ofFamily("some")).value())
        .isCloseTo(65, within(EXACT));
  }

  @Test
  void isNotKnownBeyondTheRetentionCutUnlessAllHadLeft() {
    assertThat(Worked.of("days_in_care", 180, Slice.OVERALL))
        .isInstanceOf(Result.Unavailable.class);
    // client 3 was alone and left on day 70: the area is known whatever the day
    assertThat(Worked.time("days_in_care", 180, Slice.ofFamily("regular")).value())
        .isCloseTo(70, within(EXACT));
  }
}
