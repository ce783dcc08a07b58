package org.throughline.report.chart;

/**
 * A figure over months: a line with its interval as a pale strip. Months without a figure are gaps,
 * named under the chart with their reason.
 */
public final class TrendChart {

  private TrendChart() {}

  /** Draws the chart. */
  public static Drawing draw(TrendModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new TrendLayout(model, Form.WIDE).sheet(),
        new TrendLayout(model, Form.NARROW).sheet());
  }
}
