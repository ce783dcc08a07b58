package org.throughline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Beta;
import org.throughline.figure.Interval;

/**
 * Limits around the proportion of all units together, within which units of a size should lie if
 * they differ by chance alone (Spiegelhalter 2005, Funnel plots for comparing institutional
 * performance, Statistics in Medicine 24:1185–1202). Binomial, the lower limit interpolated between
 * whole numbers as in its appendix A.1.1, and the upper one that of those who are not counted, so
 * that both tails are treated alike: a unit is beyond a limit where so few, or so many, or fewer or
 * more have at most the limit's probability. Where units vary more than that, limits are widened by
 * √φ, with φ the mean of their squared z-scores, of which the lowest and the highest tenth are
 * drawn in (winsorised).
 */
public final class FunnelLimits {
  /** With fewer units there are no limits. */
  public static final int LEAST_UNITS = 10;

  private static final double TENTH = 0.1;
  private static final double INNER_TAIL = 0.025;
  private static final double OUTER_TAIL = 0.001;

  /**
   * A unit.
   *
   * @param numerator from 0 to the denominator
   * @param denominator above 0
   */
  public record Unit(long numerator, long denominator) {
    public Unit {
      if (denominator <= 0 || numerator < 0 || numerator > denominator) {
        throw new IllegalArgumentException("no proportion: " + numerator + " of " + denominator);
      }
    }
  }

  private final double centre;
  private final double dispersion;
  private final int units;

  private FunnelLimits(double centre, double dispersion, int units) {
    this.centre = centre;
    this.dispersion = dispersion;
    this.units = units;
  }

  /**
   * @param units all units
   * @return empty under {@value #LEAST_UNITS} units, or where all have none or all of it
   */
  public static Optional<FunnelLimits> of(List<Unit> units) {
    long numerator = units.stream().mapToLong(Unit::numerator).sum();
    long denominator = units.stream().mapToLong(Unit::denominator).sum();
    if (units.size() < LEAST_UNITS || numerator == 0 || numerator == denominator) {
      return Optional.empty();
    }
    double centre = (double) numerator / denominator;
    double[] z =
        units.stream()
            .mapToDouble(
                u ->
                    ((double) u.numerator / u.denominator - centre)
                        / Math.sqrt(centre * (1 - centre) / u.denominator))
            .sorted()
            .toArray();
    return Optional.of(new FunnelLimits(centre, dispersion(z), units.size()));
  }

  /** The mean square after winsorising; z is sorted. */
  private static double dispersion(double[] z) {
    int drawnIn = (int) Math.floor(TENTH * z.length);
    double lowest = z[drawnIn];
    double highest = z[z.length - 1 - drawnIn];
    double sum =
        Arrays.stream(z).map(x -> Math.min(highest, Math.max(lowest, x))).map(x -> x * x).sum();
    return sum / z.length;
  }

  /** The proportion of all units together. */
  public double centre() {
    return centre;
  }

  /** φ; about 1 where units differ by chance alone. */
  public double dispersion() {
    return dispersion;
  }

  /** Whether φ is more than two of its standard errors √(2 ÷ units) above 1. */
  public boolean overdispersed() {
    return dispersion > 1 + 2 * Math.sqrt(2.0 / units);
  }

  /** Limits that one in twenty units passes by chance; no flag. */
  public Interval inner(long denominator) {
    return limits(denominator, INNER_TAIL);
  }

  /** Limits that one in five hundred units passes by chance: passing them is a flag. */
  public Interval outer(long denominator) {
    return limits(denominator, OUTER_TAIL);
  }

  private Interval limits(long denominator, double tail) {
    double widened = overdispersed() ? Math.sqrt(dispersion) : 1;
    double low = lower(tail, centre, denominator) / denominator;
    double high = 1 - lower(tail, 1 - centre, denominator) / denominator;
    return new Interval(
        Math.max(0, centre - widened * (centre - low)),
        Math.min(1, centre + widened * (high - centre)));
  }

  /**
   * r − α, with r the least number whose cumulative probability reaches the tail and α the part by
   * which it passes it; 0 where none at all is within the tail.
   */
  private static double lower(double tail, double share, long n) {
    long low = -1;
    long high = n;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (cumulative(middle, share, n) < tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double reached = cumulative(high, share, n);
    double before = cumulative(high - 1, share, n);
    return Math.max(0, high - (reached - tail) / (reached - before));
  }

  /** P(X ≤ k) of X binomial. */
  private static double cumulative(long k, double share, long n) {
    if (k < 0) {
      return 0;
    }
    return k >= n ? 1 : Beta.regularizedBeta(1 - share, (double) (n - k), k + 1.0);
  }
}
