package org.throughline.report.chart;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour on light paper and the one that replaces it in dark mode. Each light value stands for
 * one dark value only, so a page may swap them by attribute selectors.
 */
public enum Hue {
  PAPER(0xFDFCF9, 0x15191C),
  WASH(0xF5F3ED, 0x1C2125),
  GRID(0xE6E2D9, 0x2B3135),
  RULE(0xCFCAC0, 0x434B50),
  AXIS(0x8A8F90, 0x7A8388),
  INK(0x1B2227, 0xECE9E3),
  INK_2(0x454E54, 0xC2C6C7),
  INK_3(0x636C72, 0x9AA3A7),
  STRIP(0xE9E6DF, 0x262B2F),
  STRIP_EDGE(0xB9B6AE, 0x565D61),
  TIER_1(0x52256F, 0xB98AE6),
  TIER_1_BAND(0xE4DBEB, 0x352A47),
  TIER_1_EDGE(0xA491B4, 0x6C568A),
  TIER_2(0x147A79, 0x62C4BF),
  TIER_2_BAND(0xD3E7E5, 0x1C3B3B),
  TIER_2_EDGE(0x84B9B6, 0x3A7370),
  TIER_3(0x8A6500, 0xDEB54C),
  TIER_3_BAND(0xEFE5C8, 0x3D3519),
  TIER_3_EDGE(0xC2AC6C, 0x8A7434),
  TIER_4(0x9C303C, 0xE0606E),
  TIER_4_BAND(0xF0DCDD, 0x3E272C),
  TIER_4_EDGE(0xCB9297, 0x7A3C45),
  TIER_5(0x243000, 0xF1F4D8),
  TIER_5_BAND(0xDEE1D2, 0x414542),
  TIER_5_EDGE(0x8C9278, 0x83867A),
  INVOLVED(0x3B3F94, 0x9AA0F5),
  INVOLVED_BAND(0xDDDEEF, 0x2A2D4B),
  INVOLVED_EDGE(0x9699C8, 0x5B5F95),
  NOT_INVOLVED(0x616A72, 0xCDD2D5),
  NOT_INVOLVED_BAND(0xE4E5E6, 0x2F3438),
  NOT_INVOLVED_EDGE(0xA6ABAF, 0x777D81),
  SOME_CONTACT(0xA86FB8, 0xA05AA0),
  SOME_CONTACT_BAND(0xF1E6EE, 0x312636),
  SOME_CONTACT_EDGE(0xD5B0D5, 0x5A3A5E),
  UNPLANNED(0xC58532, 0xB5813A),
  OTHER_EXIT(0x5F6467, 0xA9AFB1),
  TRANSFERRED(0x7199A5, 0x4A7683),
  COMPLETED(0x2F6574, 0x77AFBE),
  SEEN_SOBER(0x5F8896, 0x57818F),
  /** Verdicts and signals only, never a series. */
  BETTER(0x0A5A9E, 0x80BCF3),
  WORSE(0xAD4800, 0xF3A35C);

  private final Color light;
  private final Color dark;

  Hue(int light, int dark) {
    this.light = new Color(light);
    this.dark = new Color(dark);
  }

  public Color light() {
    return light;
  }

  public Color dark() {
    return dark;
  }

  /** {@code #52256F}. */
  public String lightHex() {
    return hex(light);
  }

  /** {@code #B98AE6}. */
  public String darkHex() {
    return hex(dark);
  }

  /** CSS rules that turn drawings dark; to be put inside a page's media query. */
  public static String darkRules() {
    StringBuilder css = new StringBuilder();
    for (Hue hue : values()) {
      css.append(
          "svg [fill=\"%1$s\"]{fill:%2$s}svg [stroke=\"%1$s\"]{stroke:%2$s}"
              .formatted(hue.lightHex(), hue.darkHex()));
    }
    return css.toString();
  }

  static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06X", colour.getRGB() & 0xFFFFFF);
  }
}
