package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** Invented sites, weeks and periods. */
final class SiteSamples {

  private SiteSamples() {}

  static MultiplesModel multiples(String id, List<Group> sites) {
    return new MultiplesModel(
        id,
        "No unplanned exit, by site",
        "Invented curves.",
        "Clients without an unplanned exit",
        180,
        Optional.of(90),
        "whole program",
        Optional.of(Samples.group("Program", Tint.NEUTRAL, 7, 260, 180, .012)),
        sites);
  }

  private static Group site(String name, int i) {
    return Samples.group(
        name, Tint.NEUTRAL, 100 + i, 20 + 13 * (i % 9), 180, .006 + .001 * i % .02);
  }

  static MultiplesModel three(String id) {
    return multiples(
        id,
        List.of(
            site("Harbor Street", 1),
            site("Mill Road", 2),
            Group.hidden("Northgate", Tint.NEUTRAL, "fewer than 11 clients, not shown"),
            site("Saint Something Outpatient Center of Upper Whatever County, East", 4)));
  }

  static MultiplesModel forty(String id) {
    List<Group> sites = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String name = "Saint Something Outpatient Center of Upper Whatever County, number " + i;
      sites.add(
          i % 11 == 5
              ? Group.hidden(name, Tint.NEUTRAL, "withheld, so that ‹11 cannot be worked out")
              : site(i % 2 == 0 ? name : "Site " + i, i));
    }
    return multiples(id, sites);
  }

  /** One site of two steps, so that its path can be written down. */
  static MultiplesModel steps(String id) {
    List<CurvePoint> points =
        List.of(new CurvePoint(0, 40, 0, 0, 1, 1, 1), new CurvePoint(90, 40, 20, 0, .5, .4, .6));
    return new MultiplesModel(
        id,
        "No unplanned exit, by site",
        "Invented curves.",
        "Clients without an unplanned exit",
        180,
        Optional.of(90),
        "whole program",
        Optional.of(
            new Group(
                "Program",
                Tint.NEUTRAL,
                List.of(
                    new CurvePoint(0, 90, 0, 0, 1, 1, 1),
                    new CurvePoint(45, 90, 18, 0, .8, .7, .9)),
                90,
                List.of())),
        List.of(
            new Group("Harbor Street", Tint.NEUTRAL, points, 40, List.of()),
            Group.hidden("Northgate", Tint.NEUTRAL, "‹11, not shown")));
  }

  static WeekModel weeks(String id, int count) {
    List<WeekModel.Week> weeks = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      double unknown = .04 + .33 * i / count;
      double use = .12 - .08 * i / count;
      weeks.add(
          i == 24
              ? WeekModel.Week.hidden(i, "‹11, not shown")
              : WeekModel.Week.of(
                  i, 1 - unknown - use, use, unknown, "n\u00A0=\u00A0" + (300 - 7 * i)));
    }
    return week(id, weeks);
  }

  static WeekModel week(String id, List<WeekModel.Week> weeks) {
    return new WeekModel(
        id,
        "What is known of each treatment week",
        "Invented weeks.",
        "Share of clients in care that week",
        weeks);
  }

  static WeekModel smallWeeks(String id) {
    return week(
        id,
        List.of(
            WeekModel.Week.of(1, .8, .1, .1, "n\u00A0=\u00A050"),
            WeekModel.Week.of(2, .5, .25, .25, ""),
            WeekModel.Week.hidden(3, "‹11, not shown"),
            WeekModel.Week.of(4, 1, 0, 0, "")));
  }

  static PeriodModel period(String id, PeriodModel.Period... periods) {
    return new PeriodModel(
        id,
        "When clients leave unplanned",
        "Invented periods.",
        "Unplanned exits per 100 clients in care for a week",
        Unit.PER_100_CLIENT_MONTHS,
        List.of(periods));
  }

  static PeriodModel periods(String id) {
    return period(
        id,
        PeriodModel.Period.of(0, 7, 6.2, new Interval(3.6, 10.0), "16 exits"),
        PeriodModel.Period.of(7, 14, 6.8, new Interval(4.0, 11.0), "17 exits"),
        PeriodModel.Period.of(14, 28, 3.3, new Interval(1.9, 5.5), "15 exits"),
        PeriodModel.Period.of(28, 56, 2.6, new Interval(1.6, 4.1), "19 exits"),
        PeriodModel.Period.of(56, 182, 1.5, new Interval(.9, 2.3), "22 exits"));
  }

  static List<Drawing> usual() {
    return List.of(
        MultiplesChart.draw(three("multiples")),
        WeekChart.draw(weeks("weeks", 26)),
        PeriodChart.draw(periods("periods")));
  }

  static List<Drawing> hard() {
    CurvePoint start = new CurvePoint(0, 30, 0, 0, 1, 1, 1);
    return List.of(
        MultiplesChart.draw(forty("multiples-forty")),
        MultiplesChart.draw(multiples("multiples-none", List.of())),
        MultiplesChart.draw(
            multiples(
                "multiples-one",
                List.of(
                    new Group("Single point", Tint.NEUTRAL, List.of(start), 30, List.of()),
                    Samples.group("Only client", Tint.NEUTRAL, 4, 1, 180, .01)))),
        MultiplesChart.draw(
            multiples(
                "multiples-hidden", List.of(Group.hidden("A", Tint.NEUTRAL, Gallery.REASON)))),
        WeekChart.draw(week("weeks-none", List.of())),
        WeekChart.draw(week("weeks-hidden", List.of(WeekModel.Week.hidden(1, Gallery.REASON)))),
        WeekChart.draw(week("weeks-one", List.of(WeekModel.Week.of(1, 0, 0, 1, "")))),
        WeekChart.draw(
            week(
                "weeks-ends",
                List.of(WeekModel.Week.of(1, 1, 0, 0, ""), WeekModel.Week.of(2, 0, 1, 0, "")))),
        WeekChart.draw(weeks("weeks-hundred", 104)),
        PeriodChart.draw(period("periods-none")),
        PeriodChart.draw(
            period("periods-hidden", PeriodModel.Period.hidden(0, 90, Gallery.REASON))),
        PeriodChart.draw(
            period("periods-zero", PeriodModel.Period.of(0, 90, 0, new Interval(0, 0), "no exit"))),
        PeriodChart.draw(
            period(
                "periods-hard",
                PeriodModel.Period.of(0, 3, 40, new Interval(1, 900), ""),
                PeriodModel.Period.of(3, 6, 40, new Interval(1, 900), ""),
                PeriodModel.Period.of(6, 9, 40, new Interval(1, 900), ""),
                PeriodModel.Period.hidden(9, 90, Gallery.REASON),
                PeriodModel.Period.of(90, 1461, .1, new Interval(0, .3), ""))));
  }
}
