package org.throughline.statistics;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** The two distributions that every interval and test here rests on. */
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
}
