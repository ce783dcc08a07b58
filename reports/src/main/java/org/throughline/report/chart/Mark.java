package org.throughline.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One shape or text of Batik's tree, with what it inherits from the groups around it.
 *
 * @param name of its element
 * @param place attributes that place it, as text that begins with a space
 * @param look attributes that colour it, likewise
 * @param text its content, escaped; of a hovered place, a title element
 */
record Mark(String name, String place, String look, String text) {

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\)");
  private static final Pattern PATH_STEP =
      Pattern.compile("([MLZ])\\s*(?:(-?[\\d.]+)[ ,]+(-?[\\d.]+))?");

  /** Attribute that makes a shape a place to hover over. */
  static final String HOVER = "hover";

  /** Names of elements that begin and end a group about a site, and the attribute that names it. */
  static final String OPEN = "open";

  static final String CLOSE = "close";
  static final String SITE = "site";

  private static final String INVISIBLE = " fill=\"none\" pointer-events=\"all\"";

  private static final List<String> SHAPES = List.of("line", "rect", "circle", "ellipse", "path");

  /** All marks under a root, in order of painting. */
  static List<Mark> of(Element root) {
    List<Mark> marks = new ArrayList<>();
    collect(root, marks);
    return marks;
  }

  /** Whether it begins or ends a group, and so has no look. */
  boolean bracket() {
    return name.equals(OPEN) || name.equals(CLOSE);
  }

  String element(String attributes) {
    if (bracket()) {
      return name.equals(OPEN) ? "<g" + place + ">" : "</g>";
    }
    String open = "<" + name + place + attributes;
    return text.isEmpty() ? open + "/>" : open + ">" + text + "</" + name + ">";
  }

  private static void collect(Element element, List<Mark> marks) {
    if (!inherited(element, "transform", "").isEmpty()) {
      throw new IllegalStateException("a chart must be drawn without transforms");
    }
    String name = element.getLocalName();
    if (name.equals("text")) {
      marks.add(
          new Mark(
              name, place(element, "x", "y"), textLook(element), escape(element.getTextContent())));
    } else if (name.equals(OPEN)) {
      String site = escape(element.getAttribute(SITE));
      marks.add(new Mark(OPEN, attribute("data-site", site), "", ""));
    } else if (name.equals(CLOSE)) {
      marks.add(new Mark(CLOSE, "", "", ""));
    } else if (SHAPES.contains(name)) {
      String place =
          switch (name) {
            case "line" -> place(element, "x1", "y1", "x2", "y2");
            case "rect" -> place(element, "x", "y", "width", "height");
            case "circle" -> place(element, "cx", "cy", "r");
            case "ellipse" -> place(element, "cx", "cy", "rx", "ry");
            default -> " d=\"" + path(element.getAttribute("d")) + "\"";
          };
      marks.add(
          element.hasAttribute(HOVER)
              ? new Mark(
                  name,
                  place,
                  INVISIBLE,
                  "<title>" + escape(element.getAttribute(HOVER)) + "</title>")
              : new Mark(name, place, shapeLook(element), ""));
    } else if (!name.equals("defs")) {
      for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element inner) {
          collect(inner, marks);
        }
      }
    }
  }

  private static String place(Element element, String... names) {
    StringBuilder place = new StringBuilder();
    for (String name : names) {
      place.append(attribute(name, number(Double.parseDouble(element.getAttribute(name)))));
    }
    return place.toString();
  }

  private static String textLook(Element element) {
    String size = number(Double.parseDouble(element.getAttribute("font-size")));
    return attribute("fill", colour(inherited(element, "fill", "black")))
        + unless("font-size", size, "13")
        + unless("font-weight", element.getAttribute("font-weight"), "400")
        + unless("font-style", element.getAttribute("font-style"), "normal")
        + unless("text-anchor", element.getAttribute("text-anchor"), "start");
  }

  private static String shapeLook(Element element) {
    String fill = inherited(element, "fill", "black");
    String stroke = inherited(element, "stroke", "none");
    String look = attribute("fill", fill.equals("none") ? fill : colour(fill));
    if (stroke.equals("none")) {
      return look;
    }
    String dashes = inherited(element, "stroke-dasharray", "none");
    return look
        + attribute("stroke", colour(stroke))
        + unless(
            "stroke-width",
            number(Double.parseDouble(inherited(element, "stroke-width", "1"))),
            "1")
        + unless("stroke-dasharray", dashes.replace(",", " "), "none")
        + unless("stroke-linecap", inherited(element, "stroke-linecap", "butt"), "butt")
        + unless("stroke-linejoin", inherited(element, "stroke-linejoin", "miter"), "miter");
  }

  private static String inherited(Element element, String name, String initial) {
    Node node = element;
    while (node instanceof Element here) {
      if (here.hasAttribute(name)) {
        return here.getAttribute(name);
      }
      node = here.getParentNode();
    }
    return initial;
  }

  private static String colour(String batik) {
    Matcher rgb = RGB.matcher(batik);
    if (rgb.matches()) {
      return String.format(
          Locale.ROOT,
          "#%02X%02X%02X",
          Integer.parseInt(rgb.group(1)),
          Integer.parseInt(rgb.group(2)),
          Integer.parseInt(rgb.group(3)));
    }
    throw new IllegalStateException("a chart must be drawn in house colours, not in " + batik);
  }

  /** The path with steps written as horizontal and vertical moves, which is half as long. */
  private static String path(String batik) {
    StringBuilder path = new StringBuilder();
    Matcher steps = PATH_STEP.matcher(batik);
    String x = "";
    String y = "";
    int end = 0;
    while (steps.find()) {
      if (!batik.substring(end, steps.start()).isBlank()) {
        throw new IllegalStateException("a chart's paths have straight pieces only: " + batik);
      }
      end = steps.end();
      if (steps.group(1).equals("Z")) {
        path.append('Z');
        continue;
      }
      String nextX = number(Double.parseDouble(steps.group(2)));
      String nextY = number(Double.parseDouble(steps.group(3)));
      if (steps.group(1).equals("M")) {
        path.append('M').append(nextX).append(' ').append(nextY);
      } else if (nextX.equals(x) && !nextY.equals(y)) {
        path.append('V').append(nextY);
      } else if (nextY.equals(y) && !nextX.equals(x)) {
        path.append('H').append(nextX);
      } else if (!nextX.equals(x)) {
        path.append('L').append(nextX).append(' ').append(nextY);
      }
      x = nextX;
      y = nextY;
    }
    if (!batik.substring(end).isBlank()) {
      throw new IllegalStateException("a chart's paths have straight pieces only: " + batik);
    }
    return path.toString();
  }

  /** At most two decimals, no trailing zero. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String unless(String name, String value, String initial) {
    return value.equals(initial) ? "" : attribute(name, value);
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }
}
