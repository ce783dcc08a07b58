package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Sober weeks on the six clients. */
class SoberWeeksTest {

  /**
   * Weeks that begin in care, clients 1 to 6: 6, 3, 10, 15, 22, 22. Observed: client 1 week 6 (use,
   * the relapse), client 3 weeks 1 to 4, client 4 weeks 1, 2, 4, 5, 14, client 5 weeks 1, 2 sober
   * and 3, 5, 14, 15, 18 of use.
   */
  @Test
  void leavesMissingWeeksOutAndGivesTheOtherRulesAsBounds() {
    Result.Proportion all = Worked.share("sober_weeks", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(11);
    assertThat(all.denominator()).isEqualTo(17);
    assertThat(all.clients()).isEqualTo(4);
    assertThat(all.bounds().orElseThrow().low()).isCloseTo(11.0 / 78, within(EXACT));
    assertThat(all.bounds().orElseThrow().high()).isCloseTo(72.0 / 78, within(EXACT));
    assertThat(Worked.figure("sober_weeks", OptionalInt.empty(), Slice.OVERALL).rule())
        .isEqualTo("observed");
  }

  /**
   * Client 3's first contact is on day 5: week 1 begins before it, weeks 2 to 4 after; 4's on 60.
   */
  @Test
  void groupsByTheFirstDayOfTheWeek() {
    Result.Proportion involved = Worked.share("sober_weeks", Slice.ofFamily("involved"));
    assertThat(involved.numerator()).isEqualTo(4);
    assertThat(involved.denominator()).isEqualTo(5);
    assertThat(Worked.share("sober_weeks", Slice.ofTierAndFamily("IOP", "not_yet")).numerator())
        .isEqualTo(5);
  }
}
