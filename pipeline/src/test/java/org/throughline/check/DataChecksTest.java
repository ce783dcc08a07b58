package org.throughline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.check.MadeProgram.MONTH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Acceptance;
import org.throughline.figure.FileSummary;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/** Each check, with a case that it finds and one beside it that it leaves alone. */
class DataChecksTest {
  private static final Map<String, Long> NONE = Map.of();

  private static MadeProgram twoSites() {
    return new MadeProgram().site("north", 20).site("south", 20);
  }

  private static List<String> names(List<Found> found) {
    return found.stream().map(Found::name).toList();
  }

  private static Accepted gap(int back, Check check, Place place, double measured) {
    return new Accepted(
        MONTH.minusMonths(back),
        check,
        place,
        measured,
        0,
        "",
        new Acceptance("ana", Instant.EPOCH, "the server was down"));
  }

  @Test
  void anOrdinaryMonthHasNoFindings() {
    assertThat(twoSites().found()).isEmpty();
    assertThat(new MadeProgram().found()).isEmpty();
  }

  // rejected-rows

  @Test
  void moreThanFivePercentOfAFilesRowsRejected() {
    Map<String, Long> reasons = Map.of("blank service", 4L, "blank status", 2L);
    Found found =
        twoSites().file(MadeProgram.june("attendance", 100, 6, reasons, NONE)).found().get(0);
    assertThat(found.check()).isEqualTo(Check.REJECTED_ROWS);
    assertThat(found.level()).isEqualTo(FindingLevel.STOP);
    assertThat(found.place()).isEqualTo(Place.ofFile("attendance", "attendance-2025-06-30.csv"));
    assertThat(found.measured()).isEqualTo(0.06);
    assertThat(found.limit()).isEqualTo(0.05);
    assertThat(found.sentence())
        .isEqualTo(
            "6\u00a0% of the rows of attendance-2025-06-30.csv were rejected, more than 5\u00a0%;"
                + " the most frequent reason is “blank service”. Correct them and send the file"
                + " again.");
    assertThat(twoSites().file(MadeProgram.june("attendance", 100, 5, reasons, NONE)).found())
        .isEmpty();
  }

  @Test
  void oneRejectedRowIsNoShare() {
    assertThat(twoSites().file(MadeProgram.june("relapses", 3, 1, NONE, NONE)).found()).isEmpty();
    assertThat(names(twoSites().file(MadeProgram.june("relapses", 3, 2, NONE, NONE)).found()))
        .containsExactly("rejected-rows:relapses:relapses-2025-06-30.csv");
  }

  @Test
  void filesOfOtherMonthsAreTheirMonthsBusiness() {
    FileSummary may = MadeProgram.asOf(LocalDate.of(2025, 5, 31), "checkins", 9, 9, NONE, NONE);
    FileSummary june = MadeProgram.june("checkins", 9, 0, NONE, NONE);
    FileSummary july = MadeProgram.asOf(LocalDate.of(2025, 7, 4), "checkins", 9, 9, NONE, NONE);
    FileSummary august = MadeProgram.asOf(LocalDate.of(2025, 8, 4), "checkins", 9, 9, NONE, NONE);
    assertThat(Facts.filesOf(MONTH, List.of(may, june, july))).containsExactly(june);
    // a delivery without a date speaks as of its arrival
    assertThat(Facts.filesOf(MONTH, List.of(may, august, july))).containsExactly(july);
    assertThat(twoSites().file(may).file(june).file(july).found()).isEmpty();
    assertThat(twoSites().file(may).file(july).found()).hasSize(1);
  }

  // missing-feed

  @Test
  void aFeedOfASiteThatHadRowsEachMonth() {
    Found found = twoSites().rows("checkins", "north", 0, 0).found().get(0);
    assertThat(found.check()).isEqualTo(Check.MISSING_FEED);
    assertThat(found.level()).isEqualTo(FindingLevel.STOP);
    assertThat(found.name()).isEqualTo("missing-feed:checkins:north");
    assertThat(found.sentence())
        .startsWith("No check-ins from north are dated in June 2025, though clients are in care");
    assertThat(twoSites().rows("checkins", "north", 0, 0).found()).hasSize(1);
    assertThat(twoSites().rows("checkins", "north", 0, 1).found())
        .noneMatch(one -> one.check() == Check.MISSING_FEED);
  }

