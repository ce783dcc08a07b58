package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Unit;

/**
 * A figure by month.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description the series in words
 * @param yTitle stands level above the axis; the chart adds "axis starts at …" where it is not 0
 * @param unit of all values
 * @param tint of the line
 * @param months oldest first, each month once, none left out
 */
public record TrendModel(
    String id,
    String title,
    String description,
    String yTitle,
    Unit unit,
    Tint tint,
    List<Month> months) {

  public TrendModel {
    months = List.copyOf(months);
  }

  /**
   * One month.
   *
   * @param dot empty where there is no figure: a gap in the line
   * @param note why there is none ("‹11, not shown"), or empty
   */
  public record Month(YearMonth month, Optional<Dot> dot, String note) {}
}
