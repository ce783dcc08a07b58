package org.throughline.statistics;

import java.util.List;
import java.util.Optional;
import org.throughline.figure.Interval;

/**
 * Mean time up to a horizon: the area under a survival curve from its first index to there (Irwin
 * 1949), with the variance {@code Σ A(s)²·d/(n(n−d))} over the events before the horizon, A(s) the
 * area from s on (Meier 1975; Klein and Moeschberger, Survival Analysis, 4.5). This is the {@code
 * rmean} of R's survfit and its standard error.
 *
 * @param value in units of the index
 * @param variance of the value
 */
public record RestrictedMean(double value, double variance) {

  /**
   * The area under a curve.
   *
   * @param curve a survival curve
   * @param table the counts that it was estimated from
   * @param horizon where the area ends, after the curve's first index
   * @return empty where the curve is not known up to the horizon: nobody is at risk there, though
   *     not everybody had the event
   * @throws IllegalArgumentException if the curve is no survival curve or begins at the horizon
   */
  public static Optional<RestrictedMean> of(StepCurve curve, RiskTable table, int horizon) {
    if (curve.kind() != StepCurve.Kind.SURVIVAL || horizon <= curve.first()) {
      throw new IllegalArgumentException(
          "no area under a curve of %s from %d to %d"
              .formatted(curve.kind(), curve.first(), horizon));
    }
    List<StepCurve.Point> points = curve.points();
    boolean allFailed = points.stream().anyMatch(p -> p.index() <= horizon && p.estimate() == 0);
    if (!allFailed && curve.at(horizon).isEmpty()) {
      return Optional.empty();
    }
    double area = 0;
    double variance = 0;
    int end = horizon;
    for (int i = points.size() - 1; i >= 0; i--) {
      StepCurve.Point point = points.get(i);
      if (point.index() < horizon) {
        area += point.estimate() * (end - point.index());
        end = point.index();
        long atRisk = table.atRisk(point.index());
        long events = table.events(point.index());
        if (events > 0 && events < atRisk) {
          variance += area * area * events / ((double) atRisk * (atRisk - events));
        }
      }
    }
    return Optional.of(new RestrictedMean(area, variance));
  }

  /** The mean of who has been there for a while already: that much more, and as uncertain. */
  public RestrictedMean after(int already) {
    return new RestrictedMean(already + value, variance);
  }

  /** Square root of the variance. */
  public double standardError() {
    return Math.sqrt(variance);
  }

  /** The normal 95 % interval, kept between two ends that the mean cannot pass. */
  public Interval interval(double least, double most) {
    double half = Distributions.Z * standardError();
    return new Interval(Math.max(least, value - half), Math.min(most, value + half));
  }
}
