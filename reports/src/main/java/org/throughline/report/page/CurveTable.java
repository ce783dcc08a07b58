package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;

/** Curves as texts: their values at some days, in a table or a sentence. */
final class CurveTable {

  /**
   * A curve as it is drawn.
   *
   * @param points shares of 1; empty where hidden
   * @param missing the words for a hidden one
   */
  record Named(String name, Optional<Curve> curve, List<CurvePoint> points, String missing) {}

  private CurveTable() {}

  /** One row for each day, one column for each curve. */
  static Table of(String caption, List<Named> curves, List<Integer> days, RiskRows counts) {
    Table.Builder table = Table.titled(caption).numbers("Day");
    curves.forEach(c -> table.numbers(c.name()));
    for (int day : days) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(day));
      curves.forEach(c -> cells.add(cell(c, day, counts)));
      table.row(cells);
    }
    return table.scrolling();
  }

  private static String cell(Named named, int day, RiskRows counts) {
    if (named.curve().isEmpty() || named.points().isEmpty()) {
      return named.missing();
    }
    Optional<CurvePoint> point = at(named.points(), day);
    if (point.isEmpty()) {
      return "not yet begun";
    }
    long inCare = RiskRows.inCareAfter(named.curve().get(), day);
    if (inCare == 0 && day > named.points().get(named.points().size() - 1).day()) {
      return "nobody in care";
    }
    return value(point.get()) + ", " + counts.cell(inCare) + "\u00a0in care";
  }

  /** The value at a day in words: "71 % (65–76 %)". */
  static String value(CurvePoint point) {
    return Numerals.percent(point.estimate(), new Interval(point.low(), point.high()));
  }

  /** "High-intensity 78 % (66–87 %), n = 61; …" for a chart's description. */
  static String spoken(List<Named> curves, int day) {
    List<String> parts = new ArrayList<>();
    for (Named named : curves) {
      String value = at(named.points(), day).map(CurveTable::value).orElse(named.missing());
      String n =
          named
              .curve()
              .filter(c -> !named.points().isEmpty())
              .map(c -> Numerals.n(c.entered()))
              .orElse("");
      parts.add(named.name() + " " + value + (n.isEmpty() ? "" : ", " + n));
    }
    return "At day " + day + ": " + String.join("; ", parts) + ".";
  }

  static Optional<CurvePoint> at(List<CurvePoint> points, int day) {
    return points.stream().filter(p -> p.day() <= day).reduce((first, second) -> second);
  }

  /** Right end of an axis: whole months of 30 days that hold the curves, from 90 to 180. */
  static int lastDay(List<Named> curves) {
    int last =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .mapToInt(CurvePoint::day)
            .max()
            .orElse(180);
    return Math.min(180, Math.max(90, (last + 29) / 30 * 30));
  }
}
