package org.throughline.report.chart;

import java.util.List;
import org.throughline.figure.CurvePoint;

/**
 * One curve of a survival chart.
 *
 * @param name what a reader calls it; written beside its line and above its part of the table
 * @param tint its colour, dash and shape
 * @param points of the curve as it is to be drawn, in order of days (shares of 1, high = still
 *     there); empty where hidden
 * @param n clients that the curve is about; not written where 0
 * @param rows of the table under the chart; empty for no table
 * @param note why nothing is drawn ("‹11, not shown"), or empty
 */
public record Group(
    String name, Tint tint, List<CurvePoint> points, long n, List<RiskRow> rows, String note) {

  public Group {
    points = List.copyOf(points);
    rows = List.copyOf(rows);
  }

  /** A group that is drawn. */
  public Group(String name, Tint tint, List<CurvePoint> points, long n, List<RiskRow> rows) {
    this(name, tint, points, n, rows, "");
  }

  /** A group that stays in the chart with the reason why it has no curve. */
  public static Group hidden(String name, Tint tint, String reason) {
    return new Group(name, tint, List.of(), 0, List.of(), reason);
  }

  /** 1 minus each value: a cumulative incidence becomes the share without that event. */
  public static List<CurvePoint> eventFree(List<CurvePoint> incidence) {
    return incidence.stream()
        .map(
            p ->
                new CurvePoint(
                    p.day(),
                    p.atRisk(),
                    p.events(),
                    p.censored(),
                    1 - p.estimate(),
                    1 - p.high(),
                    1 - p.low()))
        .toList();
  }
}
