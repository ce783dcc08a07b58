package org.throughline.report.chart;

/** Columns to 100 % by treatment week: seen sober from the floor, then use, then not known. */
public final class WeekChart {

  private WeekChart() {}

  /** Draws the chart. */
  public static Drawing draw(WeekModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new WeekLayout(model, Form.WIDE).sheet(),
        new WeekLayout(model, Form.NARROW).sheet());
  }
}
