package org.throughline.report.chart;

/**
 * Small survival curves by site with equal axes, the whole program dashed in each. Three in a row,
 * narrow one or two.
 */
public final class MultiplesChart {

  private MultiplesChart() {}

  /** Draws the chart. */
  public static Drawing draw(MultiplesModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new MultiplesLayout(model, Form.WIDE).sheet(),
        new MultiplesLayout(model, Form.NARROW).sheet());
  }
}
