package org.throughline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of time and exit, each by a case worked by hand. */
class EpisodeFoldTest {
  private static final FoldRules RULES = FoldRules.DEFAULT;

  private static List<EpisodeOutcome> fold(Timeline timeline, FoldRules rules, String... months) {
    List<EpisodeOutcome> outcomes = new ArrayList<>();
    YearMonth last = YearMonth.parse(months[months.length - 1]);
    EpisodeFold.run(timeline, Cut.series(last, months.length, rules), outcomes::add);
    return outcomes;
  }

  private static EpisodeOutcome at(Timeline timeline, String month) {
    return fold(timeline, RULES, month).get(0);
  }

  private static TimelineBuilder admitted(String day) {
    return new TimelineBuilder(1, day);
  }

  @Nested
  class Silence {
    @Test
    void endsAnOpenEpisodeOnItsLastAttendedSessionOnceTheWindowIsOver() {
      // admitted 1 May, last attended 31 May (day 30); 30 June is day 60 = 30 + 30: known that day
      Timeline t = admitted("2025-05-01").attended(1, 30).missed(37, 44).build();
      assertThat(at(t, "2025-06").exit()).isEqualTo(new Exit(30, ExitClass.UNPLANNED, 60, true));
    }

    @Test
    void leavesAnEpisodeOpenADayBeforeTheWindowIsOver() {
      Timeline t = admitted("2025-05-01").attended(1, 31).build();
      assertThat(at(t, "2025-06").exit().happened()).isFalse();
    }

    @Test
    void takesDayZeroWhereNothingWasAttended() {
      Timeline t = admitted("2025-05-31").missed(3, 10).build();
      assertThat(at(t, "2025-06").exit()).isEqualTo(new Exit(0, ExitClass.UNPLANNED, 30, true));
    }

    @Test
    void countsAnAttendedSessionOfAnyServiceButNoneBeforeAdmission() {
      Timeline t =
          admitted("2025-05-01").attended(-3).session(12, "unscheduled", "attended", -1).build();
      assertThat(at(t, "2025-06").exit().day()).isEqualTo(12);
    }

    @Test
    void datesARecordedLeavingBackToTheLastAttendedSession() {
      Timeline t = admitted("2025-04-01").attended(10).discharged(40, "left").build();
      assertThat(at(t, "2025-05").exit()).isEqualTo(new Exit(10, ExitClass.UNPLANNED, 40, false));
      Timeline later = admitted("2025-04-01").attended(10).discharged(55, "administrative").build();
      assertThat(at(later, "2025-05").exit())
          .isEqualTo(new Exit(10, ExitClass.UNPLANNED, 40, false));
    }

    @Test
    void leavesARecordedLeavingWhereItIsIfTheWindowIsNotOver() {
      Timeline t = admitted("2025-04-01").attended(11).discharged(40, "left").build();
      assertThat(at(t, "2025-05").exit()).isEqualTo(new Exit(40, ExitClass.UNPLANNED, 40, false));
    }

    @Test
    void doesNotMoveACompletion() {
      Timeline t = admitted("2025-04-01").attended(1).discharged(50, "completed").build();
      assertThat(at(t, "2025-05").exit()).isEqualTo(new Exit(50, ExitClass.PLANNED, 50, false));
    }

    @Test
    void ignoresSessionsAfterTheRecordedDischarge() {
      Timeline t = admitted("2025-04-01").attended(5, 42).discharged(40, "left").build();
      assertThat(at(t, "2025-05").exit()).isEqualTo(new Exit(5, ExitClass.UNPLANNED, 35, false));
    }

    @Test
    void isSwitchedOffByZero() {
      FoldRules off = new FoldRules(12, 0, 30);
      Timeline open = admitted("2025-01-01").attended(5).build();
      assertThat(fold(open, off, "2025-06").get(0).exit().happened()).isFalse();
      Timeline left = admitted("2025-01-01").attended(5).discharged(100, "left").build();
      assertThat(fold(left, off, "2025-06").get(0).exit().day()).isEqualTo(100);
    }

    @Test
    void isTakenBackWhenTheClientReturns() {
      // silent from day 5 (6 May); back on day 75 (15 July)
      Timeline t = admitted("2025-05-01").attended(5, 75).build();
      List<EpisodeOutcome> months = fold(t, RULES, "2025-05", "2025-06", "2025-07");
      assertThat(months.get(0).exit().happened()).isFalse();
      assertThat(months.get(1).exit().inferred()).isTrue();
      assertThat(months.get(2).exit().happened()).isFalse();
      assertThat(months).extracting(EpisodeOutcome::restored).containsExactly(false, false, true);
    }
  }

  @Nested
  class TheCut {
    @Test
    void hidesADischargeDatedLater() {
      Timeline t = admitted("2025-05-20").attended(5, 20, 40).discharged(42, "completed").build();
      assertThat(at(t, "2025-05").exit().happened()).isFalse();
      assertThat(at(t, "2025-06").exit().happened()).isFalse();
      assertThat(at(t, "2025-07").exit().kind()).isEqualTo(ExitClass.PLANNED);
    }

    @Test
    void isNotReachedByAnEpisodeAdmittedLater() {
      Timeline t = admitted("2025-07-01").build();
      assertThat(fold(t, RULES, "2025-06")).isEmpty();
    }

    @Test
    void endsFollowUpOneSilenceWindowEarlier() {
      Timeline t = admitted("2025-05-01").attended(10, 20, 30, 40, 50).build();
      EpisodeOutcome outcome = at(t, "2025-06");
      assertThat(outcome.retentionCutDay()).isEqualTo(30);
      assertThat(outcome.followUpDays()).isEqualTo(30);
      assertThat(outcome.followedToExit()).isFalse();
    }

