package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Days that carry a tick: every 30 where they fit, in longer steps over years, in weeks at first.
 */
final class DayTicks {

  private static final int[] STEPS = {1, 7, 14, 30, 60, 90, 180, 360, 720, 1440};
  private static final int MOST_WIDE = 8;
  private static final int MOST_NARROW = 4;

  private DayTicks() {}

  static List<Integer> wide(int lastDay) {
    return every(step(lastDay), lastDay);
  }

  /** A selection of the wide form's. */
  static List<Integer> narrow(int lastDay) {
    int step = step(lastDay);
    int times = 1;
    while (lastDay / (step * times) > MOST_NARROW) {
      times++;
    }
    return every(step * times, lastDay);
  }

  private static int step(int lastDay) {
    for (int step : STEPS) {
      if (lastDay / step <= MOST_WIDE) {
        return step;
      }
    }
    return (lastDay + MOST_WIDE - 1) / MOST_WIDE;
  }

  private static List<Integer> every(int step, int lastDay) {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day <= lastDay; day += step) {
      days.add(day);
    }
    return days;
  }
}
