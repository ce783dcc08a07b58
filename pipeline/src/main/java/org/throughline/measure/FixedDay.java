package org.throughline.measure;

import java.util.Optional;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/**
 * A cumulative incidence read at a day.
 *
 * @param curve the curve, or empty where nobody entered
 * @param table the counts that it comes from
 * @param cause which event, among the causes of the table
 * @param from first day of the curve
 * @param day where it is read
 * @param entered episodes that entered
 */
record FixedDay(
    Optional<StepCurve> curve, RiskTable table, int cause, int from, int day, long entered) {

  /** The probability of the event by the day. */
  Result incidence() {
    return read(false);
  }

  /** The probability of no such event by the day. */
  Result complement() {
    return read(true);
  }

  private Result read(boolean complement) {
    Optional<StepCurve.Point> point = curve.flatMap(c -> c.at(day));
    if (point.isEmpty()) {
      return new Result.Unavailable(
          entered == 0
              ? "No episode of the cohort is in this group."
              : "Nobody was still followed in care on day " + day + ".");
    }
    StepCurve.Point p = point.get();
    return complement
        ? new Result.AtDay(
            1 - p.estimate(),
            new Interval(1 - p.high(), 1 - p.low()),
            events(),
            entered,
            p.remaining())
        : new Result.AtDay(
            p.estimate(), new Interval(p.low(), p.high()), events(), entered, p.remaining());
  }

  /** Events of the cause by the day. */
  long events() {
    long sum = 0;
    for (int t = from; t <= day && t < table.length(); t++) {
      sum += table.events(cause, t);
    }
    return sum;
  }

  /** Clients that entered, events by the day (in episodes) and the rest. */
  Long[] cells(long clients) {
    long events = events();
    return new Long[] {clients, events, entered - events};
  }
}
