package org.throughline.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import org.throughline.figure.Interval;

/** Draws the line of no difference, then intervals with arrows where they go on, then points. */
final class ForestRenderer extends HouseRenderer {

  /** A row at a height above the floor of the plot. */
  record Spot(ForestModel.Row row, double height) {}

  private static final long serialVersionUID = 1L;
  private static final double ARROW = 7;

  private final transient List<Spot> spots;
  private final transient RatioScale scale;
  private final transient Frame frame;

  ForestRenderer(List<Spot> spots, RatioScale scale, Frame frame) {
    super(2);
    this.spots = List.copyOf(spots);
    this.scale = scale;
    this.frame = frame;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    Spot spot = spots.get(item);
    double y = frame.y(spot.height());
    if (pass == 0) {
      spot.row().interval().ifPresent(interval -> whisker(ink, spot.row(), interval, y));
    } else if (spot.row().ratio().isPresent()) {
      double x = frame.x(scale.place(spot.row().ratio().get()));
      if (spot.row().kind() == ForestModel.Kind.BIASED) {
        ink.fill(Marker.DOT.at(x, y, HouseStyle.POINT), Hue.WASH);
        ink.draw(Marker.DOT.at(x, y, HouseStyle.POINT), Hue.INK_3, HouseStyle.OPEN);
      } else {
        ink.fill(Marker.SQUARE.at(x, y, HouseStyle.POINT + 0.5), spot.row().tint().line());
      }
      ink.hover(
          new Rectangle2D.Double(x - 10, y - 10, 20, 20),
          spot.row().name() + ": " + spot.row().text());
    }
  }

  private void whisker(Ink ink, ForestModel.Row row, Interval interval, double y) {
    boolean biased = row.kind() == ForestModel.Kind.BIASED;
    Hue hue = biased ? Hue.INK_3 : row.tint().line();
    BasicStroke stroke = biased ? HouseStyle.BIASED_WHISKER : HouseStyle.WHISKER;
    OptionalDouble left = tip(ink, interval.low(), -1, y, hue);
    OptionalDouble right = tip(ink, interval.high(), 1, y, hue);
    ink.line(
        left.orElse(frame.x(scale.place(interval.low()))),
        y,
        right.orElse(frame.x(scale.place(interval.high()))),
        y,
        hue,
        stroke);
  }

  /** An arrow tip where an end lies beyond the axis; answers where its line begins. */
  private OptionalDouble tip(Ink ink, double end, int way, double y, Hue hue) {
    if (!scale.beyond(end)) {
      return OptionalDouble.empty();
    }
    double x = frame.x(scale.place(end));
    double back = x - way * ARROW;
    Path2D tip = new Path2D.Double();
    tip.moveTo(x, y);
    tip.lineTo(back, y - 4.5);
    tip.lineTo(back, y + 4.5);
    tip.closePath();
    ink.fill(tip, hue);
    return OptionalDouble.of(back);
  }
}
