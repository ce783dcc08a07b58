package org.throughline.report.chart;

import java.util.function.Consumer;

/** What is to be drawn on paper of a size in px. */
record Sheet(double width, double height, Consumer<Ink> painter) {

  void paint(Ink ink) {
    painter.accept(ink);
  }
}