  @Test
  void aFeedOfAllSitesIsToldOnce() {
    assertThat(
            names(
                twoSites().rows("checkins", "north", 0, 0).rows("checkins", "south", 0, 0).found()))
        .containsExactly("missing-feed:checkins");
  }

  @Test
  void aFeedThatDidNotComeEachMonthIsNotMissing() {
    for (int back = 1; back <= 3; back++) {
      MadeProgram program =
          twoSites().rows("checkins", "north", 0, 0).rows("checkins", "north", back, 0);
      assertThat(program.found()).noneMatch(one -> one.check() == Check.MISSING_FEED);
    }
    assertThat(
            names(
                twoSites().rows("checkins", "north", 0, 0).rows("checkins", "north", 4, 0).found()))
        .contains("missing-feed:checkins:north");
  }

  @Test
  void whereFewRowsAreExpectedNoneIsChance() {
    // nine rows a month of three clients; ten are needed
    MadeProgram few = new MadeProgram().site("north", 3);
    for (int back = 1; back <= 12; back++) {
      few.rows("checkins", "north", back, 3);
    }
    assertThat(few.rows("checkins", "north", 0, 0).found()).isEmpty();
    MadeProgram enough = new MadeProgram().site("north", 3).rows("checkins", "north", 0, 0);
    assertThat(names(enough.found())).containsExactly("missing-feed:checkins:north");
    // and clients who may all have left without a word are too few to tell
    assertThat(
            new MadeProgram()
                .site("north", 2)
                .rows("checkins", "north", 0, 0)
                .rows("checkins", "north", 1, 20)
                .rows("checkins", "north", 2, 20)
                .rows("checkins", "north", 3, 20)
                .found())
        .noneMatch(one -> one.check() == Check.MISSING_FEED);
  }

  // missing-site

  @Test
  void aSiteWithoutAnyRow() {
    List<Found> found = twoSites().nothing("north", 0).found();
    assertThat(names(found)).containsExactly("missing-site:north");
    assertThat(found.get(0).level()).isEqualTo(FindingLevel.STOP);
    assertThat(found.get(0).measured()).isZero();
    assertThat(names(twoSites().nothing("north", 0).rows("attendance", "north", 0, 1).found()))
        .doesNotContain("missing-site:north");
  }

  @Test
  void aSiteWhoseEpisodesHaveAllEndedIsNotMissing() {
    assertThat(twoSites().discharged("north", 20).found()).isEmpty();
    assertThat(names(twoSites().discharged("north", 10).nothing("north", 0).found()))
        .containsExactly("missing-site:north");
  }

  @Test
  void aSiteThatFellSilentLongAgoIsNotMissing() {
    MadeProgram silent = twoSites();
    for (int back = 0; back < 4; back++) {
      silent.nothing("north", back);
    }
    assertThat(silent.found()).isEmpty();
  }

  @Test
  void aSiteOfTwoClientsGetsANote() {
    List<Found> found =
        new MadeProgram().site("north", 20).site("tiny", 2).nothing("tiny", 0).found();
    assertThat(names(found)).containsExactly("missing-site:tiny");
    assertThat(found.get(0).level()).isEqualTo(FindingLevel.NOTE);
  }

  // volume

  @Test
  void farFewerOrFarMoreRowsThanExpected() {
    // 80 are expected: the band is the wider of 32 and four times the root of 80, 35.8
    List<Found> less = twoSites().rows("attendance", "north", 0, 2).found();
    assertThat(names(less)).containsExactly("volume:attendance:north");
    assertThat(less.get(0).level()).isEqualTo(FindingLevel.WARN);
    assertThat(less.get(0).measured()).isEqualTo(40);
    assertThat(less.get(0).limit()).isBetween(44.2, 44.3);
    assertThat(less.get(0).severity()).isEqualTo(0.5);
    assertThat(less.get(0).sentence())
        .isEqualTo(
            "40 sessions from north are dated in June 2025; the months before lead to expect about"
                + " 80. Ask whether the delivery was complete.");
    assertThat(names(twoSites().rows("attendance", "north", 0, 6).found()))
        .containsExactly("volume:attendance:north");
    assertThat(twoSites().rows("attendance", "north", 0, 3).found()).isEmpty();
    assertThat(twoSites().rows("attendance", "north", 0, 5).found()).isEmpty();
  }

