package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.throughline.figure.CurvePoint;

/**
 * Draws step curves in passes over all of them: fills below, then the edges of all bands, so that a
 * hidden band keeps its outline; then curves, then ticks.
 */
final class CurveRenderer extends AbstractXYItemRenderer {

  /** A curve and its looks, in the order of the dataset's series. */
  record Line(StepCurve curve, Tint tint) {}

  private static final long serialVersionUID = 1L;
  private static final int PASSES = 4;
  private static final double WHISKER_PITCH = 6;

  private final transient List<Line> lines;
  private final transient Frame frame;
  private final transient List<Integer> whiskerDays;

  /**
   * Curves with bands, or, where those would cover one another, with whiskers on some days.
   *
   * @param whiskerDays empty for bands
   */
  CurveRenderer(List<Line> lines, Frame frame, List<Integer> whiskerDays) {
    this.lines = List.copyOf(lines);
    this.frame = frame;
    this.whiskerDays = List.copyOf(whiskerDays);
  }

  /** How far beside its day a group's whisker stands, in px, so that none hides another. */
  static double aside(int group, int groups) {
    return (group - (groups - 1) / 2.0) * WHISKER_PITCH;
  }

  @Override
  public int getPassCount() {
    return PASSES;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D graphics,
      Rectangle2D area,
      XYPlot plot,
      XYDataset dataset,
      PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(graphics, area, plot, dataset, info);
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  /** Draws a whole series at its first item, since its steps are one path. */
  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (item > 0) {
      return;
    }
    Ink ink = new Ink(graphics);
    Line line = lines.get(series);
    switch (pass) {
      case 0 -> {
        if (whiskerDays.isEmpty()) {
          fills(ink, series);
        } else {
          whiskers(ink, line, aside(series, lines.size()), area.getMaxX());
        }
      }
      case 1 -> {
        if (whiskerDays.isEmpty()) {
          edges(ink, line);
        }
      }
      case 2 -> curve(ink, line);
      default -> ticks(ink, line);
    }
  }

  private void whiskers(Ink ink, Line line, double aside, double right) {
    double last = right - aside(lines.size() - 1, lines.size());
    for (int day : whiskerDays) {
      line.curve()
          .trustedAt(day)
          .filter(point -> point.high() > point.low())
          .ifPresent(
              point -> {
                double x = Math.min(frame.x(day), last) + aside;
                ink.line(
                    x,
                    frame.y(point.high()),
                    x,
                    frame.y(point.low()),
                    line.tint().line(),
                    HouseStyle.CURVE_WHISKER);
              });
    }
  }

  /** All fills at the first series: wide bands lie under narrow ones. */
  private void fills(Ink ink, int series) {
    if (series > 0) {
      return;
    }
    lines.stream()
        .sorted(Comparator.comparingDouble((Line line) -> line.curve().bandWidth()).reversed())
        .forEach(line -> fill(ink, line));
  }

  private void fill(Ink ink, Line line) {
    for (StepCurve.Run run : line.curve().runs()) {
      if (run.trusted()) {
        ink.fill(line.curve().band(run, frame), line.tint().band());
      }
    }
  }

  private void edges(Ink ink, Line line) {
    for (StepCurve.Run run : line.curve().runs()) {
      if (run.trusted()) {
        ink.draw(
            line.curve().edge(run, frame, CurvePoint::high), line.tint().edge(), HouseStyle.HAIR);
        ink.draw(
            line.curve().edge(run, frame, CurvePoint::low), line.tint().edge(), HouseStyle.HAIR);
      }
    }
  }

  private void curve(Ink ink, Line line) {
    for (StepCurve.Run run : line.curve().runs()) {
      ink.draw(
          line.curve().path(run, frame),
          line.tint().line(),
          run.trusted()
              ? line.tint().dash().stroke(HouseStyle.CURVE_WIDTH)
              : HouseStyle.THIN_CURVE);
    }
  }

  private void ticks(Ink ink, Line line) {
    for (CurvePoint point : line.curve().censorDays()) {
      double x = frame.x(point.day());
      double y = frame.y(point.estimate());
      double half = HouseStyle.CENSOR_TICK / 2;
      ink.line(x, y - half, x, y + half, line.tint().line(), HouseStyle.CENSOR);
    }
    if (line.curve().runs().isEmpty()) {
      CurvePoint only = line.curve().last();
      ink.fill(
          line.tint().marker().at(frame.x(only.day()), frame.y(only.estimate()), HouseStyle.RING),
          line.tint().line());
    }
  }
}
