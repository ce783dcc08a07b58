package org.throughline.statistics;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** The distributions that every interval and test here rests on. */
public final class Distributions {

  /** The 0.975 quantile of the standard normal distribution, 1.95996…: all intervals are 95 %. */
  public static final double Z = Math.sqrt(2.0) * Erf.erfInv(0.95);

  private Distributions() {}

  /**
   * Probability that a chi-square variable is at least {@code statistic}.
   *
   * @param statistic at least 0
   * @param degreesOfFreedom at least 1
   */
  public static double chiSquareTail(double statistic, int degreesOfFreedom) {
    if (!(statistic >= 0) || degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "no chi-square tail for " + statistic + " on " + degreesOfFreedom + " df");
    }
    return Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, statistic / 2.0);
  }

  /**
   * The quantile of a gamma variable of scale 1; half a chi-square quantile on twice as many
   * degrees of freedom.
   *
   * @param probability above 0 and below 1
   * @param shape above 0
   */
  public static double gammaQuantile(double probability, double shape) {
    requireProbability(probability);
    if (!(shape > 0) || Double.isInfinite(shape)) {
      throw new IllegalArgumentException("no gamma distribution of shape " + shape);
    }
    return inverse(x -> Gamma.regularizedGammaP(shape, x), probability);
  }

  /**
   * The quantile of Student's t distribution.
   *
   * @param probability at least ½ and below 1
   * @param degreesOfFreedom at least 1
   */
  public static double tQuantile(double probability, long degreesOfFreedom) {
    requireProbability(probability);
    if (probability < 0.5 || degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "no t quantile for %s on %d df".formatted(probability, degreesOfFreedom));
    }
    double n = (double) degreesOfFreedom;
    return probability == 0.5
        ? 0
        : inverse(t -> 1 - Beta.regularizedBeta(n / (n + t * t), n / 2, 0.5) / 2, probability);
  }

  private static void requireProbability(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("not a probability between 0 and 1: " + probability);
    }
  }

  /**
   * Where a rising function of what is above 0 takes a value: halved until no number is between.
   */
  private static double inverse(DoubleUnaryOperator rising, double value) {
    double low = 0;
    double high = 1;
    while (rising.applyAsDouble(high) < value) {
      low = high;
      high *= 2;
    }
    double middle = (low + high) / 2;
    while (middle > low && middle < high) {
      if (rising.applyAsDouble(middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return high;
  }
}
