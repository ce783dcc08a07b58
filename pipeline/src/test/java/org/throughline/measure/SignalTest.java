package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Cut;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.ControlChart;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Signal.Verdict;
import org.throughline.figure.Slice;

class SignalTest {
  private static final int ADMITTED = 20;

  /** Twenty admissions on the 3rd of each month from March 2023 to May 2025. */
  private static List<List<Timeline>> program(int leavingInFebruary2025) {
    List<List<Timeline>> clients = new ArrayList<>();
    YearMonth month = YearMonth.of(2023, 3);
    for (int m = 0; m < 27; m++, month = month.plusMonths(1)) {
      int leaving = m % 2 == 0 ? 5 : 7;
      if (month.equals(YearMonth.of(2025, 2))) {
        leaving = leavingInFebruary2025;
      }
      for (int i = 0; i < ADMITTED; i++) {
        TimelineBuilder timeline = new TimelineBuilder(m * 100L + i, month.atDay(3).toString());
        if (i < leaving) {
          timeline.attended(5, 10).discharged(10, "left");
        } else {
          timeline.attended(5, 25, 50, 75, 100, 120).missed(60).discharged(120, "completed");
        }
        clients.add(List.of(timeline.build()));
      }
    }
    return clients;
  }

  private static Result result(MonthReport report, String measure, String level, int at) {
    return report
        .figure(
            measure,
            at == 0 ? OptionalInt.empty() : OptionalInt.of(at),
            Slice.OVERALL.withLevel(level))
        .orElseThrow()
        .result();
  }

  private static MonthReport report(List<List<Timeline>> clients) {
    return SixClients.report(clients, SixClients.plan(), 0);
  }

