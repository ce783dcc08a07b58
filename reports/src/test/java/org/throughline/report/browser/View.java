package org.throughline.report.browser;

/**
 * How a reader looks at a page.
 *
 * @param width of the window in px; for print that of A4 within its margins
 * @param medium screen or print
 * @param scheme light or dark
 */
record View(int width, String medium, String scheme) {

  static final View DESK = new View(1440, "screen", "light");
  static final View PHONE = new View(390, "screen", "light");
}
