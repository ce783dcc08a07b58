package org.throughline.report.chart;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The kinds of text in a chart. */
enum Type {
  TEXT(Cut.SANS, 13),
  STRONG(Cut.SANS_SEMIBOLD, 13),
  ITALIC(Cut.SANS_ITALIC, 13),
  NAME(Cut.SANS_SEMIBOLD, 13.5f),
  LABEL(Cut.SANS, 13.5f),
  TITLE(Cut.SANS_SEMIBOLD, 17);

  /** Unhinted widths: the same on every machine. */
  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private final Cut cut;
  private final float size;

  Type(Cut cut, float size) {
    this.cut = cut;
    this.size = size;
  }

  Cut cut() {
    return cut;
  }

  float size() {
    return size;
  }

  Font font() {
    return cut.awt(size);
  }

  double width(String text) {
    return font().getStringBounds(text, UNHINTED).getWidth();
  }

  Shape outline(String text, double x, double y) {
    return font().createGlyphVector(UNHINTED, text).getOutline((float) x, (float) y);
  }

  /** The text in lines of at most a width; a word that is wider is cut with an ellipsis. */
  List<String> wrap(String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer) > width) {
        lines.add(cut(line, width));
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(cut(line, width));
    return lines;
  }

  /** The same, in at most so many lines. */
  List<String> wrap(String text, double width, int most) {
    List<String> lines = wrap(text, width);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
    kept.add(cut(String.join(" ", lines.subList(most - 1, lines.size())), width));
    return kept;
  }

  /**
   * The same, in at most so many lines; a longer text loses words in its middle. Names of one kind
   * tell themselves apart by their ends as often as by their beginnings, and paper has no pointer.
   */
  List<String> wrapKeepingEnd(String text, double width, int most) {
    List<String> lines = wrap(text, width);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> words = List.of(text.strip().split(" "));
    int from = words.size() - 1;
    while (width(ending(words, from - 1)) <= width) {
      from--;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
    kept.add(cut(ending(words, from), width));
    return kept;
  }

  private static String ending(List<String> words, int from) {
    return "… " + String.join(" ", words.subList(from, words.size()));
  }

  /** The text itself where it fits, or its beginning with an ellipsis. */
  String cut(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end).strip() + "…") > width) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }
}
