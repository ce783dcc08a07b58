package org.throughline.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.throughline.figure.ControlChart;
import org.throughline.figure.ControlChart.Point;
import org.throughline.figure.Result;
import org.throughline.figure.Unit;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Sparkline;
import org.throughline.report.chart.XmrChart;
import org.throughline.report.chart.XmrModel;

/** One headline measure as plain shares of single months, with the limits of usual variation. */
final class ControlSeries {

  private static final int MONTHS = 24;

  private final Reading reading;
  private final Headline headline;
  private final Optional<ControlChart> chart;

  ControlSeries(Reading reading, Headline headline) {
    this.reading = reading;
    this.headline = headline;
    this.chart =
        reading.report().controlChart(headline.measure()).filter(c -> !c.points().isEmpty());
  }

  /** Whether any month has a share that may be shown. */
  boolean shown() {
    return chart.stream().flatMap(c -> c.points().stream()).anyMatch(p -> p.value().isPresent());
  }

  Drawing spark() {
    return Sparkline.draw(model("spark-" + headline.id()));
  }

  Drawing chart() {
    return XmrChart.draw(model("trend-" + headline.id()));
  }

  /** "By month admitted, Mar 2023 – Feb 2025. Limits 48–84 %." */
  String caption() {
    if (chart.isEmpty()) {
      return "No month has anything to count yet.";
    }
    String by = months() + ", " + period() + ".";
    return chart
        .get()
        .limits()
        .map(
            l ->
                by
                    + (l.trial() ? " Dashed: trial limits, " : " Limits ")
                    + Numerals.interval(l.natural())
                    + ".")
        .orElse(by + " Too few months for limits.");
  }

  /** What a month of the chart is. */
  private String months() {
    return headline.at().isPresent() ? "By month admitted" : "By month";
  }

  /** "Mar 2023 – Feb 2025". */
  String period() {
    return Dates.brief(first()) + " – " + Dates.brief(last());
  }

  private YearMonth last() {
    return chart
        .map(c -> c.points().get(c.points().size() - 1).month())
        .orElseGet(() -> reading.report().month());
  }

  private YearMonth first() {
    YearMonth whole = last().minusMonths(MONTHS - 1L);
    return chart
        .map(c -> c.points().get(0).month())
        .filter(month -> month.isBefore(whole))
        .orElse(whole);
  }

  private XmrModel model(String id) {
    Map<YearMonth, Point> known = new HashMap<>();
    chart.ifPresent(c -> c.points().forEach(p -> known.put(p.month(), p)));
    List<XmrModel.Month> months = new ArrayList<>();
    for (YearMonth m = first(); !m.isAfter(last()); m = m.plusMonths(1)) {
      Point point = known.get(m);
      months.add(point == null ? XmrModel.Month.gap(m, "Nothing to count") : month(point));
    }
    return new XmrModel(
        id,
        headline.title() + ", month by month",
        new Prose(description()).plain(),
        headline.monthly(),
        Unit.SHARE,
        months,
        chart.flatMap(ControlChart::limits).map(ControlSeries::limits));
  }

  private XmrModel.Month month(Point point) {
    if (point.value().isEmpty()) {
      return XmrModel.Month.gap(
          point.month(), "Fewer than " + reading.smallCell() + " clients, or a complement of such");
    }
    XmrModel.Signal signal =
        switch (point.rule()) {
          case NONE -> XmrModel.Signal.NONE;
          case OUTSIDE -> XmrModel.Signal.OUTSIDE;
          case NEAR_LIMIT, ONE_SIDE, TREND -> XmrModel.Signal.RUN;
        };
    return new XmrModel.Month(
        point.month(), OptionalDouble.of(point.value().get()), "", signal, verdict(point));
  }

  private static org.throughline.report.chart.Verdict verdict(Point point) {
    return switch (point.verdict()) {
      case BETTER -> org.throughline.report.chart.Verdict.BETTER;
      case WORSE -> org.throughline.report.chart.Verdict.WORSE;
      case USUAL -> org.throughline.report.chart.Verdict.USUAL;
    };
  }

  private static XmrModel.Limits limits(ControlChart.Limits limits) {
    return new XmrModel.Limits(
        limits.centre(),
        limits.natural().low(),
        limits.natural().high(),
        limits.range(),
        limits.rangeLimit(),
        limits.months(),
        limits.trial() ? XmrModel.Standing.TRIAL : XmrModel.Standing.FIRM);
  }

  private String description() {
    if (chart.isEmpty()) {
      return "No month has anything to count yet.";
    }
    List<Point> points = chart.get().points();
    Point latest = points.get(points.size() - 1);
    long signals = points.stream().filter(p -> p.rule() != ControlChart.Rule.NONE).count();
    return "A line of single months, "
        + period()
        + ", with limits of usual variation. "
        + chart
            .get()
            .limits()
            .map(
                l ->
                    "Centre "
                        + Numerals.percent(l.centre())
                        + ", limits "
                        + Numerals.interval(l.natural())
                        + (l.trial() ? ", on trial" : "")
                        + ". ")
            .orElse("")
        + Dates.month(latest.month())
        + ": "
        + latest.value().map(Numerals::percent).orElse("not shown")
        + ". Months with a signal: "
        + Wording.number(signals)
        + ". "
        + Verdict.of(reading, headline).brief();
  }

  Table table() {
    Table.Builder table =
        Table.titled(headline.title() + ", month by month")
            .words("Month")
            .numbers("n", "Share")
            .words("Signal");
    for (Point point : chart.map(ControlChart::points).orElseGet(List::of)) {
      table.row(
          Dates.brief(point.month()),
          point.value().isPresent() ? Numerals.count(point.n()) : "–",
          point.value().map(Numerals::percent).orElse("not shown"),
          signal(point));
    }
    return table.scrolling();
  }

  private static String signal(Point point) {
    String why =
        switch (point.rule()) {
          case NONE -> "";
          case OUTSIDE -> "outside the limits";
          case NEAR_LIMIT -> "two of three far from the centre";
          case ONE_SIDE -> "seven or more on one side";
          case TREND -> "seven or more in one direction";
        };
    return why.isEmpty()
        ? "–"
        : why + (point.verdict() == Result.Signal.Verdict.BETTER ? ", better" : ", worse");
  }
}
