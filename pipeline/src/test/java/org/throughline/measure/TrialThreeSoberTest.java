package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Three sober weeks in a row as trials count them. */
class TrialThreeSoberTest {

  /** Client 3 alone: ----. Clients 4 and 5 have two in a row. */
  @Test
  void isOneOfTheSixClients() {
    Result.Proportion all = (Result.Proportion) Worked.of("trial_three_sober", 12, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(1);
    assertThat(all.denominator()).isEqualTo(6);
    Result.Proportion south =
        (Result.Proportion) Worked.of("trial_three_sober", 12, Slice.ofSite("south"));
    assertThat(south.numerator()).isZero();
  }

  @Test
  void breaksAtMissingAndMixedWeeks() {
    assertThat(Words.holds("trial_three_sober", 12, "+---++++++++")).isTrue();
    assertThat(Words.holds("trial_three_sober", 12, "--o--*--+--o")).isFalse();
    assertThat(Words.holds("trial_three_sober", 12, "++++++++++---")).isFalse();
    assertThat(Words.holds("trial_three_sober", 24, "++++++++++---")).isTrue();
  }
}
