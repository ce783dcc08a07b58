package org.throughline.report.chart;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a sheet as SVG text: small, without style attributes or transforms, with colours as hex
 * attributes that a page's style sheet can select, and with deterministic ids.
 */
final class SvgText {

  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"");

  private final String id;
  private final String title;
  private final String description;

  SvgText(String id, String title, String description) {
    if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "'" + id + "' is no id: letters, digits and hyphens, a letter first");
    }
    this.id = id;
    this.title = title;
    this.description = description;
  }

  /** For a page that has the fonts. */
  String inline(Sheet sheet, Form form) {
    return open(form, 0, 0, sheet.width(), sheet.height()) + marks(sheet) + "</svg>";
  }

  /** For a file of its own: what {@link Frontispiece} adds, and the cuts of the fonts in use. */
  static String standalone(Drawing drawing) {
    Matcher size = SIZE.matcher(drawing.wideSvg());
    if (!size.find()) {
      throw new IllegalArgumentException("not a drawing of this package: " + drawing.id());
    }
    Sheet sheet =
        new Sheet(Double.parseDouble(size.group(1)), Double.parseDouble(size.group(2)), ink -> {});
    Frontispiece front = new Frontispiece(drawing.title(), sheet);
    String body = drawing.wideSvg().substring(drawing.wideSvg().indexOf("</desc>") + 7);
    SvgText svg = new SvgText(drawing.id(), drawing.title(), drawing.description());
    StringBuilder fonts =
        new StringBuilder(Cut.SANS.fontFace()).append(Cut.SANS_SEMIBOLD.fontFace());
    if (body.contains("font-style=\"italic\"")) {
      fonts.append(Cut.SANS_ITALIC.fontFace());
    }
    return svg.open(Form.WIDE, front.left(), front.top(), front.width(), front.height())
        + "<style>"
        + fonts
        + "</style>"
        + marks(new Sheet(sheet.width(), sheet.height(), front::paint))
        + body;
  }

  private String open(Form form, double left, double top, double width, double height) {
    String prefix = id + "-" + form.suffix();
    return "<svg xmlns=\"%s\" class=\"%s\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\" role=\"img\" aria-labelledby=\"%s-t %s-d\" font-family=\"%s\" font-size=\"13\"><title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>"
        .formatted(
            SvgCanvas.NAMESPACE,
            form.cssClass(),
            Mark.number(left),
            Mark.number(top),
            Mark.number(width),
            Mark.number(height),
            Mark.number(width),
            Mark.number(height),
            prefix,
            prefix,
            HouseStyle.FONT_FAMILIES,
            prefix,
            Mark.escape(title),
            prefix,
            Mark.escape(description));
  }

  private static String marks(Sheet sheet) {
    SvgCanvas canvas = SvgCanvas.blank();
    sheet.paint(new Ink(canvas));
    return write(Mark.of(canvas.getRoot()));
  }

  /** Neighbours that look the same share a group. */
  private static String write(List<Mark> marks) {
    StringBuilder svg = new StringBuilder();
    int from = 0;
    while (from < marks.size()) {
      String look = marks.get(from).look();
      int to = from + 1;
      while (!marks.get(from).bracket() && to < marks.size() && marks.get(to).look().equals(look)) {
        to++;
      }
      if (to == from + 1) {
        svg.append(marks.get(from).element(look));
      } else {
        svg.append("<g").append(look).append('>');
        marks.subList(from, to).forEach(mark -> svg.append(mark.element("")));
        svg.append("</g>");
      }
      from = to;
    }
    return svg.toString();
  }
}
