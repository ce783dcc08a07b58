package org.throughline.report.chart;

/**
 * A finished chart. Both SVG forms carry title and description, ids that begin with {@link #id()},
 * and fonts by name only; a page embeds them inline.
 *
 * @param id prefix of all its ids
 * @param title of the chart
 * @param description for assistive technology
 * @param wideSvg 780 px wide (a sparkline: 252)
 * @param narrowSvg 350 px wide, for phones (a sparkline: the same as wide)
 * @param png the wide form at twice its size, drawn when the chart is
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes; equality of drawings is by their SVG
public record Drawing(
    String id, String title, String description, String wideSvg, String narrowSvg, byte[] png) {

  /** The wide form as a file of its own: with its title above, paper behind and fonts inside. */
  public String standaloneSvg() {
    return SvgText.standalone(this);
  }
}
