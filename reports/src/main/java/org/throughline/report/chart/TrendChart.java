package org.throughline.report.chart;

/** See {@link TrendModel}. */
public final class TrendChart {

  private TrendChart() {}

  /** Draws the chart. */
  public static Drawing draw(TrendModel model) {
    return new Drawing(model.id(), model.title(), model.description(), "", "", new byte[0]);
  }
}
