package org.throughline.report.chart;

import java.awt.BasicStroke;

/** The pattern of a line, in px. */
public enum Dash {
  SOLID,
  LONG,
  SHORT,
  LONG_SHORT,
  VERY_LONG;

  private float[] pattern() {
    return switch (this) {
      case SOLID -> new float[0];
      case LONG -> new float[] {7, 3};
      case SHORT -> new float[] {2, 3};
      case LONG_SHORT -> new float[] {8, 3, 2, 3};
      case VERY_LONG -> new float[] {13, 4};
    };
  }

  BasicStroke stroke(double width) {
    return stroke(width, pattern());
  }

  /** Thin dots, where too few are left for the curve to be relied on. */
  static BasicStroke dots(double width) {
    return stroke(width, new float[] {1, 2.5f});
  }

  /** A limit, not a series. */
  static BasicStroke limit(double width) {
    return stroke(width, new float[] {5, 3});
  }

  static BasicStroke plain(double width) {
    return stroke(width, new float[0]);
  }

  private static BasicStroke stroke(double width, float[] pattern) {
    return pattern.length == 0
        ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10)
        : new BasicStroke(
            (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
  }
}
