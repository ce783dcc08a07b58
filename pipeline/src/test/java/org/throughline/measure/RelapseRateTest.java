package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.PoissonRate;

/** Relapses over time in care, on the six clients. */
class RelapseRateTest {

  /**
   * Relapses in care: client 1 on day 40, client 5 on day 95 (the record from day 99 on touches it,
   * the lapse is none). Days in care: 40 + 20 + 70 + 100 + 150 + 150 = 530.
   */
  @Test
  void countsTouchingRecordsOnceAndNoLapse() {
    Result.Rate rate = (Result.Rate) Worked.of("relapse_rate", Slice.OVERALL);
    assertThat(rate.events()).isEqualTo(2);
    assertThat(rate.days()).isEqualTo(530);
    assertThat(rate.value()).isCloseTo(2 * 3043.75 / 530, within(1e-10));
    // clients differ less than chance lets them (the ratio is 0.868), so the design effect is 1
    assertThat(rate.interval()).isEqualTo(PoissonRate.interval(2, 530 / 3043.75, 1));
  }

  @Test
  void groupsDaysAndRelapsesByTheDay() {
    Result.Rate involved = (Result.Rate) Worked.of("relapse_rate", Slice.ofFamily("involved"));
    assertThat(involved.events()).isEqualTo(1);
    assertThat(involved.days()).isEqualTo(31 + 66 + 41 + 150);
    Result.Rate notYet =
        (Result.Rate) Worked.of("relapse_rate", Slice.ofTierAndFamily("OP", "not_yet"));
    assertThat(notYet.events()).isEqualTo(1);
    assertThat(notYet.days()).isEqualTo(9 + 20 + 150);
  }
}
