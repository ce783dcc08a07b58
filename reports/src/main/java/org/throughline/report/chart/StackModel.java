package org.throughline.report.chart;

import java.util.List;
import org.throughline.figure.CurvePoint;

/**
 * What a stack of cumulative incidences shows.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description values at the end, in words
 * @param yTitle stands level above the axis: "Share of clients admitted"
 * @param lastDay right end of the axis, in days
 * @param layers from the bottom; any hidden layer hides the whole stack, since the others would
 *     give it away
 * @param remainder name of what is left above: "Still in care"
 */
public record StackModel(
    String id,
    String title,
    String description,
    String yTitle,
    int lastDay,
    List<Layer> layers,
    String remainder) {

  public StackModel {
    layers = List.copyOf(layers);
  }

  /**
   * One area.
   *
   * @param points of the cumulative incidence, in order of days; empty where hidden
   * @param note why it is hidden, or empty
   */
  public record Layer(String name, Tint tint, List<CurvePoint> points, String note) {
    public Layer {
      points = List.copyOf(points);
    }

    public Layer(String name, Tint tint, List<CurvePoint> points) {
      this(name, tint, points, "");
    }
  }
}
