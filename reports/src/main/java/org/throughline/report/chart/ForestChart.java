package org.throughline.report.chart;

/** Ratios with their intervals on a log axis about 1, with the numbers in columns beside them. */
public final class ForestChart {

  private ForestChart() {}

  /** Draws the chart. */
  public static Drawing draw(ForestModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new ForestLayout(model, Form.WIDE).sheet(),
        new ForestLayout(model, Form.NARROW).sheet());
  }
}
