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

/** Fills areas, then draws gridlines over them and lines of paper between them. */
final class StackRenderer extends AbstractXYItemRenderer {

  private static final long serialVersionUID = 1L;

  private final transient StackCurves curves;
  private final transient List<Tint> tints;
  private final transient Frame frame;

  StackRenderer(StackCurves curves, List<Tint> tints, Frame frame) {
    this.curves = curves;
    this.tints = List.copyOf(tints);
    this.frame = frame;
  }

  @Override
  public int getPassCount() {
    return 2;
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

  /** Draws a whole layer at its first item, since its steps are one path. */
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
    if (pass == 0) {
      ink.fill(curves.area(series, frame), tints.get(series).line());
    } else if (series + 1 < tints.size()) {
      curves.parting(series, frame).ifPresent(line -> ink.draw(line, Hue.PAPER, HouseStyle.FINE));
    } else {
      gridlines(ink);
    }
  }

  /** Gridlines go on over the areas, in paper, or nothing could be read in the middle. */
  private void gridlines(Ink ink) {
    for (double share = 0.2; share < 0.99; share += 0.2) {
      double y = frame.y(share);
      curves
          .reaching(share)
          .ifPresent(
              day ->
                  ink.line(
                      frame.x(day), y, frame.x(curves.end()), y, Hue.PAPER, HouseStyle.OVERLAY));
    }
  }
}
