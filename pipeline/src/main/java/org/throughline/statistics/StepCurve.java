package org.throughline.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.throughline.figure.Interval;

/**
 * An estimated probability over time: a right-continuous step function with pointwise 95 %
 * intervals.
 *
 * @param kind whether it falls from 1 or rises from 0
 * @param first index at which the curve begins
 * @param last index up to which there was follow-up
 * @param points in order of index: the first index, and each later one at which there was an event
 *     of any cause, a censoring or an entry
 */
public record StepCurve(Kind kind, int first, int last, List<Point> points) {

  /** What the curve is the probability of. */
  public enum Kind {
    /** Of no event yet: falls from 1. */
    SURVIVAL,
    /** Of the event by then: rises from 0. */
    INCIDENCE
  }

  /**
   * The curve at one index.
   *
   * @param index time
   * @param atRisk in the risk set at that index, before its events
   * @param events of the curve's own kind at that index
   * @param censored who left after the events of that index without one
   * @param remaining in the risk set at the next index, after everybody who leaves and enters
   * @param estimate the probability, just after the events
   * @param variance of the estimate
   * @param low lower end of the 95 % interval; equals the estimate where that is 0 or 1, as the
   *     log−log scale has no interval there (R gives NA)
   * @param high upper end
   */
  public record Point(
      int index,
      long atRisk,
      long events,
      long censored,
      long remaining,
      double estimate,
      double variance,
      double low,
      double high) {

    /** Square root of the variance. */
    public double standardError() {
      return Math.sqrt(variance);
    }
  }

  /**
   * Relative slack when an estimate is held against one half, for a product of a few hundred
   * fractions may miss an exact half by some units in the last place.
   */
  private static final double HALF_SLACK = 1e-12;

  public StepCurve {
    points = List.copyOf(points);
    if (points.isEmpty() || points.get(0).index() != first || last < first) {
      throw new IllegalArgumentException("a curve begins with a point at its first index");
    }
  }

  /**
   * The curve just after the events of an index, with the numbers of that index. Empty where nobody
   * is at risk at it, before the first index and after the last.
   */
  public Optional<Point> at(int t) {
    if (t < first || t > last) {
      return Optional.empty();
    }
    Point point = points.get(positionAt(t));
    if (point.index() == t) {
      return point.atRisk() == 0 ? Optional.empty() : Optional.of(point);
    }
    if (point.remaining() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            t,
            point.remaining(),
            0,
            0,
            point.remaining(),
            point.estimate(),
            point.variance(),
            point.low(),
            point.high()));
  }

  /**
   * The first index at which survival is one half or less (incidence: one half or more); empty if
   * that is not reached.
   */
  public OptionalInt median() {
    return points.stream().filter(this::isAtOrPastHalf).mapToInt(Point::index).findFirst();
  }

  /**
   * The 95 % interval of the median: the indexes at which the ends of the curve's pointwise
   * interval pass one half (Brookmeyer and Crowley 1982, on the scale of those intervals). Empty
   * where the later of the two is not reached. A point at 0 or 1 has no pointwise interval and
   * settles nothing.
   */
  public Optional<Interval> medianInterval() {
    OptionalInt early = firstPastHalf(kind == Kind.SURVIVAL ? Point::low : Point::high);
    OptionalInt late = firstPastHalf(kind == Kind.SURVIVAL ? Point::high : Point::low);
    return early.isPresent() && late.isPresent()
        ? Optional.of(new Interval(early.getAsInt(), late.getAsInt()))
        : Optional.empty();
  }

  private OptionalInt firstPastHalf(ToDoubleFunction<Point> end) {
    return points.stream()
        .filter(p -> p.estimate() > 0 && p.estimate() < 1)
        .filter(p -> isPastHalf(end.applyAsDouble(p)))
        .mapToInt(Point::index)
        .findFirst();
  }

  private boolean isAtOrPastHalf(Point point) {
    return isPastHalf(point.estimate());
  }

  private boolean isPastHalf(double estimate) {
    return switch (kind) {
      case SURVIVAL -> estimate <= 0.5 * (1 + HALF_SLACK);
      case INCIDENCE -> estimate >= 0.5 * (1 - HALF_SLACK);
    };
  }

  /** Position of the last point at or before an index that is not before the first. */
  private int positionAt(int t) {
    int low = 0;
    int high = points.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (points.get(middle).index() <= t) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
