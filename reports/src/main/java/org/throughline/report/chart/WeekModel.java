package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * What is known of each treatment week.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description the first and the last week in words
 * @param yTitle stands level above the axis: "Share of clients in care that week"
 * @param weeks in order, each week once
 */
public record WeekModel(
    String id, String title, String description, String yTitle, List<Week> weeks) {

  public WeekModel {
    weeks = List.copyOf(weeks);
  }

  /**
   * One week.
   *
   * @param week of treatment, from 1
   * @param split empty where hidden: its place stays empty
   * @param note why it is hidden, or empty
   */
  public record Week(int week, Optional<Split> split, String note) {

    public static Week of(int week, double sober, double use, double unknown, String count) {
      return new Week(week, Optional.of(new Split(sober, use, unknown, count)), "");
    }

    public static Week hidden(int week, String reason) {
      return new Week(week, Optional.empty(), reason);
    }
  }

  /**
   * Shares of 1 that add up to 1.
   *
   * @param sober seen in that week, no use known
   * @param use use seen or reported
   * @param unknown neither
   * @param count "n = 212", told to a pointer; may be empty
   */
  public record Split(double sober, double use, double unknown, String count) {}
}
