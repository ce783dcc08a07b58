package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Prints sheets: SVG of both forms, and the wide one in pixels. */
final class Press {

  private static final int SCALE = 2;

  private Press() {}

  static Drawing print(String id, String title, String description, Sheet wide, Sheet narrow) {
    SvgText svg = new SvgText(id, title, description);
    return new Drawing(
        id,
        title,
        description,
        svg.inline(wide, Form.WIDE),
        svg.inline(narrow, Form.NARROW),
        png(title, wide));
  }

  /** The sheet with its title on paper, at twice its size. */
  private static byte[] png(String title, Sheet sheet) {
    Frontispiece front = new Frontispiece(title, sheet);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(front.width() * SCALE),
            (int) Math.ceil(front.height() * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(SCALE, SCALE);
      graphics.translate(-front.left(), -front.top());
      Ink ink = new Ink(graphics);
      front.paint(ink);
      sheet.paint(ink);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PNG of " + title, e);
    }
    return bytes.toByteArray();
  }
}