  @Test
  void smallCountsHaveAWiderBand() {
    // 20 are expected, and half of it is within four deviations of 4.5
    assertThat(new MadeProgram().site("north", 5).rows("attendance", "north", 0, 2).found())
        .isEmpty();
  }

  @Test
  void rowsAreExpectedInProportionToClientsInCare() {
    assertThat(twoSites().discharged("north", 10).found()).isEmpty();
  }

  @Test
  void monthsThatVaryHaveAWiderBand() {
    MadeProgram restless = twoSites().rows("attendance", "north", 0, 2);
    for (int back = 1; back <= 12; back++) {
      restless.rows("attendance", "north", back, back % 2 == 0 ? 2 : 6);
    }
    assertThat(restless.found()).isEmpty();
  }

  @Test
  void fiveMonthsAreTooFewToCompareWith() {
    assertThat(
            new MadeProgram()
                .site("north", 20)
                .since("north", 5)
                .rows("attendance", "north", 0, 1)
                .found())
        .isEmpty();
    assertThat(
            names(
                new MadeProgram()
                    .site("north", 20)
                    .since("north", 6)
                    .rows("attendance", "north", 0, 1)
                    .found()))
        .containsExactly("volume:attendance:north");
  }

  // unknown-codes

  @Test
  void codesThatNobodyKnows() {
    FileSummary file =
        MadeProgram.june(
            "attendance",
            200,
            3,
            Map.of("unknown code in service", 3L),
            Map.of("mode: zoom", 4L, "mode: phone", 2L, "family_present: ?", 4L));
    List<Found> found = twoSites().file(file).found();
    assertThat(names(found))
        .containsExactly("unknown-codes:attendance:mode:attendance-2025-06-30.csv");
    assertThat(found.get(0).measured()).isEqualTo(0.03);
    assertThat(found.get(0).sentence()).startsWith("3\u00a0% of the rows of ").contains("`mode`");
    // five cells, and 2.5 %, in a required column
    FileSummary required =
        MadeProgram.june("attendance", 200, 5, Map.of("unknown code in service", 5L), NONE);
    assertThat(names(twoSites().file(required).found()))
        .containsExactly("unknown-codes:attendance:service:attendance-2025-06-30.csv");
    FileSummary exactly = MadeProgram.june("attendance", 250, 0, NONE, Map.of("mode: zoom", 5L));
    assertThat(twoSites().file(exactly).found()).isEmpty();
  }

  // after-discharge

  @Test
  void sessionsAfterDischarge() {
    int june = MadeProgram.day(MONTH.atDay(1));
    TimelineBuilder late = new TimelineBuilder(900, "2024-01-01").site("north");
    late.attended(june - 90, june - 60, june - 30, june, june + 1, june + 2, june + 3, june + 4);
    // discharged on 31 May: five of 85 sessions are 5.9 %
    MadeProgram found = twoSites().episode(late.discharged(june - 1, "completed"));
    assertThat(names(found.found())).containsExactly("after-discharge:attendance:north");
    assertThat(found.found().get(0).measured()).isEqualTo(5 / 85.0);
    assertThat(found.found().get(0).sentence()).startsWith("More than 5\u00a0% of the sessions");
    // on the day of discharge itself is in time: four of 85
    TimelineBuilder inTime = new TimelineBuilder(900, "2024-01-01").site("north");
    inTime.attended(june - 90, june - 60, june - 30, june, june + 1, june + 2, june + 3, june + 4);
    assertThat(twoSites().episode(inTime.discharged(june, "completed")).found()).isEmpty();
  }

  @Test
  void sessionsRejectedForTheirDischarge() {
    Map<String, Long> reasons = Map.of("session more than 7 days after discharge", 12L);
    CheckRules lenient =
        new CheckRules(
            Map.of(Check.REJECTED_ROWS, new CheckRule(Optional.of(FindingLevel.STOP), 0.5, 2)));
    assertThat(
            names(
                twoSites()
                    .file(MadeProgram.june("attendance", 200, 12, reasons, NONE))
                    .found(lenient)))
        .containsExactly("after-discharge:attendance:attendance-2025-06-30.csv");
    assertThat(
            twoSites().file(MadeProgram.june("attendance", 240, 12, reasons, NONE)).found(lenient))
        .isEmpty();
  }

