package org.throughline.report.chart;

/** Bars as wide as their time and as high as a rate, so that their areas compare events. */
public final class PeriodChart {

  private PeriodChart() {}

  /** Draws the chart. */
  public static Drawing draw(PeriodModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new PeriodLayout(model, Form.WIDE).sheet(),
        new PeriodLayout(model, Form.NARROW).sheet());
  }
}
