package org.throughline.measure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
import org.throughline.episode.Cut;
import org.throughline.episode.ExitClass;
import org.throughline.figure.ControlChart;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Interval;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.XmR;

/** Whether the latest complete month of a headline measure is out of the usual. */
final class Signal implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "signal",
          1,
          "Signal or usual variation",
          Population.LATEST_COMPLETE_MONTH,
          "whether the latest month lies outside the limits, is one of seven on one side of the"
              + " centre, one of seven that rise or fall, or one of two of three beyond two thirds of"
              + " the way to a limit; 1 for the better, −1 for the worse, 0 for usual variation."
              + " signal_latest: the month's own share",
          "plain shares of calendar months that do not overlap: of sessions and exits of the month,"
              + " and of the episodes admitted in a month once all of them have had the horizon and"
              + " the days of silence; level names the measure",
          Unit.VERDICT,
          "signal_centre: mean of the first 24 months of the series, and limits 2.66 mean moving"
              + " ranges from it, ranges above 3.268 times their mean left out; from fewer than 12"
              + " months on trial",
          Direction.NEITHER,
          "A month that differs from the last one mostly differs by chance; a signal does not.",
          "Throughline measures 1.0; Wheeler and Chambers (1992); Wheeler (1993)");

  private static final int WEEK = 7;

  private static final CompleteMonths RETENTION =
      new CompleteMonths(
          "signal_retention",
          Horizons.HEADLINE_DAY,
          episode -> episode.leftUnplannedBy(Horizons.HEADLINE_DAY) ? 0 : 1);

  private static final CompleteMonths CONTINUOUS =
      new CompleteMonths(
          "signal_continuous",
          WEEK * Continuous.HEADLINE_WEEKS,
          episode -> episode.word().allSober(1, Continuous.HEADLINE_WEEKS) ? 1 : 0);

  /** What is charted. */
  private record Charted(Definition measure, OptionalInt at, String rule, Series series) {}

  /** Where the months of a measure come from. */
  private interface Series {
    List<Month> at(Counts counts, Estimation estimation);
  }

  @SuppressWarnings("ArrayRecordComponent") // laid out by ShareCounter, never compared
  private record Month(YearMonth month, long[] counts) {
    double share() {
      return (double) counts[ShareCounter.NUMERATOR] / counts[ShareCounter.DENOMINATOR];
    }
  }

  private static final List<Charted> CHARTED =
      List.of(
          new Charted(
              Retention.DEFINITION,
              OptionalInt.of(Horizons.HEADLINE_DAY),
              "",
              (counts, estimation) -> complete(RETENTION, counts, estimation)),
          new Charted(
              Completion.DEFINITION,
              OptionalInt.empty(),
              "",
              (counts, estimation) -> ofMonth(ExitCounts.name(ExitClass.PLANNED), counts)),
          new Charted(
              Attendance.DEFINITION,
              OptionalInt.empty(),
              "",
              (counts, estimation) -> ofMonth(SessionCounts.ATTENDED, counts)),
          new Charted(
              NoShow.DEFINITION,
              OptionalInt.empty(),
              "",
              (counts, estimation) -> ofMonth(SessionCounts.NO_SHOW, counts)),
          new Charted(
              Continuous.DEFINITION,
              OptionalInt.of(Continuous.HEADLINE_WEEKS),
              "worst",
              (counts, estimation) -> complete(CONTINUOUS, counts, estimation)));

  private static List<Month> ofMonth(String counter, Counts counts) {
    return List.of(
        new Month(counts.cut().month(), counts.at(counter, Slice.OVERALL, ShareCounter.LENGTH)));
  }

  private static List<Month> complete(CompleteMonths months, Counts counts, Estimation estimation) {
    return months.completeAt(counts.cut(), estimation.plan().rules()).stream()
        .map(m -> new Month(m.month(), counts.at(m.counter(), Slice.OVERALL, ShareCounter.LENGTH)))
        .toList();
  }

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(RETENTION, CONTINUOUS, ExitCounts.INSTANCE, SessionCounts.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    CHARTED.forEach(charted -> publish(estimation, charted));
  }

  private static void publish(Estimation estimation, Charted charted) {
    List<Month> months = new ArrayList<>();
    List<Month> now = List.of();
    for (Cut cut : estimation.plan().cuts()) {
      Counts counts = new Counts(estimation.counts().sheet(), cut, estimation.plan().days(cut));
      now = charted.series.at(counts, estimation);
      months.addAll(now);
    }
    months.removeIf(month -> month.counts[ShareCounter.DENOMINATOR] == 0);
    months.sort(Comparator.comparing(Month::month));
    Optional<Month> latest =
        now.stream()
            .filter(month -> month.counts[ShareCounter.DENOMINATOR] > 0)
            .max(Comparator.comparing(Month::month));
    Optional<XmR> chart = XmR.of(months.stream().map(Month::share).toList());
    estimation.chart(
        new Computed.OfChart(
            drawn(charted, months, chart),
            months.stream().map(month -> List.of(Shares.cells(month.counts))).toList()));
    Slice slice = Slice.OVERALL.withLevel(charted.measure.id());
    estimation.figure(
        DEFINITION,
        charted.at,
        slice,
        charted.rule,
        latest.isPresent()
            ? result(chart, charted.measure.direction())
            : new Result.Unavailable("There is nothing to count in the latest complete month."),
        months.stream().mapToLong(month -> month.counts[ShareCounter.CLIENTS]).sum());
    if (charted.at.isPresent()) {
      long[] counts = latest.map(Month::counts).orElseGet(() -> new long[ShareCounter.LENGTH]);
      estimation.figure(
          Estimation.of(
              DEFINITION,
              DEFINITION.id() + "_latest",
              charted.at,
              slice,
              charted.rule,
              Unit.SHARE,
              estimation.counts().cut(),
              Shares.ofEpisodes(counts, "No episode was admitted in the latest complete month.")),
          Shares.cells(counts));
    }
  }

  private static ControlChart drawn(Charted charted, List<Month> months, Optional<XmR> chart) {
    List<ControlChart.Point> points = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      int position = i;
      Optional<XmR.Point> point = chart.map(c -> c.points().get(position));
      points.add(
          new ControlChart.Point(
              month.month,
              Optional.of(month.share()),
              month.counts[ShareCounter.DENOMINATOR],
              point.flatMap(XmR.Point::strongest).map(Signal::rule).orElse(ControlChart.Rule.NONE),
              point
                  .map(p -> verdict(p.way(), charted.measure.direction()))
                  .orElse(Result.Signal.Verdict.USUAL)));
    }
    return new ControlChart(
        charted.measure.id(), charted.at, points, chart.map(c -> limits(c.limits())));
  }

  private static ControlChart.Rule rule(XmR.Rule strongest) {
    return switch (strongest) {
      case OUTSIDE -> ControlChart.Rule.OUTSIDE;
      case NEAR_LIMIT -> ControlChart.Rule.NEAR_LIMIT;
      case ONE_SIDE -> ControlChart.Rule.ONE_SIDE;
      case TREND -> ControlChart.Rule.TREND;
    };
  }

  private static ControlChart.Limits limits(XmR.Limits limits) {
    return new ControlChart.Limits(
        limits.centre(),
        natural(limits),
        limits.range(),
        limits.rangeLimit(),
        limits.points(),
        limits.standing() == XmR.Standing.TRIAL);
  }

  /** Limits of a share, which is not below 0 or above 1. */
  private static Interval natural(XmR.Limits limits) {
    return new Interval(Math.max(0, limits.low()), Math.min(1, limits.high()));
  }

  private static Result result(Optional<XmR> chart, Direction direction) {
    if (chart.isEmpty()) {
      return new Result.Unavailable(
          "Fewer than " + XmR.LEAST + " months can be compared, which is too few to say.");
    }
    XmR.Point latest = chart.get().latest();
    XmR.Limits limits = chart.get().limits();
    return new Result.Signal(
        verdict(latest.way(), direction),
        latest.strongest().map(rule -> words(rule, latest.way())).orElse(""),
        limits.centre(),
        natural(limits),
        chart.get().points().size(),
        limits.standing() == XmR.Standing.TRIAL);
  }

  private static Result.Signal.Verdict verdict(XmR.Way way, Direction direction) {
    if (way == XmR.Way.NONE) {
      return Result.Signal.Verdict.USUAL;
    }
    boolean better = (way == XmR.Way.UP) == (direction == Direction.UP_IS_BETTER);
    return better ? Result.Signal.Verdict.BETTER : Result.Signal.Verdict.WORSE;
  }

  private static String words(XmR.Rule rule, XmR.Way way) {
    String side = way == XmR.Way.UP ? "above" : "below";
    return switch (rule) {
      case OUTSIDE -> "the month is " + side + " the limits of usual variation";
      case NEAR_LIMIT -> "two of three months are far " + side + " the centre";
      case ONE_SIDE -> "seven or more months in a row are " + side + " the centre";
      case TREND -> "seven or more months in a row " + (way == XmR.Way.UP ? "rose" : "fell");
    };
  }
}