  // duplicates

  @Test
  void rowsThatRepeatAnother() {
    int june = MadeProgram.day(MONTH.atDay(1));
    TimelineBuilder twice = new TimelineBuilder(900, "2024-01-01").site("north");
    for (int day = 0; day < 10; day++) {
      twice.attended(june + day, june + day);
    }
    List<Found> found = twoSites().episode(twice).found();
    // ten of 80 + 20
    assertThat(names(found)).containsExactly("duplicates:attendance:north");
    assertThat(found.get(0).measured()).isEqualTo(0.1);
    TimelineBuilder alike = new TimelineBuilder(900, "2024-01-01").site("north");
    for (int day = 0; day < 10; day++) {
      alike.attended(june + day).missed(june + day);
    }
    assertThat(twoSites().episode(alike).found()).isEmpty();
  }

  // sudden-zero

  @Test
  void aCodeThatCameEachMonth() {
    MadeProgram gone = twoSites().rows("positive", "north", 0, 0);
    assertThat(names(gone.found()))
        .containsExactly("sudden-zero:checkins:north:test_result positive");
    assertThat(gone.found().get(0).sentence())
        .startsWith("No row from north with `test_result` = `positive` is dated in June 2025");
    assertThat(names(gone.rows("positive", "south", 0, 0).found()))
        .containsExactly("sudden-zero:checkins:test_result positive");
    assertThat(twoSites().rows("positive", "north", 0, 0).rows("positive", "north", 7, 0).found())
        .isEmpty();
  }

  @Test
  void aRareCodeMayFailToCome() {
    // one positive of each client leads to expect 19, and 20 are needed
    assertThat(new MadeProgram().site("north", 19).rows("positive", "north", 0, 0).found())
        .isEmpty();
    assertThat(new MadeProgram().site("north", 20).rows("positive", "north", 0, 0).found())
        .hasSize(1);
  }

  // months that were accepted as missing

  @Test
  void anAcceptedGapIsNoMeasureForLaterMonths() {
    MadeProgram gap = twoSites().rows("checkins", "north", 0, 0).rows("checkins", "north", 2, 0);
    assertThat(gap.found()).noneMatch(one -> one.check() == Check.MISSING_FEED);
    gap.accepted(gap(2, Check.MISSING_FEED, Place.ofFeed("checkins", "north"), 0));
    assertThat(names(gap.found())).containsExactly("missing-feed:checkins:north");
  }

  @Test
  void aGapOfAnotherSiteOrMonthIsNone() {
    MadeProgram gap = twoSites().rows("checkins", "north", 0, 0).rows("checkins", "north", 2, 0);
    gap.accepted(gap(2, Check.MISSING_FEED, Place.ofFeed("checkins", "south"), 0));
    gap.accepted(gap(3, Check.MISSING_FEED, Place.ofFeed("checkins", "north"), 0));
    gap.accepted(gap(2, Check.REJECTED_ROWS, Place.ofFeed("checkins", "north"), 0));
    assertThat(gap.found()).noneMatch(one -> one.check() == Check.MISSING_FEED);
  }

  @Test
  void aRepairedMonthCountsAgain() {
    // the gap two months ago was filled since: four months of rows, and the fifth is missing
    MadeProgram repaired =
        new MadeProgram()
            .site("north", 20)
            .site("south", 20)
            .since("north", 3)
            .rows("checkins", "north", 0, 0)
            .accepted(gap(2, Check.MISSING_SITE, Place.ofSite("north"), 0));
    assertThat(names(repaired.found())).containsExactly("missing-feed:checkins:north");
    assertThat(repaired.rows("checkins", "north", 2, 0).found())
        .as("still open, it leaves two months, which are too few")
        .noneMatch(one -> one.check() == Check.MISSING_FEED);
  }

  @Test
  void halfMonthsThatWereAcceptedDoNotLowerWhatIsExpected() {
    MadeProgram low = new MadeProgram().site("north", 20).rows("attendance", "north", 0, 2);
    for (int back = 1; back <= 6; back++) {
      low.rows("attendance", "north", back, 2);
    }
    assertThat(low.found()).isEmpty();
    for (int back = 1; back <= 6; back++) {
      low.accepted(gap(back, Check.VOLUME, Place.ofFeed("attendance", "north"), 40));
    }
    assertThat(names(low.found())).containsExactly("volume:attendance:north");
  }

