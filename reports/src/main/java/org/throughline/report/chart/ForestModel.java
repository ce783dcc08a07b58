package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/**
 * Ratios with their intervals, in rows.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description each row in words, and which intervals contain 1
 * @param rowTitle above the names: "Way of comparing"
 * @param valueTitle above the values: "Hazard ratio (95 % interval)"
 * @param below what a ratio under 1 means, beneath the axis: "fewer exits if involved"
 * @param above what one over 1 means: "more"
 * @param rows in order; biased ones last
 */
public record ForestModel(
    String id,
    String title,
    String description,
    String rowTitle,
    String valueTitle,
    String below,
    String above,
    List<Row> rows) {

  public ForestModel {
    rows = List.copyOf(rows);
  }

  /** What a row is. */
  public enum Kind {
    ESTIMATE,
    /** Known to mislead: on wash, an open point, a dashed interval, italics. */
    BIASED,
    /** Words over the rows below it. */
    HEADING,
    /** A row that stays with the reason why it has no estimate. */
    HIDDEN
  }

  /**
   * One row.
   *
   * @param detail small words under the name; may be empty
   * @param ratio empty where nothing is estimated
   * @param interval 95 %; ends that are 0 or infinite are drawn as arrows
   * @param text the value in words, or the reason why there is none
   * @param count last column, "n = 212"; may be empty
   */
  public record Row(
      String name,
      String detail,
      Kind kind,
      Tint tint,
      Optional<Double> ratio,
      Optional<Interval> interval,
      String text,
      String count) {

    public static Row estimate(
        String name, String detail, Tint tint, double ratio, Interval interval, String count) {
      return row(name, detail, Kind.ESTIMATE, tint, ratio, interval, count);
    }

    public static Row biased(
        String name, String detail, double ratio, Interval interval, String count) {
      return row(name, detail, Kind.BIASED, Tint.NEUTRAL, ratio, interval, count);
    }

    public static Row heading(String name) {
      return empty(name, "", Kind.HEADING, "", "");
    }

    public static Row hidden(String name, String detail, String reason, String count) {
      return empty(name, detail, Kind.HIDDEN, reason, count);
    }

    private static Row empty(String name, String detail, Kind kind, String text, String count) {
      return new Row(
          name, detail, kind, Tint.NEUTRAL, Optional.empty(), Optional.empty(), text, count);
    }

    private static Row row(
        String name,
        String detail,
        Kind kind,
        Tint tint,
        double ratio,
        Interval interval,
        String count) {
      return new Row(
          name,
          detail,
          kind,
          tint,
          Optional.of(ratio).filter(r -> Double.isFinite(r) && r > 0),
          Optional.of(interval).filter(i -> i.low() <= i.high()),
          number(ratio) + " (" + number(interval.low()) + "–" + number(interval.high()) + ")",
          count);
    }

    private static String number(double ratio) {
      return Double.isFinite(ratio) ? Numerals.value(ratio, Unit.HAZARD_RATIO) : "no limit";
    }
  }
}
