package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Abstinent days on the six clients. */
class AbstinentDaysTest {

  /**
   * Days with a sign: client 3 four, all sober; client 4 four, all sober; client 5 six, of them 17
   * and 33 of use and 96 inside a relapse. Day 155 is after the retention cut.
   */
  @Test
  void turnsDaysInsideARelapseIntoUseAndAddsNone() {
    Result.Proportion all = Worked.share("abstinent_days", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(11);
    assertThat(all.denominator()).isEqualTo(14);
    // residuals 12/14, 12/14, −24/14: 3/2·(864/14²)/14² over (11·3/14²)/14
    double effect = 1.5 * 864 / (14 * 14) * 14 / 33;
    assertThat(all.interval().low())
        .isCloseTo(Wilson.interval(11, 14, effect).low(), within(EXACT));
    assertThat(Worked.share("abstinent_days", Slice.ofFamily("involved")).denominator())
        .isEqualTo(3);
    assertThat(Worked.share("abstinent_days", Slice.ofFamily("not_yet")).numerator()).isEqualTo(8);
  }
}
