package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Moves to less intensive care on the six clients. */
class StepDownTest {

  /** Client 6 moved from IOP to OP on day 162 and came on day 169. */
  @Test
  void seesTheClientInTheNewTier() {
    Result.Proportion all = Worked.share("stepdown_14", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(1);
    assertThat(all.denominator()).isEqualTo(1);
    assertThat(all.interval()).isEqualTo(Wilson.interval(1, 1));
    assertThat(Worked.share("stepdown_14", Slice.ofTierAndFamily("OP", "involved")).numerator())
        .isEqualTo(1);
    assertThat(Worked.of("stepdown_14", Slice.ofTier("IOP")))
        .isInstanceOf(Result.Unavailable.class);
  }

  /** Admitted on 1 April (the cut is day 90): moves of days 46 to 76 count. */
  private static TimelineBuilder moved(int day) {
    return new TimelineBuilder(1, "2025-04-01")
        .tier("IOP")
        .placed(0, day - 1, "IOP")
        .placed(day, Timeline.OPEN, "OP");
  }

  private static String share(TimelineBuilder... episodes) {
    List<Timeline> timelines = Arrays.stream(episodes).map(TimelineBuilder::build).toList();
    return EarlyCare.of("stepdown_14", timelines) instanceof Result.Proportion p
        ? p.numerator() + " of " + p.denominator()
        : "none";
  }

  @Test
  void looksAtMoves14To44DaysBeforeTheCut() {
    assertThat(share(moved(45).attended(46, 80))).isEqualTo("none");
    assertThat(share(moved(46).attended(46, 80))).isEqualTo("1 of 1");
    assertThat(share(moved(76).attended(76))).isEqualTo("1 of 1");
    assertThat(share(moved(77).attended(77))).isEqualTo("none");
  }

  @Test
  void waits14DaysForASession() {
    assertThat(share(moved(60).attended(59, 74))).isEqualTo("1 of 1");
    assertThat(share(moved(60).attended(59, 75))).isEqualTo("0 of 1");
    assertThat(share(moved(60).attended(59).missed(61))).isEqualTo("0 of 1");
  }

  @Test
  void countsASessionInTheNewTierOnly() {
    TimelineBuilder back =
        new TimelineBuilder(1, "2025-04-01")
            .tier("IOP")
            .placed(60, 64, "OP")
            .placed(65, Timeline.OPEN, "IOP")
            .attended(59, 65);
    assertThat(share(back)).isEqualTo("0 of 1");
  }

  @Test
  void leavesOutStepsUpAndMovesOfWhoWasKnownToHaveLeft() {
    TimelineBuilder up =
        new TimelineBuilder(1, "2025-04-01").placed(60, Timeline.OPEN, "IOP").attended(60);
    assertThat(share(up)).isEqualTo("none");
    // silent from day 20 on, known on day 50; silent from day 30 on, known on day 60
    assertThat(share(moved(60).attended(20))).isEqualTo("none");
    assertThat(share(moved(60).attended(30))).isEqualTo("0 of 1");
    assertThat(share(moved(60).attended(59).discharged(59, "left"))).isEqualTo("none");
  }

  /** Admitted two years ago, moved and left in May: no longer in the cohort, in care or news. */
  @Test
  void countsAMoveOfAnEpisodeThatEndedLongBeforeTheMonth() {
    TimelineBuilder old =
        new TimelineBuilder(1, "2023-06-01")
            .tier("IOP")
            .placed(718, Timeline.OPEN, "OP") // 19 May 2025
            .attended(717)
            .discharged(720, "completed");
    assertThat(share(old)).isEqualTo("0 of 1");
  }
}
