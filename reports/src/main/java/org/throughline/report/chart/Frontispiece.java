package org.throughline.report.chart;

import java.util.List;

/**
 * What a chart needs when it leaves the page: paper, a margin and its title above. Coordinates are
 * those of the sheet, so the margin lies at negative ones.
 */
record Frontispiece(String title, Sheet sheet) {

  private static final double MARGIN = 20;
  private static final double TITLE_LEADING = 21;

  private List<String> lines() {
    return Type.TITLE.wrap(title, sheet.width());
  }

  double left() {
    return -MARGIN;
  }

  double top() {
    return -MARGIN - 12 - TITLE_LEADING * lines().size();
  }

  double width() {
    return sheet.width() + 2 * MARGIN;
  }

  double height() {
    return sheet.height() + MARGIN - top();
  }

  void paint(Ink ink) {
    ink.fill(left(), top(), width(), height(), Hue.PAPER);
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      ink.text(lines.get(i), 0, top() + MARGIN + 14 + i * TITLE_LEADING, Type.TITLE, Hue.INK);
    }
  }
}
