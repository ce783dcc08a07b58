package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import org.junit.jupiter.api.Test;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Time to first use on the six clients. */
class FirstUseTest {

  /**
   * Use on days 40 (client 1), 17 (5), 160 (6, after the retention cut); last seen on days 0 (2),
   * 24 (3), 95 (4). Observed: S = 4/5 from day 17, 8/15 from day 40, 0 from day 160. Worst: clients
   * 2, 3, 4 used on days 1, 25, 96. Best: they are censored at the cut.
   */
  @Test
  void readsTheCurveAndTheOtherRules() {
    Result.AtDay thirty = Worked.day("first_use", 30, Slice.OVERALL);
    assertThat(thirty.value()).isCloseTo(4.0 / 5, within(EXACT));
    assertThat(thirty.bounds().orElseThrow().low()).isCloseTo(3.0 / 6, within(EXACT));
    assertThat(thirty.bounds().orElseThrow().high()).isCloseTo(5.0 / 6, within(EXACT));
    Result.AtDay sixty = Worked.day("first_use", 60, Slice.OVERALL);
    assertThat(sixty.value()).isCloseTo(8.0 / 15, within(EXACT));
    assertThat(sixty.bounds().orElseThrow().low()).isCloseTo(2.0 / 6, within(EXACT));
    assertThat(sixty.bounds().orElseThrow().high()).isCloseTo(4.0 / 6, within(EXACT));
    assertThat(sixty.events()).isEqualTo(2);
    assertThat(sixty.entered()).isEqualTo(6);
    assertThat(Worked.of("first_use", 180, Slice.OVERALL)).isInstanceOf(Result.Unavailable.class);
    assertThat(((Result.Duration) Worked.of("first_use_median", Slice.OVERALL)).value())
        .isEqualTo(160);
    assertThat(Worked.report().curve("first_use", Slice.OVERALL).orElseThrow().points())
        .extracting(CurvePoint::day)
        .containsExactly(0, 17, 24, 40, 95, 160);
  }

  /** Not yet: client 1 to day 10, 2, 3 to day 5, 4, 5. On day 17 clients 4 and 5 are at risk. */
  @Test
  void movesToTheInvolvedWithTheFirstContact() {
    assertThat(Worked.day("first_use", 30, Slice.ofFamily("not_yet")).value())
        .isCloseTo(1.0 / 2, within(EXACT));
    assertThat(Worked.of("first_use", 30, Slice.ofFamily("involved")))
        .isInstanceOf(Result.Unavailable.class);
  }
}
