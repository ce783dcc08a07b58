package org.throughline.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws on paper of either kind: SVG or pixels. */
final class Ink {

  /** Which end of a text its x is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A canvas that keeps text as text. */
  interface TextCanvas {
    void text(String text, double x, double y, Type type, Hue hue, Anchor anchor);

    /** An invisible place that shows words under a pointer. */
    void hover(Shape place, String words);

    /** Begins a group about a site. */
    void open(String site);

    /** Ends it. */
    void close();
  }

  private final Graphics2D graphics;

  Ink(Graphics2D graphics) {
    this.graphics = graphics;
  }

  Graphics2D graphics() {
    return graphics;
  }

  void text(String text, double x, double y, Type type, Hue hue, Anchor anchor) {
    if (text.isEmpty()) {
      return;
    }
    if (graphics instanceof TextCanvas canvas) {
      canvas.text(text, x, y, type, hue, anchor);
      return;
    }
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - type.width(text) / 2;
          case END -> x - type.width(text);
        };
    // as an outline: a rasterised font would differ from machine to machine
    graphics.setPaint(hue.light());
    graphics.fill(type.outline(text, left, y));
  }

  /** Words for a pointer over a place; on pixels they are nothing. Lines part at line feeds. */
  void hover(Shape place, String words) {
    if (!words.isEmpty() && graphics instanceof TextCanvas canvas) {
      canvas.hover(place, words);
    }
  }

  /**
   * What a painter paints belongs to a site: a group with {@code data-site}, by which a page's
   * script finds it. On pixels it is nothing.
   */
  void about(String site, Runnable painter) {
    if (graphics instanceof TextCanvas canvas) {
      canvas.open(site);
      painter.run();
      canvas.close();
    } else {
      painter.run();
    }
  }

  void text(String text, double x, double y, Type type, Hue hue) {
    text(text, x, y, type, hue, Anchor.START);
  }

  /** Lines under one another; y is the first one's baseline. */
  void lines(List<String> lines, double x, double y, Type type, Hue hue) {
    for (int i = 0; i < lines.size(); i++) {
      text(lines.get(i), x, y + i * HouseStyle.LEADING, type, hue);
    }
  }

  void line(double x1, double y1, double x2, double y2, Hue hue, BasicStroke stroke) {
    draw(new Line2D.Double(x1, y1, x2, y2), hue, stroke);
  }

  void draw(Shape shape, Hue hue, BasicStroke stroke) {
    graphics.setPaint(hue.light());
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  void fill(Shape shape, Hue hue) {
    graphics.setPaint(hue.light());
    graphics.fill(shape);
  }

  void fill(double x, double y, double width, double height, Hue hue) {
    fill(new Rectangle2D.Double(x, y, width, height), hue);
  }

  /** A shape with paper inside. */
  void ring(Shape shape, Hue hue) {
    fill(shape, Hue.PAPER);
    draw(shape, hue, HouseStyle.RING_LINE);
  }
}