    @Test
    void leavesOutWhoWasAdmittedAfterTheRetentionCut() {
      Timeline t = admitted("2025-06-01").build();
      assertThat(at(t, "2025-06").followed()).isFalse();
      assertThat(at(admitted("2025-05-31").build(), "2025-06").followed()).isTrue();
    }

    @Test
    void bringsTheSameOutcomesInOnePassAsOneByOne() {
      Timeline t =
          admitted("2024-11-15")
              .attended(2, 9, 70, 80)
              .family(33)
              .sober(1, 8, 15)
              .used(20)
              .relapse(20, Timeline.OPEN, 1)
              .discharged(120, "left")
              .build();
      String[] months = {"2024-11", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04"};
      List<EpisodeOutcome> together = fold(t, RULES, months);
      for (int i = 0; i < months.length; i++) {
        EpisodeOutcome alone = at(t, months[i]);
        assertThat(together.get(i).exit()).isEqualTo(alone.exit());
        assertThat(together.get(i).firstFamilyDay()).isEqualTo(alone.firstFamilyDay());
        assertThat(together.get(i).word()).hasToString(alone.word().toString());
      }
    }
  }

  @Nested
  class Family {
    @Test
    void countsAContactBeforeAdmissionAsDayZeroAndDistinctDaysByTheLandmark() {
      Timeline t = admitted("2025-01-01").family(-3, 0, 10, 10, 30, 31).build();
      EpisodeOutcome outcome = at(t, "2025-06");
      assertThat(outcome.firstFamilyDay()).isZero();
      assertThat(outcome.landmarkContactDays()).isEqualTo(3); // days 0, 10, 30
      assertThat(outcome.landmarkGroup()).isEqualTo(FamilyGroup.REGULAR);
    }

    @Test
    void takesAttendedSessionsWithFamilyPresentAndNoOthers() {
      Timeline t =
          admitted("2025-01-01")
              .session(3, "family", "no_show", 1)
              .session(9, "group", "attended", 1)
              .build();
      EpisodeOutcome outcome = at(t, "2025-06");
      assertThat(outcome.firstFamilyDay()).isEqualTo(9);
      assertThat(outcome.landmarkGroup()).isEqualTo(FamilyGroup.SOME);
      assertThat(outcome.familyOn(8)).isEqualTo(FamilyGroup.NOT_YET);
      assertThat(outcome.familyOn(9)).isEqualTo(FamilyGroup.INVOLVED);
    }
  }

  @Nested
  class Word {
    private String word(TimelineBuilder builder, String month) {
      return at(builder.build(), month).word().toString();
    }

    @Test
    void hasALetterForEachWeekThatIsOver() {
      // admitted 1 June: 30 June is day 29, so four weeks are over; day 29 belongs to week 5
      TimelineBuilder t =
          admitted("2025-06-01").attended(29).sober(0, 1, 7).used(8).sober(14).checkin(22, 2, 3);
      assertThat(word(t, "2025-06")).isEqualTo("-*oo");
    }

    @Test
    void readsTestsAndDeclinedAnswers() {
      TimelineBuilder t =
          admitted("2025-06-01")
              .checkin(3, -1, Checkins.TEST_NEGATIVE)
              .checkin(10, 2, Checkins.TEST_REFUSED)
              .checkin(17, 2, 3)
              .checkin(24, Checkins.REPORTED_NONE, Checkins.TEST_POSITIVE);
      assertThat(word(t, "2025-06")).isEqualTo("-+o*");
    }

    @Test
    void countsEachDayOfARecordedRelapseAsASignOfUse() {
      TimelineBuilder t = admitted("2025-06-01").relapse(7, 15, 0).sober(21, 28);
      assertThat(word(t, "2025-06")).isEqualTo("++*-");
    }

    @Test
    void letsAnOpenRelapseLastToTheDayBeforeTheNextSignOfSobriety() {
      TimelineBuilder t =
          admitted("2025-06-01").attended(28).relapse(5, Timeline.OPEN, 1).sober(5, 15, 28);
      // days 5 to 14: weeks 1 and 2; the sober sign on day 5 itself does not end it
      assertThat(word(t, "2025-06")).isEqualTo("*+--");
    }

    @Test
    void letsAnOpenRelapseLastToTheExitAtLatestButAtLeastItsFirstDay() {
      TimelineBuilder t =
          admitted("2025-05-01").attended(10).relapse(9, Timeline.OPEN, 1).discharged(20, "other");
      assertThat(word(t, "2025-06")).isEqualTo("o++ooooo"); // days 9 to 20: weeks 2 and 3
      TimelineBuilder after =
          admitted("2025-05-01").discharged(20, "other").relapse(30, Timeline.OPEN, 1);
      assertThat(word(after, "2025-06")).isEqualTo("oooo+ooo"); // day 30 alone: week 5
    }

    @Test
    void takesLaterDaysOfARelapseBegunByDayZeroAsUse() {
      TimelineBuilder t = admitted("2025-06-01").relapse(-2, 3, 1);
      assertThat(word(t, "2025-06")).isEqualTo("+ooo");
    }

    @Test
    void endsARelapseAtTheCutIfItsRecordedEndIsLater() {
      TimelineBuilder t = admitted("2025-06-01").relapse(27, 60, 1).attended(28);
      assertThat(word(t, "2025-06")).isEqualTo("ooo+");
    }
  }
}
