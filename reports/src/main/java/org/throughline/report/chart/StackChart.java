package org.throughline.report.chart;

/**
 * Cumulative incidences on top of one another: the share who have left, by kind of exit, and above
 * them who is still in care.
 *
 * <p>A vertical line marks the day from which fewer than 11 are in care.
 */
public final class StackChart {

  private StackChart() {}

  /** Draws the chart. */
  public static Drawing draw(StackModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new StackLayout(model, Form.WIDE).sheet(),
        new StackLayout(model, Form.NARROW).sheet());
  }
}
