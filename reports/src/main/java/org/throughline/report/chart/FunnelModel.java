package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;
import org.throughline.figure.Unit;

/**
 * Sites by their size, with the limits that chance alone sets.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description sites, limits, and which sites are outside them
 * @param yTitle stands level above the axis: "No unplanned exit by day 90"
 * @param xTitle under the axis: "Clients at the site"
 * @param unit of values and limits
 * @param centreName beside the centre line: "All sites"
 * @param centre the value of all sites together
 * @param limits by size, in order of n
 * @param sites that can be shown
 * @param note under the chart, on those that cannot ("Not shown: 3 sites, each with ‹11"), or empty
 */
public record FunnelModel(
    String id,
    String title,
    String description,
    String yTitle,
    String xTitle,
    Unit unit,
    String centreName,
    Optional<Double> centre,
    List<Limit> limits,
    List<Site> sites,
    String note) {

  public FunnelModel {
    limits = List.copyOf(limits);
    sites = List.copyOf(sites);
  }

  /**
   * Limits for one size.
   *
   * @param n clients
   * @param low lower of the 95 % limits
   * @param high upper of the 95 % limits
   * @param outerLow lower of the 99.8 % limits
   * @param outerHigh upper of the 99.8 % limits
   */
  public record Limit(double n, double low, double high, double outerLow, double outerHigh) {}

  /**
   * One site.
   *
   * @param n clients, its place on the axis
   * @param verdict BETTER or WORSE only outside of the 99.8 % limits: a coloured diamond with its
   *     name
   */
  public record Site(String name, long n, double value, Verdict verdict) {}
}
