package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Engagement on the six clients. */
class EngagementTest {

  /**
   * Client 3: first on day 5, then days 12 and 26. Client 1: first on day 10, then day 40 alone.
   */
  @Test
  void wantsTwoMoreDaysWithin34OfTheFirst() {
    Result.Proportion all = Worked.share("engagement_34", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(1);
    assertThat(all.denominator()).isEqualTo(6);
    assertThat(Worked.share("engagement_34", Slice.ofSite("north")).numerator()).isEqualTo(1);
  }

  /** Admitted on 1 May: first session on day 14, the last that counts on day 48, the cut day 60. */
  @Test
  void countsDistinctDaysUpToTheThirtyFourth() {
    assertThat(EarlyCare.engaged(14, 20, 48)).isTrue();
    assertThat(EarlyCare.engaged(14, 20, 49)).isFalse();
    assertThat(EarlyCare.engaged(14, 20, 20)).isFalse();
    assertThat(EarlyCare.engaged(15, 20, 30)).isFalse();
  }

  /** A cut on day 47 is too early to tell. */
  @Test
  void waitsForTheFortyEighthDay() {
    assertThat(EarlyCare.share("engagement_34", "2025-05-14"))
        .isInstanceOf(Result.Unavailable.class);
    assertThat(EarlyCare.share("engagement_34", "2025-05-13"))
        .isInstanceOf(Result.Proportion.class);
  }
}
