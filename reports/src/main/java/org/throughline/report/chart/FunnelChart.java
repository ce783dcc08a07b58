package org.throughline.report.chart;

/**
 * Sites by size between limits that narrow (Spiegelhalter, Statistics in Medicine 2005;24:1185).
 * Dots have no names: their order says nothing. Only those outside of the outer limits are named.
 */
public final class FunnelChart {

  private FunnelChart() {}

  /** Draws the chart. */
  public static Drawing draw(FunnelModel model) {
    return Press.print(
        model.id(),
        model.title(),
        model.description(),
        new FunnelLayout(model, Form.WIDE).sheet(),
        new FunnelLayout(model, Form.NARROW).sheet());
  }
}
