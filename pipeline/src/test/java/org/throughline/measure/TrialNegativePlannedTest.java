package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Negative weeks of the planned. */
class TrialNegativePlannedTest {

  /** Weeks 1 to 12: client 3 four, client 4 four, client 5 two, of six times twelve. */
  @Test
  void countsMissingWeeksAsUse() {
    Result.Proportion all =
        (Result.Proportion) Worked.of("trial_negative_planned", 12, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(10);
    assertThat(all.denominator()).isEqualTo(72);
    assertThat(all.clients()).isEqualTo(6);
    // residuals y − 12p with p = 10/72: 0, 0, 4, 4, 2, 0 less 5/3; their squares add up to 116/6
    double p = 10.0 / 72;
    double effect = 6.0 / 5 * (116.0 / 6) / 72 / (p * (1 - p));
    assertThat(all.interval().high())
        .isCloseTo(Wilson.interval(10, 72, effect).high(), within(EXACT));
  }

  /** In week 14 client 4 was sober again. */
  @Test
  void goesOnTo24Weeks() {
    Result.Proportion all =
        (Result.Proportion) Worked.of("trial_negative_planned", 24, Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(11);
    assertThat(all.denominator()).isEqualTo(144);
  }
}
