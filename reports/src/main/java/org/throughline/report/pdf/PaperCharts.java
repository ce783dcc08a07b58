package org.throughline.report.pdf;

import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Hue;

/** Charts as a PDF wants them: on white, and with the alt text that becomes the figure's. */
public final class PaperCharts {

  private static final String OPEN = "<svg ";

  PaperCharts() {}

  /** The form for the whole width. */
  public String wide(Drawing drawing) {
    return onPaper(drawing.wideSvg(), drawing);
  }

  /** The form for half of it. */
  public String narrow(Drawing drawing) {
    return onPaper(drawing.narrowSvg(), drawing);
  }

  private static String onPaper(String svg, Drawing drawing) {
    if (!svg.startsWith(OPEN)) {
      throw new IllegalArgumentException(drawing.id() + " does not begin as an SVG");
    }
    String alt = drawing.title() + ". " + drawing.description();
    return (OPEN + "alt=\"" + escaped(alt) + "\" " + svg.substring(OPEN.length()))
        .replace("\"" + Hue.PAPER.lightHex() + "\"", "\"#FFFFFF\"");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