  /**
   * Complete months of the 24 cuts: March 2023 to February 2025. Twelve of 0.75, eleven of 0.65,
   * and the last of 0.2: centre 16.35/24; ranges 22 of 0.1 and one of 0.45 or 0.55, which is above
   * 3.268 times their mean and left out: limits 2.66 · 0.1 from the centre.
   */
  @Test
  void aMonthBelowTheLimitsIsASignalForTheWorse() {
    MonthReport report = report(program(16));
    Result.Signal signal = (Result.Signal) result(report, "signal", "retention", 90);
    assertThat(signal.points()).isEqualTo(24);
    assertThat(signal.centre()).isCloseTo(16.35 / 24, within(1e-12));
    assertThat(signal.limits().low()).isCloseTo(16.35 / 24 - 0.266, within(1e-12));
    assertThat(signal.limits().high()).isCloseTo(16.35 / 24 + 0.266, within(1e-12));
    assertThat(signal.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(signal.reason()).isEqualTo("the month is below the limits of usual variation");
    assertThat(signal.trial()).isFalse();
    Result.Proportion latest = (Result.Proportion) result(report, "signal_latest", "retention", 90);
    assertThat(latest.numerator()).isEqualTo(4);
    assertThat(latest.denominator()).isEqualTo(20);
  }

  /** The same program, month by month. */
  @Test
  void theChartHoldsEachMonthAndItsLimits() {
    ControlChart chart = report(program(16)).controlChart("retention").orElseThrow();
    assertThat(chart.at()).hasValue(90);
    assertThat(chart.points()).hasSize(24);
    assertThat(chart.points().get(0).month()).isEqualTo(YearMonth.of(2023, 3));
    assertThat(chart.points().get(0).value()).hasValue(0.75);
    assertThat(chart.points().get(0).n()).isEqualTo(20);
    assertThat(chart.points().get(0).rule()).isEqualTo(ControlChart.Rule.NONE);
    ControlChart.Point last = chart.points().get(23);
    assertThat(last.month()).isEqualTo(YearMonth.of(2025, 2));
    assertThat(last.value()).hasValue(0.2);
    assertThat(last.rule()).isEqualTo(ControlChart.Rule.OUTSIDE);
    assertThat(last.verdict()).isEqualTo(Verdict.WORSE);
    ControlChart.Limits limits = chart.limits().orElseThrow();
    assertThat(limits.range()).isCloseTo(0.1, within(1e-12));
    assertThat(limits.rangeLimit()).isCloseTo(0.3268, within(1e-12));
    assertThat(limits.natural().low()).isCloseTo(16.35 / 24 - 0.266, within(1e-12));
    assertThat(limits.months()).isEqualTo(24);
    assertThat(limits.trial()).isFalse();
  }

  @Test
  void aMonthLikeTheOthersIsUsualVariation() {
    Result.Signal signal = (Result.Signal) result(report(program(7)), "signal", "retention", 90);
    assertThat(signal.verdict()).isEqualTo(Verdict.USUAL);
    assertThat(signal.reason()).isEmpty();
    Result.Signal better = (Result.Signal) result(report(program(0)), "signal", "retention", 90);
    assertThat(better.verdict()).isEqualTo(Verdict.BETTER);
  }

  /** A flood of missed sessions in June: attendance falls, no-shows rise, and both are worse. */
  @Test
  void forNoShowsDownIsBetter() {
    List<List<Timeline>> clients = program(7);
    TimelineBuilder missing = new TimelineBuilder(9999, "2025-05-20").attended(10);
    for (int day = 12; day < 42; day++) {
      for (int i = 0; i < 10; i++) {
        missing.missed(day);
      }
    }
    clients.add(List.of(missing.build()));
    MonthReport report = report(clients);
    Result.Signal noShow = (Result.Signal) result(report, "signal", "no_show", 0);
    assertThat(noShow.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(noShow.reason()).startsWith("the month is above");
    Result.Signal attendance = (Result.Signal) result(report, "signal", "attendance", 0);
    assertThat(attendance.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(attendance.reason()).startsWith("the month is below");
  }

  /** Ten clients over two years are ten clients, however many sessions and months they fill. */
  @Test
  void sessionsOfFewClientsAreHiddenThoughTheyFillManyMonths() {
    List<List<Timeline>> clients = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      TimelineBuilder timeline = new TimelineBuilder(i, "2023-07-01");
      for (int day = 1; day < 720; day += 3) {
        timeline.attended(day);
      }
      clients.add(List.of(timeline.missed(40).build()));
    }
    MonthReport open = SixClients.report(clients, SixClients.plan(), 0);
    assertThat(result(open, "signal", "attendance", 0)).isInstanceOf(Result.Signal.class);
    MonthReport small = SixClients.report(clients, SixClients.plan(), 11);
    assertThat(result(small, "signal", "attendance", 0)).isInstanceOf(Result.Suppressed.class);
    assertThat(small.controlChart("attendance").orElseThrow().limits()).isEmpty();
  }

  @Test
  void withoutMonthsToCompareThereIsNoVerdict() {
    assertThat(Worked.of("signal", 90, Slice.OVERALL.withLevel("retention")))
        .isEqualTo(
            new Result.Unavailable("There is nothing to count in the latest complete month."));
    List<List<Timeline>> few = new ArrayList<>();
    for (int m = 0; m < 3; m++) {
      few.add(
          List.of(
              new TimelineBuilder(m, YearMonth.of(2024, 12).plusMonths(m).atDay(1).toString())
                  .attended(20)
                  .build()));
    }
    assertThat(result(report(few), "signal", "retention", 90))
        .isEqualTo(
            new Result.Unavailable(
                "Fewer than 6 months can be compared, which is too few to say."));
  }

  /** Over four years, leap day included, each month is complete at one cut and at no other. */
  @Test
  void eachMonthIsCountedOnceWhateverTheSilence() {
    for (int silence : new int[] {0, 14, 30, 45, 60}) {
      FoldRules rules = new FoldRules(12, silence, 30);
      CompleteMonths months =
          new CompleteMonths("test", 90, episode -> 0, CompleteMonths.Rules.ALL);
      List<YearMonth> complete = new ArrayList<>();
      for (Cut cut : Cut.series(YearMonth.of(2025, 12), 48, rules)) {
        for (CompleteMonths.Admitted admitted : months.completeAt(cut)) {
          assertThat(admitted.last() + 90 + silence).isBetween(cut.monthStart(), cut.day());
          complete.add(admitted.month());
        }
      }
      Collections.sort(complete);
      for (int i = 1; i < complete.size(); i++) {
        assertThat(complete.get(i)).isEqualTo(complete.get(i - 1).plusMonths(1));
      }
      assertThat(complete).hasSizeBetween(47, 49);
    }
  }

  /** What becomes known after a month was complete does not change it. */
  @Test
  void aMonthIsNotCountedAgain() {
    List<List<Timeline>> clients = program(7);
    Result before = result(report(clients), "signal", "retention", 90);
    // admitted in February 2024, silent from day 20 on, back after a year
    List<List<Timeline>> silent = new ArrayList<>(clients);
    silent.add(List.of(new TimelineBuilder(7777, "2024-02-05").attended(20).build()));
    List<List<Timeline>> back = new ArrayList<>(clients);
    back.add(List.of(new TimelineBuilder(7777, "2024-02-05").attended(20, 400).build()));
    assertThat(result(report(back), "signal", "retention", 90))
        .isEqualTo(result(report(silent), "signal", "retention", 90))
        .isNotEqualTo(before);
  }
}
