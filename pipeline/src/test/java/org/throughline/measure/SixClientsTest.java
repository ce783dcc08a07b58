package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Each measure on the six clients of {@link SixClients}, by hand. */
class SixClientsTest {
  private static final double EXACT = 1e-12;
  private final MonthReport report = SixClients.report(SixClients.clients(), SixClients.plan(), 0);

  private Result of(String measure, int at, Slice slice) {
    OptionalInt horizon = at == 0 ? OptionalInt.empty() : OptionalInt.of(at);
    return report
        .figure(measure, horizon, slice)
        .map(Figure::result)
        .orElseThrow(() -> new AssertionError(measure + " " + at + " " + slice));
  }

  private long count(String measure, Slice slice) {
    return ((Result.Count) of(measure, 0, slice)).value();
  }

  private Result.Proportion share(String measure, int at, Slice slice) {
    return (Result.Proportion) of(measure, at, slice);
  }

  private Result.AtDay day(String measure, int at, Slice slice) {
    return (Result.AtDay) of(measure, at, slice);
  }

  @Test
  void countsOfTheMonth() {
    assertThat(count("admissions", Slice.OVERALL)).isZero();
    // client 6 alone: discharged on day 170 = 20 June; the others became known before June
    assertThat(count("exits", Slice.OVERALL)).isEqualTo(1);
    assertThat(count("exits_planned", Slice.OVERALL)).isEqualTo(1);
    assertThat(count("exits_planned", Slice.ofTierAndFamily("IOP", "some"))).isEqualTo(1);
    assertThat(count("census", Slice.OVERALL)).isEqualTo(1);
    assertThat(count("census", Slice.ofFamily("not_yet"))).isEqualTo(1);
    assertThat(count("census", Slice.ofFamily("involved"))).isZero();
    assertThat(share("completion", 0, Slice.OVERALL).value()).isEqualTo(1);
    assertThat(of("completion", 0, Slice.ofTier("OP"))).isInstanceOf(Result.Unavailable.class);
  }

  @Test
  void retentionOverall() {
    // unplanned: client 2 on day 20 (6 at risk), client 3 on day 70 (4 at risk, for 1 completed)
    // F(30) = 1/6; F(90) = 1/6 + S(69)·1/4, S(69) = 5/6·4/5 = 2/3, so 1/6 + 1/6 = 1/3
    assertThat(day("retention", 30, Slice.OVERALL).value()).isCloseTo(5.0 / 6, within(EXACT));
    assertThat(day("retention", 90, Slice.OVERALL).value()).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(day("retention", 90, Slice.OVERALL).events()).isEqualTo(2);
    assertThat(day("retention", 90, Slice.OVERALL).entered()).isEqualTo(6);
    assertThat(day("retention", 90, Slice.OVERALL).atRisk()).isEqualTo(3);
    // nobody is followed to day 180: the retention cut is day 150
    assertThat(of("retention", 180, Slice.OVERALL)).isInstanceOf(Result.Unavailable.class);
  }

  @Test
  void retentionByTierSiteAndLandmark() {
    assertThat(day("retention", 90, Slice.ofTier("OP")).value()).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(day("retention", 90, Slice.ofTier("IOP")).value()).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(day("retention", 90, Slice.ofSite("south")).value()).isEqualTo(1);
    // beyond day 30: clients 1 and 6 had one day of contact, 3 two, 4 and 5 none
    assertThat(day("retention", 60, Slice.ofFamily("regular")).value()).isEqualTo(1);
    // client 3 was the only one and left on day 70: nobody is at risk on day 90, so no value
    assertThat(of("retention", 90, Slice.ofFamily("regular")))
        .isInstanceOf(Result.Unavailable.class);
    assertThat(day("retention", 90, Slice.ofFamily("some")).entered()).isEqualTo(2);
    assertThat(day("retention", 90, Slice.ofFamily("none")).entered()).isEqualTo(2);
    assertThat(day("retention", 90, Slice.ofFamily("none")).value()).isEqualTo(1);
    assertThat(report.figure("retention", OptionalInt.of(30), Slice.ofFamily("none"))).isEmpty();
  }

  @Test
  void competingExitsAddUp() {
    double sum =
        day("in_care_curve", 90, Slice.OVERALL).value()
            + day("exit_incidence_planned", 90, Slice.OVERALL).value()
            + day("exit_incidence_transferred", 90, Slice.OVERALL).value()
            + day("exit_incidence_unplanned", 90, Slice.OVERALL).value()
            + day("exit_incidence_other", 90, Slice.OVERALL).value();
    assertThat(sum).isCloseTo(1, within(EXACT));
    // S falls by exits on days 20, 40, 70, 100: 5/6, 4/6, 3/6, 2/6
    assertThat(report.curve("in_care_curve", Slice.OVERALL).orElseThrow().points())
        .extracting(CurvePoint::day)
        .containsExactly(0, 20, 40, 70, 100, 150);
    assertThat(((Result.Duration) of("in_care_curve_median", 0, Slice.OVERALL)).value())
        .isEqualTo(70);
  }

