package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Relapses;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** What became of care after relapses, on the six clients. */
class KeptAfterRelapseTest {

  /** Client 1 completed on the day of the relapse; client 5 (95 to 101) was in care on day 125. */
  @Test
  void countsCareCompletionAndTransfer() {
    Result.Proportion all = Worked.share("kept_after_relapse_30", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(2);
    assertThat(all.denominator()).isEqualTo(2);
    assertThat(Worked.share("kept_after_relapse_30", Slice.ofFamily("involved")).denominator())
        .isEqualTo(1);
    // client 6 relapsed on day 160, less than 30 days before the retention cut (day 150)
    assertThat(Worked.of("kept_after_relapse_30", Slice.ofTier("IOP")))
        .isInstanceOf(Result.Unavailable.class);
  }

  /** Admitted on 1 January with a relapse on a day; the retention cut is day 150. */
  private static TimelineBuilder relapsed(int day) {
    return new TimelineBuilder(1, "2025-01-01").relapse(day, day, Relapses.RELAPSE);
  }

  private static String share(TimelineBuilder episode) {
    return EarlyCare.of("kept_after_relapse_30", List.of(episode.build()))
            instanceof Result.Proportion p
        ? p.numerator() + " of " + p.denominator()
        : "none";
  }

  @Test
  void looksThirtyDaysLaterPastTheExitsOfThatDay() {
    assertThat(share(relapsed(50).attended(79).discharged(80, "left"))).isEqualTo("0 of 1");
    assertThat(share(relapsed(50).attended(80).discharged(81, "left"))).isEqualTo("1 of 1");
    assertThat(share(relapsed(50).attended(50).discharged(50, "left"))).isEqualTo("0 of 1");
  }

  @Test
  void doesNotTakeOtherExitsForKept() {
    assertThat(share(relapsed(50).attended(59).discharged(60, "incarcerated"))).isEqualTo("0 of 1");
    assertThat(share(relapsed(50).attended(59).discharged(60, "transferred"))).isEqualTo("1 of 1");
  }

  @Test
  void waitsThirtyDaysAndLeavesOutWhatIsNotInCare() {
    assertThat(share(relapsed(120).attended(100, 130, 160))).isEqualTo("1 of 1");
    assertThat(share(relapsed(121).attended(100, 130, 160))).isEqualTo("none");
    assertThat(share(relapsed(41).attended(40).discharged(40, "completed"))).isEqualTo("none");
    assertThat(share(relapsed(0).attended(40, 170))).isEqualTo("none");
  }
}
