package org.throughline.flow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.throughline.figure.Bounds;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.lake.OutcomeStates;

/** The tables {@code figures} and {@code curves}, and the pin of what a month was computed from. */
public final class PublishedTables {
  private final Lake lake;

  public PublishedTables(Lake lake) {
    this.lake = lake;
  }

  /** The tag that pins a publication, in each table whose states are replaced. */
  public static String tag(YearMonth month, int edition) {
    return "publication-" + month + "." + edition;
  }

  /** Writes a month's figures and curves in place of those of the same month and edition. */
  public void write(MonthReport report) {
    List<Map<String, Object>> figures = new ArrayList<>();
    report.figures().forEach(figure -> figures.add(row(report, figure)));
    lake.publish(LakeTable.FIGURES, report.month(), report.edition(), figures);
    List<Map<String, Object>> points = new ArrayList<>();
    for (Curve curve : report.curves()) {
      curve.points().forEach(point -> points.add(row(report, curve, point)));
    }
    lake.publish(LakeTable.CURVES, report.month(), report.edition(), points);
  }

  /**
   * Tags the snapshot of {@code timelines} that the month was computed from, the current one, with
   * that of the rows set aside beside it, and the month's own state of {@code episode_outcomes}.
   */
  public Pinned pin(YearMonth month, int edition, Path lakeFolder) {
    String tag = tag(month, edition);
    long snapshot = lake.tag(LakeTable.TIMELINES, tag);
    lake.tag(LakeTable.SET_ASIDE_ROWS, tag);
    new OutcomeStates(lake)
        .of(month, edition)
        .ifPresent(state -> lake.tag(LakeTable.EPISODE_OUTCOMES, tag, state));
    return Pinned.of(new LakeReader(lakeFolder), month, edition, snapshot);
  }

  private static Map<String, Object> row(MonthReport report, Figure figure) {
    Map<String, Object> row =
        head(
            report,
            figure.month(),
            figure.cut(),
            figure.measure(),
            figure.version(),
            figure.slice());
    put(row, "at", figure.at());
    row.put("group", figure.slice().group());
    row.put("level", figure.slice().level());
    row.put("rule", figure.rule());
    row.put("unit", figure.unit().code());
    row.put("suppressed", "");
    Result result = figure.result();
    if (result instanceof Result.Count count) {
      row.put("value", (double) count.value());
    } else if (result instanceof Result.Proportion share) {
      row.put("value", share.value());
      put(row, share.interval());
      share.bounds().ifPresent(bounds -> put(row, bounds));
      row.put("numerator", share.numerator());
      row.put("denominator", share.denominator());
    } else if (result instanceof Result.AtDay atDay) {
      row.put("value", atDay.value());
      put(row, atDay.interval());
      atDay.bounds().ifPresent(bounds -> put(row, bounds));
      row.put("numerator", atDay.events());
      row.put("denominator", atDay.entered());
    } else if (result instanceof Result.Duration duration) {
      row.put("value", duration.value());
      duration.interval().ifPresent(interval -> put(row, interval));
      duration.bounds().ifPresent(bounds -> put(row, bounds));
      row.put("denominator", duration.episodes());
    } else if (result instanceof Result.Rate rate) {
      row.put("value", rate.value());
      put(row, rate.interval());
      row.put("numerator", rate.events());
      row.put("denominator", rate.days());
    } else if (result instanceof Result.Comparison test) {
      row.put("value", test.chiSquare());
      row.put("numerator", test.events());
      row.put("denominator", test.episodes());
    } else if (result instanceof Result.Ratio ratio) {
      row.put("value", ratio.value());
      put(row, ratio.interval());
      row.put("numerator", ratio.events());
      row.put("denominator", ratio.episodes());
    } else if (result instanceof Result.Funnel share) {
      row.put("value", share.value());
      share.limits().ifPresent(limits -> put(row, limits.inner()));
      share.limits().ifPresent(l -> put(row, new Bounds(l.outer().low(), l.outer().high())));
      row.put("numerator", share.numerator());
      row.put("denominator", share.denominator());
    } else if (result instanceof Result.Signal signal) {
      row.put("value", (double) signal.verdict().code());
    } else if (result instanceof Result.Unavailable unavailable) {
      row.put("unavailable", unavailable.reason());
    } else if (result instanceof Result.Suppressed hidden) {
      row.put("suppressed", hidden.kind().code());
    }
    return row;
  }

  private static Map<String, Object> row(MonthReport report, Curve curve, CurvePoint point) {
    Map<String, Object> row =
        head(report, curve.month(), curve.cut(), curve.measure(), curve.version(), curve.slice());
    row.put("day", point.day());
    row.put("at_risk", point.atRisk());
    row.put("events", point.events());
    row.put("censored", point.censored());
    row.put("estimate", point.estimate());
    row.put("ci_low", point.low());
    row.put("ci_high", point.high());
    return row;
  }

  private static Map<String, Object> head(
      MonthReport report,
      YearMonth month,
      LocalDate cut,
      String measure,
      int version,
      Slice slice) {
    Map<String, Object> row = new HashMap<>();
    row.put("month", report.month().toString());
    row.put("edition", report.edition());
    row.put("figure_month", month.toString());
    row.put("cut", cut);
    row.put("measure", measure);
    row.put("version", version);
    row.put("tier", slice.tier());
    row.put("family", slice.family());
    row.put("site", slice.site());
    return row;
  }

  private static void put(Map<String, Object> row, String column, OptionalInt value) {
    if (value.isPresent()) {
      row.put(column, value.getAsInt());
    }
  }

  private static void put(Map<String, Object> row, Interval interval) {
    row.put("ci_low", interval.low());
    row.put("ci_high", interval.high());
  }

  private static void put(Map<String, Object> row, Bounds bounds) {
    row.put("bound_low", bounds.low());
    row.put("bound_high", bounds.high());
  }
}
