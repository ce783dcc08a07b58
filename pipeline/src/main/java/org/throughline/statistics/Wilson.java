package org.throughline.statistics;

import org.throughline.figure.Interval;

/**
 * Wilson's score interval of a proportion (1927), 95 %, without continuity correction: the
 * proportions π that the score test does not reject, the roots of {@code (p−π)² = z²·π(1−π)/n}.
 */
public final class Wilson {

  private Wilson() {}

  /**
   * @param numerator from 0 to the denominator
   * @param denominator above 0; neither need be whole
   * @return ends from 0 to 1; 0 and 1 themselves where the proportion is that
   * @throws IllegalArgumentException if there is no such proportion
   */
  public static Interval interval(double numerator, double denominator) {
    if (!(denominator > 0 && numerator >= 0 && numerator <= denominator)
        || Double.isInfinite(denominator)) {
      throw new IllegalArgumentException("no proportion: " + numerator + " of " + denominator);
    }
    double low = lowerRoot(numerator, denominator);
    double high = 1 - lowerRoot(denominator - numerator, denominator);
    return new Interval(low, high);
  }

  /**
   * The interval of a proportion of units that repeat within a client: both counts are divided by
   * the design effect, which leaves the proportion and widens the interval.
   *
   * @param designEffect at least 1, see {@link DesignEffect}
   */
  public static Interval interval(double numerator, double denominator, double designEffect) {
    if (!(designEffect >= 1) || Double.isInfinite(designEffect)) {
      throw new IllegalArgumentException("not a design effect of 1 or more: " + designEffect);
    }
    return interval(numerator / designEffect, denominator / designEffect);
  }

  /** The smaller root as product of both over the larger: nothing cancels, and 0 gives 0. */
  private static double lowerRoot(double x, double n) {
    double zz = Distributions.Z * Distributions.Z;
    double larger = x + zz / 2 + Distributions.Z * Math.sqrt(x * (n - x) / n + zz / 4);
    return x * x / (n * larger);
  }
}
