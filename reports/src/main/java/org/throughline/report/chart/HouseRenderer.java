package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** A renderer that paints each item of a dataset in passes, with house ink. */
abstract class HouseRenderer extends AbstractXYItemRenderer {

  private static final long serialVersionUID = 1L;

  private final int passes;

  HouseRenderer(int passes) {
    this.passes = passes;
  }

  /** Paints an item in a pass; pass 0 of all items lies below pass 1 of any. */
  abstract void paint(Ink ink, int series, int item, int pass);

  @Override
  public final int getPassCount() {
    return passes;
  }

  @Override
  public final XYItemRendererState initialise(
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
  public final void drawItem(
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
    paint(new Ink(graphics), series, item, pass);
  }
}
