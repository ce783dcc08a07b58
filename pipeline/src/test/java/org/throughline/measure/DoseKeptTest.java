package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Hours of care on the six clients. */
class DoseKeptTest {

  /**
   * Client 6, IOP (9 hours): week 22, days 148 to 154, has 540 minutes; week 23 has 120; week 24
   * begins on day 162 in OP, which prescribes none. Client 5 is in OP.
   */
  @Test
  void reachesTheFloorOnTheMinute() {
    Result.Proportion all = Worked.share("dose_kept", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(1);
    assertThat(all.denominator()).isEqualTo(2);
    assertThat(Worked.share("dose_kept", Slice.ofTierAndFamily("IOP", "involved")).denominator())
        .isEqualTo(2);
    assertThat(Worked.of("dose_kept", Slice.ofTier("OP"))).isInstanceOf(Result.Unavailable.class);
  }

  private static TimelineBuilder intensive() {
    return intensive("2025-05-26");
  }

  /** One hour on day 30, so that care goes on. */
  private static TimelineBuilder intensive(String admitted) {
    return new TimelineBuilder(1, admitted).tier("IOP").lasting(30, 60);
  }

  private static long weeks(TimelineBuilder episode) {
    return EarlyCare.of("dose_kept", List.of(episode.build())) instanceof Result.Proportion p
        ? p.denominator()
        : 0;
  }

  /** Admitted on 26 May: weeks end on 2, 9, 16, 23 and 30 June; day 35 is the cut. */
  @Test
  void takesTheWeeksThatEndInTheMonth() {
    assertThat(weeks(intensive())).isEqualTo(5);
    // a day later: the last week would end on 1 July
    assertThat(weeks(intensive("2025-05-27"))).isEqualTo(4);
    // admitted on 24 May: the first week ends on 31 May
    assertThat(weeks(intensive("2025-05-24"))).isEqualTo(4);
  }

  @Test
  void takesWeeksThatLieInCareWhole() {
    assertThat(weeks(intensive().discharged(13, "completed"))).isEqualTo(1);
    assertThat(weeks(intensive().discharged(14, "completed"))).isEqualTo(2);
  }

  @Test
  void doesNotKnowAWeekWithUnknownMinutes() {
    assertThat(weeks(intensive().lasting(2, 600).attended(3))).isEqualTo(4);
    assertThat(weeks(intensive().lasting(2, 600).missed(3))).isEqualTo(5);
  }

  /** Day 0 belongs to no week; day 7 to the first, day 8 to the second. */
  @Test
  void addsUpTheSessionsOfTheWeek() {
    TimelineBuilder episode =
        intensive().lasting(0, 600).lasting(1, 300).lasting(7, 240).lasting(8, 539);
    assertThat(EarlyCare.of("dose_kept", List.of(episode.build())))
        .isInstanceOfSatisfying(
            Result.Proportion.class, p -> assertThat(p.numerator()).isEqualTo(1));
  }
}
