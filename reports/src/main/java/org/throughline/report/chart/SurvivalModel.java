package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * What a survival chart shows.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description what is shown, values with intervals and n, what overlaps or is flagged
 * @param yTitle stands level above the axis: "Clients without an unplanned exit"
 * @param lastDay right end of the axis, in days
 * @param groups in the order of the table
 * @param markDay the day whose values are ringed and written out
 */
public record SurvivalModel(
    String id,
    String title,
    String description,
    String yTitle,
    int lastDay,
    List<Group> groups,
    Optional<Integer> markDay) {

  public SurvivalModel {
    groups = List.copyOf(groups);
  }
}
