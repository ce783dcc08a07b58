package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Draws a line through months, broken at gaps, then the points on it. */
final class XmrRenderer extends HouseRenderer {

  /** How a month's point looks. */
  record Point(XmrModel.Signal signal, Hue hue, double r) {

    static final Point SMALL = new Point(XmrModel.Signal.NONE, Hue.INK_3, 2.2);
  }

  private static final long serialVersionUID = 1L;

  private final transient List<OptionalDouble> values;
  private final transient List<Integer> months;
  private final transient Frame frame;
  private final transient Hue line;
  private final transient IntFunction<Point> points;

  /** A point of radius 0 is not drawn. */
  XmrRenderer(List<OptionalDouble> values, Frame frame, Hue line, IntFunction<Point> points) {
    super(2);
    this.values = List.copyOf(values);
    this.months =
        java.util.stream.IntStream.range(0, values.size())
            .filter(i -> values.get(i).isPresent())
            .boxed()
            .toList();
    this.frame = frame;
    this.line = line;
    this.points = points;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    int month = months.get(item);
    if (pass == 1) {
      point(ink, month);
    } else if (month == 0 || values.get(month - 1).isEmpty()) {
      stretch(ink, month);
    }
  }

  private void stretch(Ink ink, int first) {
    Path2D path = new Path2D.Double();
    path.moveTo(frame.x(first), y(first));
    int last = first;
    while (last + 1 < values.size() && values.get(last + 1).isPresent()) {
      last++;
      path.lineTo(frame.x(last), y(last));
    }
    if (last > first) {
      ink.draw(path, line, HouseStyle.SERIES);
    }
  }

  private void point(Ink ink, int month) {
    Point point = points.apply(month);
    if (point.r() <= 0) {
      return;
    }
    double x = frame.x(month);
    double y = y(month);
    switch (point.signal()) {
      case NONE -> ink.fill(Marker.DOT.at(x, y, point.r()), point.hue());
      case OUTSIDE -> ink.fill(Marker.DIAMOND.at(x, y, point.r()), point.hue());
      case RUN -> {
        ink.fill(Marker.DIAMOND.at(x, y, point.r()), Hue.PAPER);
        ink.draw(Marker.DIAMOND.at(x, y, point.r()), point.hue(), HouseStyle.OPEN);
      }
    }
  }

  private double y(int month) {
    return frame.y(values.get(month).orElseThrow());
  }
}