  @Test
  void halfMonthsThatWereRepairedDoNotLowerItEither() {
    MadeProgram low = new MadeProgram().site("north", 20).rows("attendance", "north", 0, 2);
    assertThat(names(low.found())).containsExactly("volume:attendance:north");
  }

  // levels

  @ParameterizedTest
  @EnumSource(FindingLevel.class)
  void everyLevelCanBeSet(FindingLevel level) {
    CheckRules rules =
        new CheckRules(Map.of(Check.MISSING_SITE, new CheckRule(Optional.of(level), 0, 10)));
    assertThat(twoSites().nothing("north", 0).found(rules))
        .singleElement()
        .extracting(Found::level)
        .isEqualTo(level);
  }

  @Test
  void whatIsOffFindsNothingAndLeavesItToTheNext() {
    Map<Check, CheckRule> off =
        Map.of(
            Check.MISSING_SITE, new CheckRule(Optional.empty(), 0, 10),
            Check.VOLUME, new CheckRule(Optional.empty(), 0.4, 20));
    assertThat(twoSites().nothing("north", 0).found(new CheckRules(off)))
        .isNotEmpty()
        .allMatch(one -> one.check() == Check.SUDDEN_ZERO);
  }

  // what is told

  @Test
  void numbersThatCouldBeFewPeoplesAreNotTold() {
    MadeProgram program = new MadeProgram().site("north", 20);
    for (int back = 1; back <= 12; back++) {
      for (int k = 0; k < 30; k++) {
        program.episode(
            new TimelineBuilder(
                    1000L + 100L * back + k, MONTH.minusMonths(back).atDay(3).toString())
                .site("north")
                .discharged(5, "left"));
      }
    }
    program.episode(new TimelineBuilder(5000, "2025-06-03").site("north").discharged(2, "left"));
    Found found =
        program.found().stream()
            .filter(one -> one.name().equals("volume:episodes:north"))
            .findFirst()
            .orElseThrow();
    assertThat(found.measured()).isEqualTo(1);
    assertThat(found.sentence())
        .startsWith(
            "Fewer than 11 admissions from north are dated in June 2025; the months before");
  }

  // acceptances

  @Test
  void anAcceptanceHoldsUntilTheFindingIsWorse() {
    Found half = twoSites().rows("attendance", "north", 0, 2).found().get(0);
    Found quarter = twoSites().rows("attendance", "north", 0, 1).found().get(0);
    Acceptance acceptance = new Acceptance("ana", Instant.EPOCH, "strike");
    Accepted accepted = Accepted.of(MONTH, half, "d1", acceptance);
    assertThat(accepted.covers(MONTH, half)).isTrue();
    assertThat(accepted.covers(MONTH, quarter)).isFalse();
    assertThat(Accepted.of(MONTH, quarter, "d1", acceptance).covers(MONTH, half)).isTrue();
    assertThat(accepted.covers(MONTH.plusMonths(1), half)).isFalse();
    Found south = twoSites().rows("attendance", "south", 0, 2).found().get(0);
    assertThat(accepted.covers(MONTH, south)).isFalse();
  }

  @Test
  void aSelectorNamesACheckOrOneOfItsPlaces() {
    Place place = Place.ofFeed("attendance", "EAST");
    assertThat(Selector.parse("volume").orElseThrow().matches("volume", place)).isTrue();
    assertThat(Selector.parse("Volume:east").orElseThrow().matches("volume", place)).isTrue();
    assertThat(Selector.parse("volume:attendance:EAST").orElseThrow().matches("volume", place))
        .isTrue();
    assertThat(Selector.parse("volume:west").orElseThrow().matches("volume", place)).isFalse();
    assertThat(Selector.parse("volume:checkins:EAST").orElseThrow().matches("volume", place))
        .isFalse();
    assertThat(Selector.parse("duplicates").orElseThrow().matches("volume", place)).isFalse();
    assertThat(Selector.parse("volume:a:b").orElseThrow().matches("volume", Place.ofSite("A:B")))
        .isTrue();
    assertThat(Selector.parse("loudness")).isEmpty();
  }
}
