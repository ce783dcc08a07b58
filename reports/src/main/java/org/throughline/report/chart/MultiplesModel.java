package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One curve for each site, all on the same axes.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description each site's value in words, or how many sites there are and their range
 * @param yTitle stands level above the first row: "Clients without an unplanned exit"
 * @param lastDay right end of all axes, in days
 * @param markDay the day whose value is written above each curve
 * @param programName how the dashed curve is called: "whole program"
 * @param program drawn dashed behind each site's curve
 * @param sites in the order of reading; those without points keep their place with their note
 */
public record MultiplesModel(
    String id,
    String title,
    String description,
    String yTitle,
    int lastDay,
    Optional<Integer> markDay,
    String programName,
    Optional<Group> program,
    List<Group> sites) {

  public MultiplesModel {
    sites = List.copyOf(sites);
  }

  /**
   * The same in parts of so many sites, for pages that cannot hold all; ids end with a number.
   *
   * @param most sites in a part
   */
  public List<MultiplesModel> parts(int most) {
    if (sites.size() <= most) {
      return List.of(this);
    }
    List<MultiplesModel> parts = new ArrayList<>();
    for (int from = 0; from < sites.size(); from += most) {
      parts.add(
          new MultiplesModel(
              id + "-" + (parts.size() + 1),
              title,
              description,
              yTitle,
              lastDay,
              markDay,
              programName,
              program,
              sites.subList(from, Math.min(from + most, sites.size()))));
    }
    return parts;
  }
}
