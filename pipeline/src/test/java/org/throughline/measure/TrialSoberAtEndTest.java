package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Sobriety at the end as trials count it. */
class TrialSoberAtEndTest {

  @Test
  void isNobodyOfTheSixClients() {
    Result.Proportion all = (Result.Proportion) Worked.of("trial_sober_at_end", 12, Slice.OVERALL);
    assertThat(all.numerator()).isZero();
    assertThat(all.denominator()).isEqualTo(6);
  }

  @Test
  void forgivesOneWeekOfTheThreeBeforeTheLast() {
    assertThat(Words.holds("trial_sober_at_end", 12, "oooooooo----")).isTrue();
    assertThat(Words.holds("trial_sober_at_end", 12, "oooooooo+---")).isTrue();
    assertThat(Words.holds("trial_sober_at_end", 12, "oooooooo-o--")).isTrue();
    assertThat(Words.holds("trial_sober_at_end", 12, "oooooooo+o--")).isFalse();
    assertThat(Words.holds("trial_sober_at_end", 12, "-----------o")).isFalse();
    assertThat(Words.holds("trial_sober_at_end", 12, "-----------*")).isFalse();
    assertThat(Words.holds("trial_sober_at_end", 24, "ooooooooooooooooooooo---")).isTrue();
  }
}
