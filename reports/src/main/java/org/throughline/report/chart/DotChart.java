package org.throughline.report.chart;

/** See {@link DotModel}. */
public final class DotChart {

  private DotChart() {}

  /** Draws the chart. */
  public static Drawing draw(DotModel model) {
    return new Drawing(model.id(), model.title(), model.description(), "", "", new byte[0]);
  }
}
