package org.throughline.report.chart;

import java.awt.BasicStroke;

/** The pattern of a line, in px. */
public enum Dash {
  SOLID(),
  LONG(7, 3),
  SHORT(2, 3),
  LONG_SHORT(8, 3, 2, 3),
  VERY_LONG(13, 4);

  private final float[] pattern;

  Dash(float... pattern) {
    this.pattern = pattern;
  }

  BasicStroke stroke(double width) {
    return stroke(width, pattern);
  }

  /** Thin dots, where too few are left for the curve to be relied on. */
  static BasicStroke dots(double width) {
    return stroke(width, new float[] {1, 2.5f});
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
