package org.throughline.report.chart;

import java.util.List;
import org.throughline.figure.Unit;

/**
 * A range of values with round ticks.
 *
 * @param from where the axis begins
 * @param to where it ends
 * @param step between ticks
 */
record ValueScale(double from, double to, double step, Unit unit) {

  private static final int MOST_STEPS = 5;

  /** From 0 to what holds the largest value; shares over a half go to 100 %. */
  static ValueScale fromZero(double largest, Unit unit) {
    if (unit == Unit.SHARE && largest > 0.5) {
      return new ValueScale(0, 1, 0.2, unit);
    }
    double top = largest > 0 ? largest : 1;
    double step = niceStep(top / MOST_STEPS);
    return new ValueScale(0, step * Math.ceil(top / step - 1e-9), step, unit);
  }

  /**
   * From 0, or from a round value below the smallest where starting at 0 would press the values
   * into the upper half.
   */
  static ValueScale around(double smallest, double largest, Unit unit) {
    if (smallest < 0.4 * largest || largest <= 0) {
      return fromZero(largest, unit);
    }
    double rough = niceStep(Math.max(largest - smallest, 0.02 * largest) / MOST_STEPS);
    // shares are written without decimals
    double step = unit == Unit.SHARE ? Math.max(0.01, rough) : rough;
    double from = step * Math.floor(smallest / step + 1e-9);
    double to = step * Math.ceil(largest / step - 1e-9);
    return new ValueScale(from, to > from ? to : from + step, step, unit);
  }

  boolean startsAtZero() {
    return from == 0;
  }

  List<Tick> ticks() {
    return Frame.ticks(from, to, step, unit);
  }

  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (rough <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
