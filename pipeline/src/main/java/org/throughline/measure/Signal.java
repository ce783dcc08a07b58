package org.throughline.measure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.throughline.disclosure.Computed;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.SobrietyWord;
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
  private static final int TWO_MONTHS = 62;

  private static final CompleteMonths RETENTION =
      new CompleteMonths(
          "signal_retention",
          Horizons.HEADLINE_DAY,
          episode -> episode.leftUnplannedBy(Horizons.HEADLINE_DAY) ? 0 : 1,
          CompleteMonths.Rules.ALL);

  private static final CompleteMonths CONTINUOUS =
      new CompleteMonths(
          "signal_continuous",
          WEEK * Continuous.HEADLINE_WEEKS,
          episode -> allSober(episode.word()),
          CompleteMonths.Rules.ALL);

  private static final CompleteMonths CONTINUOUS_BEST =
      continuousOtherwise("best", episode -> noUse(episode.word()));

  private static final CompleteMonths CONTINUOUS_OBSERVED =
      continuousOtherwise(
          "observed",
          episode ->
              episode.word().anyObserved(1, Continuous.HEADLINE_WEEKS)
                  ? noUse(episode.word())
                  : CompleteMonths.LEFT_OUT);

  private static final CompleteMonths CONTINUOUS_REFUSED =
      continuousOtherwise(
          "refused", episode -> allSober(episode.word(episode.rules().refusedTest().other())));

  private static CompleteMonths continuousOtherwise(
      String reading, ToIntFunction<EpisodeOutcome> counts) {
    return new CompleteMonths(
        "signal_continuous_" + reading,
        WEEK * Continuous.HEADLINE_WEEKS,
        counts,
        CompleteMonths.Rules.PUBLISHED);
  }

  private static int allSober(SobrietyWord word) {
    return word.allSober(1, Continuous.HEADLINE_WEEKS) ? 1 : 0;
  }

  private static int noUse(SobrietyWord word) {
    return word.anyUse(1, Continuous.HEADLINE_WEEKS) ? 0 : 1;
  }

  /**
   * What is charted.
   *
   * @param otherwise series of readings that are counted beside the published one, by code
   */
  private record Charted(
      Definition measure,
      OptionalInt at,
      String rule,
      Series series,
      Map<String, Series> otherwise) {
    Charted(Definition measure, OptionalInt at, Series series) {
      this(measure, at, "", series, Map.of());
    }
  }

  /** Where the months of a measure come from. */
  private interface Series {
    List<Month> at(Counts counts);
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
              counts -> complete(RETENTION, counts)),
          new Charted(
              Completion.DEFINITION,
              OptionalInt.empty(),
              counts -> ofMonth(ExitCounts.name(ExitClass.PLANNED), counts)),
          new Charted(
              Attendance.DEFINITION,
              OptionalInt.empty(),
              counts -> ofMonth(SessionCounts.ATTENDED, counts)),
          new Charted(
              NoShow.DEFINITION,
              OptionalInt.empty(),
              counts -> ofMonth(SessionCounts.NO_SHOW, counts)),
          new Charted(
              Continuous.DEFINITION,
              OptionalInt.of(Continuous.HEADLINE_WEEKS),
              "worst",
              counts -> complete(CONTINUOUS, counts),
              Map.of(
                  "best",
                  counts -> complete(CONTINUOUS_BEST, counts),
                  "observed",
                  counts -> complete(CONTINUOUS_OBSERVED, counts),
                  Otherwise.REFUSED_UNKNOWN,
                  counts -> complete(CONTINUOUS_REFUSED, counts),
                  Otherwise.REFUSED_USE,
                  counts -> complete(CONTINUOUS_REFUSED, counts))));

  private static List<Month> ofMonth(String counter, Counts counts) {
    return List.of(
        new Month(counts.cut().month(), counts.at(counter, Slice.OVERALL, ShareCounter.LENGTH)));
  }

  private static List<Month> complete(CompleteMonths months, Counts counts) {
    return months.completeAt(counts.cut()).stream()
        .map(m -> new Month(m.month(), counts.at(m.counter(), Slice.OVERALL, ShareCounter.LENGTH)))
        .toList();
  }

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(
        RETENTION,
        CONTINUOUS,
        CONTINUOUS_BEST,
        CONTINUOUS_OBSERVED,
        CONTINUOUS_REFUSED,
        ExitCounts.INSTANCE,
        SessionCounts.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    CHARTED.forEach(charted -> publish(estimation, charted));
  }

  /**
   * Whether any signal is about an episode at a cut: it was in care in the month, or the month of
   * its admission may be complete.
   */
  static boolean looksAt(EpisodeOutcome episode) {
    int monthStart = episode.cut().monthStart() - episode.timeline().admittedOn();
    if (episode.exit().knownDay() >= monthStart) {
      return true;
    }
    int sinceSilence = episode.retentionCutDay();
    return sinceSilence >= WEEK * Continuous.HEADLINE_WEEKS
        && sinceSilence < Horizons.HEADLINE_DAY + TWO_MONTHS;
  }

  /**
   * The signal of a headline measure in the months of some cuts, under a reading; empty where the
   * measure has none.
   *
   * @param cuts of all months that the reading looks at
   * @param reading its code
   */
  static Optional<Computed.OfFigure> under(
      Estimation estimation, String measure, List<Cut> cuts, String reading) {
    return CHARTED.stream()
        .filter(charted -> charted.measure.id().equals(measure))
        .findFirst()
        .map(
            charted -> {
              Series series = charted.otherwise.getOrDefault(reading, charted.series);
              return figure(charted, Points.of(estimation, cuts, series), cuts);
            });
  }

  /**
   * The months of a series.
   *
   * @param months those with something to count, in order of time
   * @param latest the one that became complete at the last cut, if it has something to count
   */
  private record Points(List<Month> months, Optional<Month> latest) {
    Optional<XmR> chart() {
      return XmR.of(months.stream().map(Month::share).toList());
    }

    static Points of(Estimation estimation, List<Cut> cuts, Series series) {
      List<Month> months = new ArrayList<>();
      List<Month> now = List.of();
      for (Cut cut : cuts) {
        now = series.at(new Counts(estimation.counts().sheet(), cut, estimation.plan().days(cut)));
        months.addAll(now);
      }
      months.removeIf(month -> month.counts[ShareCounter.DENOMINATOR] == 0);
      months.sort(Comparator.comparing(Month::month));
      return new Points(
          months,
          now.stream()
              .filter(month -> month.counts[ShareCounter.DENOMINATOR] > 0)
              .max(Comparator.comparing(Month::month)));
    }
  }

  private static Computed.OfFigure figure(Charted charted, Points points, List<Cut> cuts) {
    return new Computed.OfFigure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            charted.at,
            Slice.OVERALL.withLevel(charted.measure.id()),
            charted.rule,
            DEFINITION.unit(),
            cuts.get(cuts.size() - 1),
            points.latest.isPresent()
                ? result(points.chart(), charted.measure.direction())
                : new Result.Unavailable(
                    "There is nothing to count in the latest complete month.")),
        List.of(clients(charted, points.months)));
  }

  /**
   * Clients that a chart is about, at least: exits and admissions are of other clients each month,
   * while sessions are of the same ones again.
   */
  private static long clients(Charted charted, List<Month> months) {
    LongStream each = months.stream().mapToLong(m -> m.counts[ShareCounter.CLIENTS]);
    boolean again =
        charted.measure.equals(Attendance.DEFINITION) || charted.measure.equals(NoShow.DEFINITION);
    return again ? each.max().orElse(0) : each.sum();
  }

  private static void publish(Estimation estimation, Charted charted) {
    List<Cut> cuts = estimation.plan().cuts();
    Points points = Points.of(estimation, cuts, charted.series);
    estimation.chart(
        new Computed.OfChart(
            drawn(charted, points.months, points.chart()),
            points.months.stream().map(month -> List.of(Shares.cells(month.counts))).toList()));
    estimation.figure(figure(charted, points, cuts));
    if (charted.at.isPresent()) {
      long[] counts =
          points.latest.map(Month::counts).orElseGet(() -> new long[ShareCounter.LENGTH]);
      estimation.figure(
          Estimation.of(
              DEFINITION,
              DEFINITION.id() + "_latest",
              charted.at,
              Slice.OVERALL.withLevel(charted.measure.id()),
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
