package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a drawing back: its texts with the boxes they cover. */
record SvgProbe(Document document) {

  /** A text with its place, its anchor point first. */
  record Text(String words, double x, double y, Rectangle2D box, Element element) {}

  static SvgProbe of(String svg) {
    try {
      return new SvgProbe(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(
          "not well-formed: " + svg.substring(0, Math.min(200, svg.length())), e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  double width() {
    return Double.parseDouble(root().getAttribute("width"));
  }

  double height() {
    return Double.parseDouble(root().getAttribute("height"));
  }

  List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  List<Text> texts() {
    return elements("text").stream().map(SvgProbe::text).toList();
  }

  /** The text with these words. */
  Text text(String words) {
    return texts().stream()
        .filter(text -> text.words().equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no '" + words + "' among " + texts().stream().map(Text::words).toList()));
  }

  /** The outlines of paths of a colour. */
  List<String> paths(String attribute, Hue hue) {
    return elements("path").stream()
        .filter(p -> inherited(p, attribute, "").equals(hue.lightHex()))
        .map(p -> p.getAttribute("d"))
        .toList();
  }

  /** The boxes of all shapes, by their corners: strokes may reach a little further. */
  List<Rectangle2D> shapes() {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Element e : elements("rect")) {
      boxes.add(
          new Rectangle2D.Double(
              number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height")));
    }
    for (Element e : elements("circle")) {
      double r = number(e, "r");
      boxes.add(new Rectangle2D.Double(number(e, "cx") - r, number(e, "cy") - r, 2 * r, 2 * r));
    }
    for (Element e : elements("line")) {
      Rectangle2D box = new Rectangle2D.Double(number(e, "x1"), number(e, "y1"), 0, 0);
      box.add(number(e, "x2"), number(e, "y2"));
      boxes.add(box);
    }
    elements("path").forEach(e -> boxes.add(box(e.getAttribute("d"))));
    return boxes;
  }

  private static Rectangle2D box(String path) {
    Matcher steps = Pattern.compile("([MLHVZ])(-?[\\d.]+)?(?: (-?[\\d.]+))?").matcher(path);
    double x = 0;
    double y = 0;
    Rectangle2D box = new Rectangle2D.Double(Double.NaN, 0, 0, 0);
    while (steps.find()) {
      switch (steps.group(1)) {
        case "H" -> x = Double.parseDouble(steps.group(2));
        case "V" -> y = Double.parseDouble(steps.group(2));
        case "M", "L" -> {
          x = Double.parseDouble(steps.group(2));
          y = Double.parseDouble(steps.group(3));
        }
        default -> {}
      }
      if (Double.isNaN(box.getX())) {
        box = new Rectangle2D.Double(x, y, 0, 0);
      }
      box.add(x, y);
    }
    if (Double.isNaN(box.getX())) {
      throw new AssertionError("an empty path");
    }
    return box;
  }

  /** What places tell a pointer, in order of painting. */
  List<String> hovers() {
    return elements("title").stream().skip(1).map(Element::getTextContent).toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  static String inherited(Element element, String name, String initial) {
    org.w3c.dom.Node node = element;
    while (node instanceof Element here) {
      if (here.hasAttribute(name)) {
        return here.getAttribute(name);
      }
      node = node.getParentNode();
    }
    return initial;
  }

  private static Text text(Element element) {
    double x = Double.parseDouble(element.getAttribute("x"));
    double y = Double.parseDouble(element.getAttribute("y"));
    double size = Double.parseDouble(inherited(element, "font-size", "13"));
    Cut cut =
        inherited(element, "font-style", "normal").equals("italic")
            ? Cut.SANS_ITALIC
            : inherited(element, "font-weight", "400").equals("600") ? Cut.SANS_SEMIBOLD : Cut.SANS;
    double width =
        cut.awt((float) size)
            .getStringBounds(
                element.getTextContent(), new java.awt.font.FontRenderContext(null, true, true))
            .getWidth();
    double left =
        switch (inherited(element, "text-anchor", "start")) {
          case "middle" -> x - width / 2;
          case "end" -> x - width;
          default -> x;
        };
    // from the height of capitals to a little under the baseline
    return new Text(
        element.getTextContent(),
        x,
        y,
        new Rectangle2D.Double(left, y - 0.66 * size, width, 0.78 * size),
        element);
  }
}
