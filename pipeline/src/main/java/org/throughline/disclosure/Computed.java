package org.throughline.disclosure;

import java.io.Serializable;
import java.util.List;
import org.throughline.figure.ControlChart;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;

/** What was computed, before disclosure control has seen it. */
public final class Computed {
  private Computed() {}

  /**
   * A figure with the cells that it would disclose.
   *
   * @param figure the figure
   * @param cells numbers of clients (of episodes where only those are counted) behind its
   *     denominator, its numerator and the rest
   */
  public record OfFigure(Figure figure, List<Long> cells) implements Serializable {
    public OfFigure {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A curve with the number of clients that it is about.
   *
   * @param curve the curve
   * @param clients distinct clients that entered it
   */
  public record OfCurve(Curve curve, long clients) implements Serializable {}

  /**
   * A control chart with the cells of its months.
   *
   * @param chart the chart
   * @param cells for each of its points, clients behind its denominator, its numerator and the rest
   */
  public record OfChart(ControlChart chart, List<List<Long>> cells) implements Serializable {
    public OfChart {
      cells = List.copyOf(cells);
    }
  }
}
