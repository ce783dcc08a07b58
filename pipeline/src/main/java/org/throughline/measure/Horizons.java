package org.throughline.measure;

import java.util.List;

/** The fixed days at which curves are read. */
final class Horizons {
  static final List<Integer> DAYS = List.of(30, 60, 90, 180);

  /** The horizon of the headline. */
  static final int HEADLINE_DAY = 90;

  private Horizons() {}
}
