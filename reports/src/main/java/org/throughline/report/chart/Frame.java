package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.throughline.figure.Unit;

/** A JFreeChart plot whose data area lies exactly where a layout wants it. */
final class Frame {

  /** Which way the gridlines run. */
  enum Grid {
    HORIZONTAL,
    VERTICAL
  }

  private final Rectangle2D area;
  private final HouseAxis across;
  private final HouseAxis up;
  private final Grid grid;

  Frame(Rectangle2D area, HouseAxis across, HouseAxis up, Grid grid) {
    this.area = area;
    this.across = across;
    this.up = up;
    this.grid = grid;
  }

  /**
   * A data area in whole pixels: JFreeChart rounds it, and words beside it must not part from it.
   */
  static Rectangle2D area(double left, double top, double right, double bottom) {
    double x = Math.round(left);
    double y = Math.round(top);
    return new Rectangle2D.Double(x, y, Math.floor(right) - x, Math.round(bottom) - y);
  }

  double x(double value) {
    return across.valueToJava2D(value, area, org.jfree.chart.ui.RectangleEdge.BOTTOM);
  }

  double y(double value) {
    return up.valueToJava2D(value, area, org.jfree.chart.ui.RectangleEdge.LEFT);
  }

  /** Draws gridlines, data and axes on a sheet of a size. */
  void draw(Ink ink, XYDataset dataset, XYItemRenderer renderer, double width, double height) {
    XYPlot plot = new XYPlot(dataset, across, up, renderer);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    AxisSpace left = new AxisSpace();
    left.setLeft(area.getMinX());
    left.setRight(width - area.getMaxX());
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setTop(area.getMinY());
    bottom.setBottom(height - area.getMaxY());
    plot.setFixedDomainAxisSpace(bottom);
    plot.setDomainGridlinesVisible(grid == Grid.VERTICAL);
    plot.setRangeGridlinesVisible(grid == Grid.HORIZONTAL);
    plot.setDomainGridlinePaint(Hue.GRID.light());
    plot.setRangeGridlinePaint(Hue.GRID.light());
    plot.setDomainGridlineStroke(HouseStyle.FINE);
    plot.setRangeGridlineStroke(HouseStyle.FINE);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.draw(ink.graphics(), new Rectangle2D.Double(0, 0, width, height));
  }

  /** Ticks from one value to another, the last one with its unit sign. */
  static List<Tick> ticks(double from, double to, double step, Unit unit) {
    List<Tick> ticks = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (long i = 0; i <= count; i++) {
      double value = from + i * step;
      String label = Numerals.tick(value, unit);
      ticks.add(new Tick(value, i == count && unit == Unit.SHARE ? label + "\u00A0%" : label));
    }
    return ticks;
  }

  /** 0, 20 … 100 %. */
  static HouseAxis percent() {
    return new HouseAxis(0, 1, ticks(0, 1, 0.2, Unit.SHARE), HouseAxis.Line.LEFT_OUT);
  }

  static HouseAxis days(int lastDay, List<Integer> ticks) {
    return new HouseAxis(
        0,
        lastDay,
        ticks.stream().map(day -> new Tick(day, Numerals.grouped(day))).toList(),
        HouseAxis.Line.DRAWN);
  }
}
