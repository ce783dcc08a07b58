package org.throughline.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * The five static cuts that are bundled (SIL OFL 1.1, {@code fonts/OFL.txt}). Nothing is ever taken
 * from the machine, so that widths and drawings are the same everywhere.
 */
public enum Cut {
  SANS("SourceSans3-Regular", "Source Sans 3", 400, "normal"),
  SANS_SEMIBOLD("SourceSans3-SemiBold", "Source Sans 3", 600, "normal"),
  SANS_ITALIC("SourceSans3-Italic", "Source Sans 3", 400, "italic"),
  SERIF("SourceSerif4-Regular", "Source Serif 4", 400, "normal"),
  SERIF_SEMIBOLD("SourceSerif4-SemiBold", "Source Serif 4", 600, "normal");

  private final String file;
  private final String family;
  private final int weight;
  private final String style;

  Cut(String file, String family, int weight, String style) {
    this.file = file;
    this.family = family;
    this.weight = weight;
    this.style = style;
  }

  public String family() {
    return family;
  }

  public int weight() {
    return weight;
  }

  /** {@code normal} or {@code italic}. */
  public String style() {
    return style;
  }

  /** The Latin subset for pages. */
  public byte[] woff2() {
    return resource(".woff2");
  }

  /** The whole cut, for drawing and for PDF. */
  public byte[] ttf() {
    return resource(".ttf");
  }

  /** The CSS rule that embeds the subset. */
  public String fontFace() {
    return "@font-face{font-family:\"%s\";font-weight:%d;font-style:%s;src:url(data:font/woff2;base64,%s) format(\"woff2\")}"
        .formatted(family, weight, style, Base64.getEncoder().encodeToString(woff2()));
  }

  /** The cut for AWT, at a size in px. */
  Font awt(float size) {
    return Awt.font(this).deriveFont(size);
  }

  private byte[] resource(String ending) {
    String path = "/fonts/" + file + ending;
    try (InputStream in = Cut.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Loaded once, when something is first drawn: a page alone needs no AWT. */
  private static final class Awt {
    private static final Map<Cut, Font> FONTS = new EnumMap<>(Cut.class);

    static {
      for (Cut cut : values()) {
        try (InputStream in = new ByteArrayInputStream(cut.ttf())) {
          FONTS.put(cut, Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
          throw new IllegalStateException(cut.file + " cannot be read as a font", e);
        }
      }
    }

    static Font font(Cut cut) {
      Font font = FONTS.get(cut);
      if (font == null) {
        throw new IllegalStateException(cut.file + " was not loaded");
      }
      return font;
    }
  }
}
