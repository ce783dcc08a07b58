package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** First sessions on the six clients. */
class InitiationTest {

  /** On days 1 to 14: client 1 (10) and 3 (5). Client 6 came on day 0 and next on day 30. */
  @Test
  void countsFirstSessionsFromDayOneOn() {
    Result.Proportion all = Worked.share("initiation_14", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(2);
    assertThat(all.denominator()).isEqualTo(6);
    assertThat(all.interval()).isEqualTo(Wilson.interval(2, 6));
    assertThat(Worked.share("initiation_14", Slice.ofSite("south")).numerator()).isZero();
    assertThat(Worked.share("initiation_14", Slice.ofTier("OP")).denominator()).isEqualTo(3);
  }

  /** A cut on day 13 is too early to tell, one on day 14 is not. */
  @Test
  void waitsForTheFourteenthDay() {
    assertThat(EarlyCare.share("initiation_14", "2025-06-17"))
        .isInstanceOf(Result.Unavailable.class);
    assertThat(EarlyCare.share("initiation_14", "2025-06-16"))
        .isInstanceOf(Result.Proportion.class);
  }
}