  @Test
  void timeDependentGroups() {
    // not yet: 1 (to 10), 2 (exit 20), 3 (to 5), 4 (to 60), 5; involved from the start: 6
    // exits not yet: day 20, at risk 2, 4, 5 -> S = 2/3 from day 20 on
    assertThat(day("in_care_curve", 30, Slice.ofFamily("not_yet")).value())
        .isCloseTo(2.0 / 3, within(EXACT));
    // the involved curve needs ten at risk, and there are never that many
    assertThat(of("in_care_curve", 90, Slice.ofFamily("involved")))
        .isInstanceOf(Result.Unavailable.class);
    // Mantel–Byar, unplanned: day 20: involved 1, 3, 6 of six at risk, 0 of 1; E = 1/2, V = 1/4.
    // day 70: at risk 3, 4, 6 involved (4 from day 61 on) and 5; one event, involved; E = 3/4, V =
    // 3/16.
    // O − E = 1 − 5/4 = −1/4; V = 7/16; chi-square = (1/16)/(7/16) = 1/7
    Result.Comparison test =
        (Result.Comparison) of("family_test", 0, Slice.OVERALL.withLevel("unplanned_exit"));
    assertThat(test.chiSquare()).isCloseTo(1.0 / 7, within(EXACT));
    assertThat(test.episodes()).isEqualTo(6);
    assertThat(test.events()).isEqualTo(2);
  }

  @Test
  void sessionsOfTheMonth() {
    // June is days 151 to 180. Client 5: attended 155, 178; missed 158, 165; cancelled 171; the
    // excused and the unscheduled one are left out. Client 6: attended 155, 169; missed 162.
    Result.Proportion attendance = share("attendance", 0, Slice.OVERALL);
    assertThat(attendance.numerator()).isEqualTo(4);
    assertThat(attendance.denominator()).isEqualTo(8);
    assertThat(share("attendance", 0, Slice.ofFamily("involved")).denominator()).isEqualTo(3);
    assertThat(share("attendance", 0, Slice.ofTierAndFamily("OP", "not_yet")).denominator())
        .isEqualTo(5);
    assertThat(share("no_show", 0, Slice.OVERALL).numerator()).isEqualTo(3);
  }

  @Test
  void continuousSobriety() {
    // four weeks: client 3 sober throughout; 4 lacks week 3; 5 used in week 3; 1, 2, 6 never seen
    Result.Proportion four = share("continuous", 4, Slice.OVERALL);
    assertThat(four.numerator()).isEqualTo(1);
    assertThat(four.denominator()).isEqualTo(6);
    // observed: 2 of 3; best: 5 of 6
    assertThat(four.bounds().orElseThrow().low()).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(four.bounds().orElseThrow().high()).isCloseTo(5.0 / 6, within(EXACT));
    // landmark groups: weeks 6 to 12 of episodes beyond day 30; nobody was seen in them
    Result.Proportion twelve = share("continuous", 12, Slice.ofFamily("none"));
    assertThat(twelve.numerator()).isZero();
    assertThat(twelve.denominator()).isEqualTo(2);
    assertThat(twelve.bounds().orElseThrow().high()).isEqualTo(1);
    assertThat(report.figure("continuous", OptionalInt.of(4), Slice.ofFamily("none"))).isEmpty();
  }

  @Test
  void headlineSeriesHasTwentyFourMonthsAndIsNeverLaterThanItsCut() {
    assertThat(report.series("attendance", OptionalInt.empty())).hasSize(24);
    // at the end of March (day 89, retention cut 1 March = day 59): client 2 alone had left
    Figure march =
        report.series("retention", OptionalInt.of(90)).stream()
            .filter(f -> f.month().toString().equals("2025-03"))
            .findFirst()
            .orElseThrow();
    assertThat(march.result()).isInstanceOf(Result.Unavailable.class);
    Figure may =
        report.series("retention", OptionalInt.of(90)).stream()
            .filter(f -> f.month().toString().equals("2025-05"))
            .findFirst()
            .orElseThrow();
    assertThat(((Result.AtDay) may.result()).value()).isCloseTo(2.0 / 3, within(EXACT));
  }

  @Test
  void hidesEverythingThatIsAboutFewerThanEleven() {
    MonthReport released = SixClients.report(SixClients.clients(), SixClients.plan(), 11);
    assertThat(released.figures())
        .filteredOn(f -> f.result() instanceof Result.Count c && c.value() > 0)
        .isEmpty();
    assertThat(released.figures())
        .noneMatch(
            f ->
                f.result() instanceof Result.Proportion
                    || f.result() instanceof Result.AtDay
                    || f.result() instanceof Result.Duration
                    || f.result() instanceof Result.Rate
                    || f.result() instanceof Result.Comparison);
    assertThat(released.curves()).allMatch(c -> c.points().isEmpty());
    assertThat(released.naive()).allMatch(c -> c.points().isEmpty());
  }
}
