package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Dropout as trials count it. */
class TrialDropoutTest {

  /** Weeks 1 to 12, clients 1 to 6: each has four missing weeks in a row. */
  @Test
  void isEverybodyOfTheSixClients() {
    Result.Proportion all = (Result.Proportion) Worked.of("trial_dropout", 12, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(6);
    assertThat(all.denominator()).isEqualTo(6);
  }

  @Test
  void takesFourMissingWeeksInARowAndNoUse() {
    assertThat(Words.holds("trial_dropout", 12, "--oooo------")).isTrue();
    assertThat(Words.holds("trial_dropout", 12, "--ooo+ooo---")).isFalse();
    assertThat(Words.holds("trial_dropout", 12, "++++++++++++")).isFalse();
  }
}
