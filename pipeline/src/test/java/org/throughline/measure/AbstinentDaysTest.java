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
   * Days with a sign: client 3 four, all sober; client 4 five, all sober; client 5 six, of them 17
   * and 33 of use and 96 inside a relapse. Day 155 is after the retention cut.
   */
  @Test
  void turnsDaysInsideARelapseIntoUseAndAddsNone() {
    Result.Proportion all = Worked.share("abstinent_days", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(12);
    assertThat(all.denominator()).isEqualTo(15);
    // residuals 0.8, 1, −1.8: 3/2·4.88/15² over (0.8·0.2)/15
    double effect = 1.5 * 4.88 / 15 / 0.16;
    assertThat(all.interval().low())
        .isCloseTo(Wilson.interval(12, 15, effect).low(), within(EXACT));
    assertThat(Worked.share("abstinent_days", Slice.ofFamily("involved")).denominator())
        .isEqualTo(4);
    assertThat(Worked.share("abstinent_days", Slice.ofFamily("not_yet")).numerator()).isEqualTo(8);
  }
}
