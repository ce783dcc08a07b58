package org.throughline.report.chart;

import java.awt.BasicStroke;

/** Sizes and strokes of every chart, in px. Colours are {@link Hue}, fonts are {@link Cut}. */
final class HouseStyle {

  static final double WIDE = 780;
  static final double NARROW = 350;

  static final String FONT_FAMILIES = "'Source Sans 3','Source Sans Pro',Arial,sans-serif";

  /** Room between labels at the ends of lines, baseline to baseline. */
  static final double LABEL_PITCH = 20;

  /** Between the lines of one label. */
  static final double LEADING = 15;

  /** Between the rows of a table under a chart. */
  static final double TABLE_PITCH = 17;

  static final double CENSOR_TICK = 5;
  static final double RING = 4.2;
  static final double POINT = 4.5;
  static final double BOUND_BAR = 11;

  /** A curve is only trusted while this many are at risk. */
  static final int FEW = 11;

  /** More curves than this have whiskers on tick days, since their bands would hide one another. */
  static final int MOST_BANDS = 3;

  static final double CURVE_WIDTH = 2.2;
  static final BasicStroke SMALL_CURVE = Dash.plain(1.8);
  static final BasicStroke PROGRAM = Dash.limit(1.1);
  static final BasicStroke OVERLAY = Dash.plain(0.35);
  static final BasicStroke HAIR = Dash.plain(0.75);
  static final BasicStroke FINE = Dash.plain(1);

  /** A line through months. */
  static final BasicStroke SERIES = Dash.plain(1.2);

  /** The outline of an open mark. */
  static final BasicStroke OPEN = Dash.plain(1.6);

  static final BasicStroke LIMIT = Dash.limit(1.1);
  static final BasicStroke TRIAL_LIMIT = Dash.dots(1.1);
  static final BasicStroke CENSOR = Dash.plain(1.1);
  static final BasicStroke RING_LINE = Dash.plain(2);
  static final BasicStroke WHISKER = Dash.plain(2);
  static final BasicStroke CURVE_WHISKER = Dash.plain(1.2);
  static final BasicStroke RATE_WHISKER = Dash.plain(1.4);
  static final BasicStroke BIASED_WHISKER = Dash.limit(1.6);
  static final BasicStroke BOUND_TICK = Dash.plain(1.2);
  static final BasicStroke THIN_CURVE = Dash.dots(1.3);
  static final BasicStroke GUIDE = Dash.dots(1);

  private HouseStyle() {}
}
