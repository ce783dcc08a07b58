package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.throughline.figure.Bounds;
import org.throughline.figure.Interval;

/** Draws pale bars for bounds below, then intervals, then points. */
final class DotRenderer extends AbstractXYItemRenderer {

  /** A point at a height above the floor of the plot. */
  record Spot(Dot dot, Tint tint, double height) {}

  private static final long serialVersionUID = 1L;

  private final transient List<Spot> spots;
  private final transient Frame frame;

  DotRenderer(List<Spot> spots, Frame frame) {
    this.spots = List.copyOf(spots);
    this.frame = frame;
  }

  @Override
  public int getPassCount() {
    return 3;
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
    Ink ink = new Ink(graphics);
    Spot spot = spots.get(item);
    double y = frame.y(spot.height());
    Hue line = spot.tint().line();
    switch (pass) {
      case 0 -> {
        if (item == 0) {
          ink.line(
              frame.x(0), area.getMinY(), frame.x(0), area.getMaxY(), Hue.AXIS, HouseStyle.FINE);
        }
        spot.dot().bounds().ifPresent(bounds -> bar(ink, spot, bounds, y));
      }
      case 1 ->
          spot.dot()
              .interval()
              .ifPresent(
                  interval ->
                      ink.line(
                          frame.x(interval.low()),
                          y,
                          frame.x(interval.high()),
                          y,
                          line,
                          HouseStyle.WHISKER));
      default ->
          ink.fill(spot.tint().marker().at(frame.x(spot.dot().value()), y, HouseStyle.POINT), line);
    }
  }

  private void bar(Ink ink, Spot spot, Bounds bounds, double y) {
    double low = Math.min(bounds.low(), spot.dot().value());
    double high = Math.max(bounds.high(), spot.dot().value());
    double top = y - HouseStyle.BOUND_BAR / 2;
    ink.fill(
        frame.x(low), top, frame.x(high) - frame.x(low), HouseStyle.BOUND_BAR, spot.tint().band());
    for (double end : new double[] {low, high}) {
      if (end != spot.dot().value()) {
        double x = frame.x(end);
        ink.line(x, top, x, top + HouseStyle.BOUND_BAR, spot.tint().line(), HouseStyle.BOUND_TICK);
      }
    }
  }

  /** The largest value that has to be on the axis. */
  static double highest(Dot dot) {
    double interval = dot.interval().map(Interval::high).orElse(dot.value());
    double bounds = dot.bounds().map(Bounds::high).orElse(dot.value());
    return Math.max(dot.value(), Math.max(interval, bounds));
  }
}
