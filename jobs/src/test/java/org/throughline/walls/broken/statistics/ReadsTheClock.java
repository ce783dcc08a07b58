package org.throughline.walls.broken.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A statistic that depends on the day of its computation. */
public final class ReadsTheClock {
  private ReadsTheClock() {}

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
