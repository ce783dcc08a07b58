package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Relapse as trials count it. */
class TrialRelapseTest {

  /** Nobody of the six was sober within any four weeks in a row. */
  @Test
  void isEverybodyOfTheSixClients() {
    Result.Proportion all = (Result.Proportion) Worked.of("trial_relapse", 12, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(6);
    assertThat(all.denominator()).isEqualTo(6);
  }

  @Test
  void takesFourWeeksOfUseOrMissingInARow() {
    assertThat(Words.holds("trial_relapse", 12, "---+o*o-----")).isTrue();
    assertThat(Words.holds("trial_relapse", 12, "---+o*-o+*--")).isFalse();
    assertThat(Words.holds("trial_relapse", 12, "--------oooo")).isTrue();
    // the fourth week is the 13th: seen in a trial of 24 weeks
    assertThat(Words.holds("trial_relapse", 12, "---------ooo+-----------")).isFalse();
    assertThat(Words.holds("trial_relapse", 24, "---------ooo+-----------")).isTrue();
  }
}
