package org.throughline.report.chart;

/** Points with intervals in rows, with the numbers in columns beside them (narrow: above them). */
public final class DotChart {

  private DotChart() {}

  /** Draws the chart. */
  public static Drawing draw(DotModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new DotLayout(model, Form.WIDE).sheet(),
        new DotLayout(model, Form.NARROW).sheet());
  }
}
