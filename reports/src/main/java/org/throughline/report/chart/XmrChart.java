package org.throughline.report.chart;

/**
 * Individual values with their limits of usual variation, and the moving ranges below (Wheeler and
 * Chambers, 1992). The range of a month is its distance from the last month that has a figure.
 */
public final class XmrChart {

  private XmrChart() {}

  /** Draws the chart. */
  public static Drawing draw(XmrModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new XmrLayout(model, Form.WIDE).sheet(),
        new XmrLayout(model, Form.NARROW).sheet());
  }
}
