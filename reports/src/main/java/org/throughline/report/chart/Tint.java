package org.throughline.report.chart;

/**
 * How a series looks, by its role: colour, pale band, band edge, dash and marker. Series that share
 * a chart differ by at least ΔE 20 also in simulated protanopia, deuteranopia and tritanopia
 * (tested), and by dash and marker besides.
 */
public enum Tint {
  /** The most intensive tier. */
  TIER_1(Hue.TIER_1, Hue.TIER_1_BAND, Hue.TIER_1_EDGE, Dash.SOLID, Marker.DOT),
  TIER_2(Hue.TIER_2, Hue.TIER_2_BAND, Hue.TIER_2_EDGE, Dash.LONG, Marker.DIAMOND),
  TIER_3(Hue.TIER_3, Hue.TIER_3_BAND, Hue.TIER_3_EDGE, Dash.SHORT, Marker.SQUARE),
  TIER_4(Hue.TIER_4, Hue.TIER_4_BAND, Hue.TIER_4_EDGE, Dash.LONG_SHORT, Marker.TRIANGLE),
  TIER_5(Hue.TIER_5, Hue.TIER_5_BAND, Hue.TIER_5_EDGE, Dash.VERY_LONG, Marker.CROSS),
  INVOLVED(Hue.INVOLVED, Hue.INVOLVED_BAND, Hue.INVOLVED_EDGE, Dash.SOLID, Marker.DOT),
  NOT_YET_INVOLVED(
      Hue.NOT_INVOLVED, Hue.NOT_INVOLVED_BAND, Hue.NOT_INVOLVED_EDGE, Dash.LONG, Marker.DIAMOND),
  /** Landmark groups: no family contact in the first days. */
  CONTACT_NONE(
      Hue.NOT_INVOLVED, Hue.NOT_INVOLVED_BAND, Hue.NOT_INVOLVED_EDGE, Dash.SHORT, Marker.SQUARE),
  CONTACT_SOME(
      Hue.SOME_CONTACT, Hue.SOME_CONTACT_BAND, Hue.SOME_CONTACT_EDGE, Dash.LONG, Marker.DIAMOND),
  CONTACT_REGULAR(Hue.INVOLVED, Hue.INVOLVED_BAND, Hue.INVOLVED_EDGE, Dash.SOLID, Marker.DOT),
  /** Exits are areas; only neighbours of a stack have to differ, and a line of paper parts them. */
  EXIT_UNPLANNED(Hue.UNPLANNED, Hue.STRIP, Hue.STRIP_EDGE, Dash.SOLID, Marker.DOT),
  EXIT_OTHER(Hue.OTHER_EXIT, Hue.STRIP, Hue.STRIP_EDGE, Dash.LONG, Marker.DIAMOND),
  EXIT_TRANSFERRED(Hue.TRANSFERRED, Hue.STRIP, Hue.STRIP_EDGE, Dash.SHORT, Marker.SQUARE),
  EXIT_COMPLETED(Hue.COMPLETED, Hue.STRIP, Hue.STRIP_EDGE, Dash.LONG_SHORT, Marker.TRIANGLE),
  /** Everybody, or a single series. */
  NEUTRAL(Hue.INK, Hue.STRIP, Hue.STRIP_EDGE, Dash.SOLID, Marker.DOT);

  private final Hue line;
  private final Hue band;
  private final Hue edge;
  private final Dash dash;
  private final Marker marker;

  Tint(Hue line, Hue band, Hue edge, Dash dash, Marker marker) {
    this.line = line;
    this.band = band;
    this.edge = edge;
    this.dash = dash;
    this.marker = marker;
  }

  /** The tint of the n-th tier from the most intensive, from 1; beyond five, neutral. */
  public static Tint tier(int n) {
    return n >= 1 && n <= 5 ? values()[n - 1] : NEUTRAL;
  }

  public Hue line() {
    return line;
  }

  /** Opaque, blended with the paper beforehand. */
  public Hue band() {
    return band;
  }

  public Hue edge() {
    return edge;
  }

  public Dash dash() {
    return dash;
  }

  public Marker marker() {
    return marker;
  }
}
