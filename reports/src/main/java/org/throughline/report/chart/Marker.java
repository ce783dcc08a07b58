package org.throughline.report.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a point, so that colour never carries a meaning alone. */
public enum Marker {
  DOT,
  DIAMOND,
  SQUARE,
  TRIANGLE,
  CROSS;

  /** The shape about a centre; r is half the height of a dot, the others look as large. */
  Shape at(double x, double y, double r) {
    return switch (this) {
      case DOT -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
      case DIAMOND -> polygon(x, y - 1.25 * r, x + 1.25 * r, y, x, y + 1.25 * r, x - 1.25 * r, y);
      case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case TRIANGLE -> polygon(x, y - 1.2 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
      case CROSS -> cross(x, y, 1.15 * r, 0.42 * r);
    };
  }

  private static Path2D cross(double x, double y, double a, double b) {
    return polygon(
        x - b, y - a, x + b, y - a, x + b, y - b, x + a, y - b, x + a, y + b, x + b, y + b, x + b,
        y + a, x - b, y + a, x - b, y + b, x - a, y + b, x - a, y - b, x - b, y - b);
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
