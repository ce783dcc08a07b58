package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A number axis whose ticks are given, not guessed, and whose numbers are written in house type.
 */
final class HouseAxis extends NumberAxis {

  /** What is drawn beside the ticks' numbers. */
  enum Line {
    /** The axis line and outer tick marks. */
    DRAWN,
    /** Numbers only: gridlines stand for the axis. */
    LEFT_OUT
  }

  private static final long serialVersionUID = 1L;
  private static final double TICK_LENGTH = 5;

  private final transient List<org.throughline.report.chart.Tick> ticks;
  private final Line line;

  HouseAxis(double from, double to, List<org.throughline.report.chart.Tick> ticks, Line line) {
    super(null);
    this.ticks = List.copyOf(ticks);
    this.line = line;
    setAutoRange(false);
    setRange(from, to);
    setAutoTickUnitSelection(false);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return ticks.stream()
        .<Tick>map(
            tick ->
                new NumberTick(tick.value(), tick.label(), TextAnchor.CENTER, TextAnchor.CENTER, 0))
        .toList();
  }

  @Override
  protected AxisState drawTickMarksAndLabels(
      Graphics2D graphics,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge) {
    Ink ink = new Ink(graphics);
    if (edge.equals(RectangleEdge.BOTTOM)) {
      below(ink, dataArea);
    } else {
      beside(ink, dataArea);
    }
    AxisState state = new AxisState(cursor);
    state.setTicks(refreshTicks(graphics, state, dataArea, edge));
    return state;
  }

  private void below(Ink ink, Rectangle2D area) {
    double y = area.getMaxY();
    if (line == Line.DRAWN) {
      ink.line(area.getMinX(), y, area.getMaxX(), y, Hue.AXIS, HouseStyle.FINE);
      for (org.throughline.report.chart.Tick tick : ticks) {
        double x = valueToJava2D(tick.value(), area, RectangleEdge.BOTTOM);
        ink.line(x, y, x, y + TICK_LENGTH, Hue.AXIS, HouseStyle.FINE);
      }
    }
    for (org.throughline.report.chart.Tick tick : ticks) {
      double x = valueToJava2D(tick.value(), area, RectangleEdge.BOTTOM);
      ink.text(tick.label(), x, y + 20, Type.TEXT, Hue.INK_3, Ink.Anchor.MIDDLE);
    }
  }

  private void beside(Ink ink, Rectangle2D area) {
    for (org.throughline.report.chart.Tick tick : ticks) {
      double y = valueToJava2D(tick.value(), area, RectangleEdge.LEFT);
      ink.text(tick.label(), area.getMinX() - 8, y + 4.5, Type.TEXT, Hue.INK_3, Ink.Anchor.END);
    }
  }
}
