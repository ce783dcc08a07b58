package org.throughline.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.ControlChart;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Signal.Verdict;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.XmR;

/** Control charts of plain monthly counts, and the verdicts that go with them. */
final class SampleSignals {

  private final YearMonth reporting;
  private final List<ControlChart> charts = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  SampleSignals(YearMonth reporting) {
    this.reporting = reporting;
  }

  List<ControlChart> charts() {
    return List.copyOf(charts);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /**
   * A measure of which higher is better.
   *
   * @param last the last month counted
   * @param of what each month's share is of
   * @param above the counts above the line, oldest first; negative for a month that is hidden
   */
  SampleSignals add(String measure, OptionalInt at, YearMonth last, int of, int... above) {
    List<Double> values = new ArrayList<>();
    for (int count : above) {
      values.add((double) Math.abs(count) / of);
    }
    Optional<XmR> xmr = XmR.of(values);
    List<ControlChart.Point> points = new ArrayList<>();
    for (int i = 0; i < above.length; i++) {
      Optional<XmR.Point> point = Optional.empty();
      if (xmr.isPresent()) {
        point = Optional.of(xmr.get().points().get(i));
      }
      ControlChart.Point shown =
          new ControlChart.Point(
              last.minusMonths(above.length - 1L - i),
              Optional.of(values.get(i)),
              of,
              point
                  .flatMap(XmR.Point::strongest)
                  .map(rule -> ControlChart.Rule.valueOf(rule.name()))
                  .orElse(ControlChart.Rule.NONE),
              point.map(p -> verdict(p.way())).orElse(Verdict.USUAL));
      points.add(above[i] < 0 ? shown.hide() : shown);
    }
    charts.add(new ControlChart(measure, at, points, xmr.map(x -> limits(x.limits()))));
    figures.add(
        new Figure(
            "signal",
            1,
            at,
            Slice.OVERALL.withLevel(measure),
            "",
            Unit.VERDICT,
            reporting,
            reporting.atEndOfMonth(),
            xmr.map(SampleSignals::result)
                .orElseGet(
                    () ->
                        new Result.Unavailable(
                            above.length == 0
                                ? "There is nothing to count in the latest complete month."
                                : "Fewer than 6 months can be compared, which is too few to"
                                    + " say."))));
    return this;
  }

  private static Verdict verdict(XmR.Way way) {
    return switch (way) {
      case UP -> Verdict.BETTER;
      case DOWN -> Verdict.WORSE;
      case NONE -> Verdict.USUAL;
    };
  }

  private static ControlChart.Limits limits(XmR.Limits limits) {
    return new ControlChart.Limits(
        limits.centre(),
        new Interval(Math.max(0, limits.low()), Math.min(1, limits.high())),
        limits.range(),
        limits.rangeLimit(),
        limits.points(),
        limits.standing() == XmR.Standing.TRIAL);
  }

  private static Result result(XmR xmr) {
    ControlChart.Limits limits = limits(xmr.limits());
    return new Result.Signal(
        verdict(xmr.latest().way()),
        xmr.latest().signals() ? "the month stands out" : "",
        limits.centre(),
        limits.natural(),
        xmr.points().size(),
        limits.trial());
  }
}
