package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** Stretches of days that tell a pointer the values of all curves. */
final class HoverDays {

  private static final int[] STEPS = {1, 2, 5, 7, 10, 15, 20, 30, 60, 90, 180, 360, 720};

  private HoverDays() {}

  /** Days at equal distances, the last one too; about so many. */
  static List<Integer> every(int lastDay, int most) {
    int step = Math.max(1, (lastDay + most - 1) / most);
    for (int candidate : STEPS) {
      if (lastDay <= candidate * most) {
        step = candidate;
        break;
      }
    }
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day <= lastDay; day += step) {
      days.add(day);
    }
    return days;
  }

  /** "78 % (66–87 %)". */
  static String value(CurvePoint point) {
    return Numerals.value(point.estimate(), Unit.SHARE)
        + (point.high() > point.low()
            ? " (" + Numerals.interval(new Interval(point.low(), point.high()), Unit.SHARE) + ")"
            : "");
  }

  /**
   * A place for each day that has something to tell, half way to its neighbours.
   *
   * @param lines what is told under the day
   */
  static void paint(
      Ink ink, Frame frame, Rectangle2D plot, List<Integer> days, IntFunction<List<String>> lines) {
    for (int i = 0; i < days.size(); i++) {
      int day = days.get(i);
      double x = frame.x(day);
      double left = i == 0 ? plot.getMinX() : (frame.x(days.get(i - 1)) + x) / 2;
      double right = i + 1 < days.size() ? (x + frame.x(days.get(i + 1))) / 2 : plot.getMaxX();
      List<String> told = lines.apply(day);
      if (!told.isEmpty() && right > left) {
        ink.hover(
            new Rectangle2D.Double(left, plot.getMinY(), right - left, plot.getHeight()),
            "Day " + Numerals.grouped(day) + "\n" + String.join("\n", told));
      }
    }
  }
}
