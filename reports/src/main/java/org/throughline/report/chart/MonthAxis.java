package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months under an axis: a tick each quarter or so, the year below where it changes. */
final class MonthAxis {

  private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60};

  /** Room that the two lines take. */
  static final double HEIGHT = 40;

  private final List<YearMonth> months;
  private final List<Integer> ticked = new ArrayList<>();

  /**
   * Ticks for months.
   *
   * @param most ticks
   */
  MonthAxis(List<YearMonth> months, int most) {
    this.months = List.copyOf(months);
    int step = step(months.size(), most);
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i);
      long since = month.getYear() * 12L + month.getMonthValue() - 1;
      if (since % step == 0) {
        ticked.add(i);
      }
    }
  }

  private static int step(int months, int most) {
    for (int step : STEPS) {
      if (months <= step * most) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1] * 2;
  }

  /** Marks only: the words are painted by {@link #paint}. */
  HouseAxis axis() {
    return new HouseAxis(
        -0.5,
        Math.max(1, months.size()) - 0.5,
        ticked.stream().map(i -> new Tick(i, "")).toList(),
        HouseAxis.Line.DRAWN);
  }

  /** An axis of the same length without marks. */
  HouseAxis bare() {
    return new HouseAxis(
        -0.5, Math.max(1, months.size()) - 0.5, List.of(), HouseAxis.Line.LEFT_OUT);
  }

  /** Words under a height. */
  void paint(Ink ink, Frame frame, double bottom) {
    int year = Integer.MIN_VALUE;
    for (int i : ticked) {
      YearMonth month = months.get(i);
      ink.text(
          MonthWords.shortName(month),
          frame.x(i),
          bottom + 20,
          Type.TEXT,
          Hue.INK_3,
          Ink.Anchor.MIDDLE);
      if (month.getYear() != year) {
        year = month.getYear();
        ink.text(
            Integer.toString(year),
            frame.x(i),
            bottom + 35,
            Type.TEXT,
            Hue.INK_3,
            Ink.Anchor.MIDDLE);
      }
    }
  }
}
