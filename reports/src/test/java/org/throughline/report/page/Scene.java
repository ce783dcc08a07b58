package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Bounds;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Place;
import org.throughline.figure.Restatement;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** A month of which only a few figures are known: what a sentence is written from. */
final class Scene {

  static final YearMonth JUNE = YearMonth.of(2025, 6);
  private static final YearMonth JUDGED = YearMonth.of(2025, 2);

  private final List<Figure> figures = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Restatement> restatements = new ArrayList<>();
  private final SampleSignals signals = new SampleSignals(JUNE);

  private Scene figure(String measure, OptionalInt at, Slice slice, Result result) {
    figures.add(
        new Figure(measure, 1, at, slice, "", Unit.SHARE, JUNE, JUNE.atEndOfMonth(), result));
    return this;
  }

  /** A headline figure of whatever result. */
  Scene headline(Headline headline, Result result) {
    return figure(headline.measure(), headline.at(), Slice.OVERALL, result);
  }

  Scene hidden(Headline headline, Result.Suppressed.Kind kind) {
    return headline(headline, new Result.Suppressed(kind));
  }

  Scene missing(Headline headline, String reason) {
    return headline(headline, new Result.Unavailable(reason));
  }

  Scene retention(double value, double low, double high, long n) {
    return headline(
        Headline.RETENTION,
        new Result.AtDay(value, new Interval(low, high), Math.round(n * (1 - value)), n, n / 3));
  }

  Scene share(Headline headline, long x, long n, double low, double high) {
    return headline(
        headline,
        new Result.Proportion(
            (double) x / n, new Interval(low, high), Optional.empty(), x, n, Math.min(n, 200)));
  }

  Scene sober(long x, long n, double low, double high, double best) {
    return headline(
        Headline.CONTINUOUS,
        new Result.Proportion(
            (double) x / n,
            new Interval(low, high),
            Optional.of(new Bounds((double) x / n, best)),
            x,
            n,
            n));
  }

  /** Single months, oldest first, of so many each; a negative count is a hidden month. */
  Scene months(Headline headline, int of, int... above) {
    signals.add(
        headline.measure(), headline.at(), headline.at().isPresent() ? JUDGED : JUNE, of, above);
    return this;
  }

  /** A verdict that cannot be told. */
  Scene signal(Headline headline, Result result) {
    return figure("signal", headline.at(), Slice.OVERALL.withLevel(headline.measure()), result);
  }

  /** So many unplanned exits on days 20 and 100. */
  Scene unplanned(long early, long late) {
    curves.add(
        new Curve(
            "exit_incidence_unplanned",
            1,
            Slice.OVERALL,
            JUNE,
            JUNE.atEndOfMonth(),
            300,
            List.of(
                new CurvePoint(20, 300, early, 0, 0.2, 0.1, 0.3),
                new CurvePoint(100, 200, late, 0, 0.4, 0.3, 0.5)),
            Optional.empty()));
    return this;
  }

  Scene endings(double completed, double unplanned) {
    return figure(
            "exit_incidence_planned",
            OptionalInt.of(180),
            Slice.OVERALL,
            new Result.AtDay(
                completed, new Interval(completed - 0.07, completed + 0.07), 40, 266, 20))
        .figure(
            "exit_incidence_unplanned",
            OptionalInt.of(180),
            Slice.OVERALL,
            new Result.AtDay(
                unplanned, new Interval(unplanned - 0.06, unplanned + 0.06), 40, 266, 20));
  }

  Scene finding(String check, FindingLevel level, Place place) {
    findings.add(new Finding(check, level, place, "Something was found.", Optional.empty()));
    return this;
  }

  /** A site beside limits of 60 to 80 % around 70 %. */
  Scene site(String name, String level, OptionalInt at, double value) {
    return figure(
        "site_funnel",
        at,
        Slice.ofSite(name).withLevel(level),
        new Result.Funnel(
            value,
            Optional.of(
                new Result.FunnelLimits(0.7, new Interval(0.63, 0.77), new Interval(0.6, 0.8))),
            Math.round(value * 100),
            100,
            100));
  }

  Scene restated(
      Headline headline, YearMonth month, double first, long of, double now, long nowOf) {
    restatements.add(
        new Restatement(headline.measure(), headline.at(), month, first, of, now, nowOf));
    return this;
  }

  Reading reading() {
    List<Figure> all = new ArrayList<>(figures);
    all.addAll(signals.figures());
    return new Reading(
        new MonthReport(
                "Fernhollow",
                JUNE,
                JUNE.atEndOfMonth(),
                1,
                YearMonth.of(2024, 7),
                LocalDate.of(2025, 5, 31),
                30,
                11,
                List.of(),
                List.of(),
                SampleDefinitions.ALL,
                all,
                curves,
                List.of(),
                List.of(),
                findings,
                Map.of(),
                "")
            .withControlCharts(signals.charts())
            .withRestatements(restatements));
  }
}
