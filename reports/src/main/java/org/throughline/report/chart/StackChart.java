package org.throughline.report.chart;

/** See {@link StackModel}. */
public final class StackChart {

  private StackChart() {}

  /** Draws the chart. */
  public static Drawing draw(StackModel model) {
    return new Drawing(model.id(), model.title(), model.description(), "", "", new byte[0]);
  }
}
