package org.throughline.report.chart;

import java.util.List;

/**
 * Step curves with bands, values at a marked day, and the table of clients under them.
 *
 * <p>A curve ends with its last client and is dotted, without a band, where fewer than 11 are at
 * risk. A group without points stays with its reason.
 */
public final class SurvivalChart {

  private SurvivalChart() {}

  /** Draws the chart. */
  public static Drawing draw(SurvivalModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new SurvivalLayout(model, Form.WIDE).sheet(),
        new SurvivalLayout(model, Form.NARROW).sheet());
  }

  /**
   * The days that carry a tick and a column of the table in the wide form; the narrow form has some
   * of them.
   */
  public static List<Integer> ticks(int lastDay) {
    return DayTicks.wide(Math.max(1, lastDay));
  }
}
