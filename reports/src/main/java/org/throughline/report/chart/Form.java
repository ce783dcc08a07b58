package org.throughline.report.chart;

/** Each chart is drawn twice; text has one size, so the forms differ in layout. */
enum Form {
  WIDE("wide", "w", HouseStyle.WIDE),
  NARROW("narrow", "n", HouseStyle.NARROW);

  private final String cssClass;
  private final String suffix;
  private final double width;

  Form(String cssClass, String suffix, double width) {
    this.cssClass = cssClass;
    this.suffix = suffix;
    this.width = width;
  }

  String cssClass() {
    return cssClass;
  }

  /** Keeps the ids of the two forms apart. */
  String suffix() {
    return suffix;
  }

  double width() {
    return width;
  }

  <T> T choose(T wide, T narrow) {
    return this == WIDE ? wide : narrow;
  }
}
