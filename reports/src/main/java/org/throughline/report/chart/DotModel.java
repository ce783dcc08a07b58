package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;
import org.throughline.figure.Unit;

/**
 * What a chart of points with intervals shows.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description the rows in words
 * @param axisTitle under the axis, level: "Share of sessions offered"; empty for none
 * @param columnTitle above the column of values: "Share (95 % interval)"
 * @param unit of all values; shares start at 0 and are written as percentages
 * @param sections in order
 */
public record DotModel(
    String id,
    String title,
    String description,
    String axisTitle,
    String columnTitle,
    Unit unit,
    List<Section> sections) {

  public DotModel {
    sections = List.copyOf(sections);
  }

  /** Rows under a heading; an empty heading takes no room. */
  public record Section(String heading, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row.
   *
   * @param dot empty where nothing can be shown
   * @param text the value in words, "68 % (64–72 %)", or the reason why it is not shown
   * @param count last column, "n = 212"; may be empty
   */
  public record Row(String name, Tint tint, Optional<Dot> dot, String text, String count) {

    public static Row shown(String name, Tint tint, Dot dot, String text, String count) {
      return new Row(name, tint, Optional.of(dot), text, count);
    }

    /** A row that stays, in italics, with the reason why it has no point. */
    public static Row hidden(String name, Tint tint, String reason, String count) {
      return new Row(name, tint, Optional.empty(), reason, count);
    }
  }
}
