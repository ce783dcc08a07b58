package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Negative weeks of the observed. */
class TrialNegativeObservedTest {

  /**
   * Weeks 1 to 12: client 1 one of use, client 3 four, client 4 four, client 5 two sober and two of
   * use. Weeks 13 to 24: client 4 one sober; client 5 four of use, client 6 two.
   */
  @Test
  void leavesMissingWeeksOut() {
    Result.Proportion twelve =
        (Result.Proportion) Worked.of("trial_negative_observed", 12, Slice.OVERALL);
    assertThat(twelve.numerator()).isEqualTo(10);
    assertThat(twelve.denominator()).isEqualTo(13);
    assertThat(twelve.clients()).isEqualTo(4);
    Result.Proportion all =
        (Result.Proportion) Worked.of("trial_negative_observed", 24, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(11);
    assertThat(all.denominator()).isEqualTo(20);
  }

  @Test
  void isNothingWhereNothingWasSeen() {
    assertThat(Words.result("trial_negative_observed", 12, "oooooooooooo-"))
        .isInstanceOf(Result.Unavailable.class);
  }
}
