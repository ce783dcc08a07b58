package org.throughline.report.pdf;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Hue;

/**
 * Charts as a PDF wants them: on white, as large as they are printed, and with the alt text that
 * becomes the figure's.
 */
public final class PaperCharts {

  private static final Pattern HEAD =
      Pattern.compile(
          "^<svg ([^>]*?viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"[^>]*?) width=\"[\\d.]+\""
              + " height=\"[\\d.]+\"");

  /** So that the charts' smallest text is 7.5 pt on paper. */
  private static final double WIDE_MM = 160;

  private static final double NARROW_MM = 82;
  private static final double CARD_MM = 38;

  PaperCharts() {}

  /** The form for the whole width. */
  public String wide(Drawing drawing) {
    return onPaper(drawing.wideSvg(), drawing, WIDE_MM);
  }

  /** The form for half of it. */
  public String narrow(Drawing drawing) {
    return onPaper(drawing.narrowSvg(), drawing, NARROW_MM);
  }

  /** A sparkline in its card. */
  public String card(Drawing drawing) {
    return onPaper(drawing.wideSvg(), drawing, CARD_MM);
  }

  private static String onPaper(String svg, Drawing drawing, double widthMm) {
    Matcher head = HEAD.matcher(svg);
    if (!head.find()) {
      throw new IllegalArgumentException(drawing.id() + " does not begin as a chart's SVG");
    }
    double heightMm =
        widthMm * Double.parseDouble(head.group(3)) / Double.parseDouble(head.group(2));
    return String.format(
            Locale.ROOT,
            "<svg alt=\"%s\" %s style=\"width:%.2fmm;height:%.2fmm\"",
            escaped(drawing.title() + ". " + drawing.description()),
            head.group(1),
            widthMm,
            heightMm)
        + svg.substring(head.end())
            .replace(quoted(Hue.PAPER.lightHex()), quoted("#FFFFFF"))
            .replace("font-weight=" + quoted("600"), "font-weight=" + quoted("700"));
  }

  /**
   * The weight under which a font is known to charts: the library that draws them reads 600 of a
   * font and 600 of a text as different weights, and then falls back to italics.
   */
  static int weight(int ofFont) {
    return ofFont == 600 ? 700 : ofFont;
  }

  private static String quoted(String value) {
    return '"' + value + '"';
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
