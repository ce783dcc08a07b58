package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Interval;

/**
 * A trend without axes, 252 × 64 px, for a card. It has its own scale, so the card's caption has to
 * say period and values. Both SVG forms of its drawing show the same.
 */
public final class Sparkline {

  private static final double WIDTH = 252;
  private static final double HEIGHT = 64;

  private Sparkline() {}

  /** Draws the chart. */
  public static Drawing draw(TrendModel model) {
    Sheet sheet = sheet(model);
    return Press.print(model.id(), model.title(), model.description(), sheet, sheet);
  }

  private static Sheet sheet(TrendModel model) {
    Optional<Interval> extent = MonthWords.extent(model.months());
    if (extent.isEmpty()) {
      return new Sheet(
          WIDTH,
          HEIGHT,
          ink -> {
            ink.line(0, HEIGHT / 2, WIDTH, HEIGHT / 2, Hue.AXIS, HouseStyle.GUIDE);
            ink.fill(0, HEIGHT / 2 - 9, Type.ITALIC.width("No figure yet") + 8, 18, Hue.PAPER);
            ink.text("No figure yet", 0, HEIGHT / 2 + 4.5, Type.ITALIC, Hue.INK_3);
          });
    }
    double low = extent.get().low();
    double high = extent.get().high() > low ? extent.get().high() : low + 1e-6;
    Rectangle2D plot = Frame.area(1, 6, WIDTH - 1, HEIGHT - 6);
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(-0.5, model.months().size() - 0.5, List.of(), HouseAxis.Line.LEFT_OUT),
            new HouseAxis(low, high, List.of(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    return new Sheet(
        WIDTH,
        HEIGHT,
        ink ->
            frame.draw(
                ink,
                TrendLayout.dataset(model.months()),
                new TrendRenderer(model.months(), model.tint(), frame, TrendRenderer.Scale.CARD),
                WIDTH,
                HEIGHT));
  }
}
