package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Early family contacts on the six clients. */
class FamilyReachTest {

  /** By day 30: clients 1 (day 10), 3 (day 5), 6 (day 0); client 4 only on day 60. */
  @Test
  void countsContactsByDay30WhetherTheyStayedOrNot() {
    Result.Proportion all = Worked.share("family_reach", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(3);
    assertThat(all.denominator()).isEqualTo(6);
    assertThat(all.interval()).isEqualTo(Wilson.interval(3, 6));
    assertThat(Worked.share("family_reach", Slice.ofTier("IOP")).numerator()).isEqualTo(2);
    assertThat(Worked.report().figure("family_reach", OptionalInt.empty(), Slice.ofFamily("some")))
        .isEmpty();
  }

  @Test
  void waitsForTheThirtiethDay() {
    assertThat(EarlyCare.share("family_reach", "2025-06-01"))
        .isInstanceOf(Result.Unavailable.class);
    assertThat(EarlyCare.share("family_reach", "2025-05-31")).isInstanceOf(Result.Proportion.class);
  }
}
