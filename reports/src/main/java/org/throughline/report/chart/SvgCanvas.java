package org.throughline.report.chart;

import java.awt.Graphics;
import java.awt.Shape;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Batik's canvas, with text that stays text and knows which of its ends is fixed. */
final class SvgCanvas extends SVGGraphics2D implements Ink.TextCanvas {

  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private SvgCanvas(SVGGeneratorContext context) {
    super(context, false);
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
  }

  static SvgCanvas blank() {
    try {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment("");
      return new SvgCanvas(context);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser", e);
    }
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void text(String text, double x, double y, Type type, Hue hue, Ink.Anchor anchor) {
    setPaint(hue.light());
    Element element = getDOMFactory().createElementNS(NAMESPACE, "text");
    element.setAttribute("x", Double.toString(x));
    element.setAttribute("y", Double.toString(y));
    element.setAttribute("font-size", Double.toString(type.size()));
    element.setAttribute("font-weight", Integer.toString(type.cut().weight()));
    element.setAttribute("font-style", type.cut().style());
    element.setAttribute(
        "text-anchor",
        switch (anchor) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        });
    element.setTextContent(text);
    domGroupManager.addElement(element, DOMGroupManager.FILL);
  }

  @Override
  public void hover(Shape place, String words) {
    Element element = shapeConverter.toSVG(place);
    if (element != null) {
      element.setAttribute(Mark.HOVER, words);
      domGroupManager.addElement(element, DOMGroupManager.FILL);
    }
  }

  @Override
  public void open(String site) {
    bracket(Mark.OPEN).setAttribute(Mark.SITE, site);
  }

  @Override
  public void close() {
    bracket(Mark.CLOSE);
  }

  /** Groups of Batik's own come and go with colours; these are kept as elements between shapes. */
  private Element bracket(String name) {
    Element element = getDOMFactory().createElementNS(NAMESPACE, name);
    domGroupManager.addElement(element, DOMGroupManager.FILL);
    return element;
  }
}
