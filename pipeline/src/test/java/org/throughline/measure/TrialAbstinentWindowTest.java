package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Abstinence in weeks 12 to 15. */
class TrialAbstinentWindowTest {

  /** Client 4, oo-o, was seen in one of the weeks only. */
  @Test
  void isNobodyOfTheSixClients() {
    Result.Proportion all =
        (Result.Proportion) Worked.of("trial_abstinent_12_15", 15, Slice.OVERALL);
    assertThat(all.numerator()).isZero();
    assertThat(all.denominator()).isEqualTo(6);
  }

  @Test
  void forgivesOneMissingWeekAndNoUse() {
    assertThat(Words.holds("trial_abstinent_12_15", 15, "+++++++++++----")).isTrue();
    assertThat(Words.holds("trial_abstinent_12_15", 15, "+++++++++++o---")).isTrue();
    assertThat(Words.holds("trial_abstinent_12_15", 15, "+++++++++++o-o-")).isFalse();
    assertThat(Words.holds("trial_abstinent_12_15", 15, "--------------*")).isFalse();
    assertThat(Words.holds("trial_abstinent_12_15", 15, "-----------+---")).isFalse();
  }
}
