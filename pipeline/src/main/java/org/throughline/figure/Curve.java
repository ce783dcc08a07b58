package org.throughline.figure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A curve over days since admission: a step function, right-continuous.
 *
 * @param measure id of its measure: {@code in_care_curve}, {@code exit_incidence_unplanned}
 * @param version of the definition
 * @param slice the group
 * @param month the reporting month
 * @param cut its last day
 * @param entered episodes that the curve is about
 * @param points in order of days, one for each day on which something happened; empty where
 *     suppressed
 * @param suppressed why the curve is hidden, or empty
 */
public record Curve(
    String measure,
    int version,
    Slice slice,
    YearMonth month,
    LocalDate cut,
    long entered,
    List<CurvePoint> points,
    Optional<Result.Suppressed.Kind> suppressed)
    implements Serializable {

  public Curve {
    points = List.copyOf(points);
  }

  /** The value just after the events of a day; empty before the curve's first point. */
  public Optional<CurvePoint> at(int day) {
    CurvePoint last = null;
    for (CurvePoint point : points) {
      if (point.day() > day) {
        break;
      }
      last = point;
    }
    return Optional.ofNullable(last);
  }

  /** Sum of the curve's own events up to and including a day. */
  public long eventsBy(int day) {
    return points.stream().filter(p -> p.day() <= day).mapToLong(CurvePoint::events).sum();
  }

  /** Episodes censored up to and including a day. */
  public long censoredBy(int day) {
    return points.stream().filter(p -> p.day() <= day).mapToLong(CurvePoint::censored).sum();
  }

  /** The curve with its numbers taken away. */
  public Curve suppress(Result.Suppressed.Kind kind) {
    return new Curve(measure, version, slice, month, cut, 0, List.of(), Optional.of(kind));
  }
}
