package org.throughline.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * How much less a share of units that repeat within a client tells than the same share of
 * independent units: the client-clustered variance of the ratio over the binomial one (Kish;
 * Cochran, Sampling Techniques, 6.3).
 */
public final class DesignEffect {

  private DesignEffect() {}

  /**
   * {@code m/(m−1) · Σ(y − p·n)² / N²} over {@code p(1−p)/N} with p = Y/N, never below 1. With
   * whole sums this is {@code m·(N²·Σyy − 2·Y·N·Σyn + Y²·Σnn) / ((m−1)·N·Y·(N−Y))}, computed
   * exactly and rounded once.
   *
   * @param clusters m, clients with a unit in the denominator
   * @param sumY Y, units in the numerator
   * @param sumN N, units in the denominator
   * @param sumYY over clients, numerator squared
   * @param sumYN over clients, numerator times denominator
   * @param sumNN over clients, denominator squared
   * @return 1 too where it cannot be told: fewer than two clients, or a share of 0 or 1
   * @throws IllegalArgumentException if no clients can have such sums
   */
  public static double of(long clusters, long sumY, long sumN, long sumYY, long sumYN, long sumNN) {
    if (clusters < 0 || sumY < 0 || sumY > sumN || sumYY < 0 || sumYN < sumYY || sumNN < sumYN) {
      throw new IllegalArgumentException(
          "no clients have these sums: m=%d Y=%d N=%d YY=%d YN=%d NN=%d"
              .formatted(clusters, sumY, sumN, sumYY, sumYN, sumNN));
    }
    if (clusters < 2 || sumY == 0 || sumY == sumN) {
      return 1;
    }
    BigInteger m = BigInteger.valueOf(clusters);
    BigInteger y = BigInteger.valueOf(sumY);
    BigInteger n = BigInteger.valueOf(sumN);
    BigInteger squares = residuals(y, n, sumYY, sumYN, sumNN);
    BigDecimal clustered = new BigDecimal(m.multiply(squares));
    BigDecimal binomial =
        new BigDecimal(m.subtract(BigInteger.ONE).multiply(n).multiply(y).multiply(n.subtract(y)));
    return Math.max(1, clustered.divide(binomial, MathContext.DECIMAL128).doubleValue());
  }

  /**
   * The like for a rate of events over time: {@code m/(m−1) · Σ(x − r·t)² / T²} over {@code X/T²}
   * with r = X/T, never below 1. With whole sums this is {@code m·(T²·Σxx − 2·X·T·Σxt + X²·Σtt) /
   * ((m−1)·T²·X)}, computed exactly and rounded once.
   *
   * @param clusters m, clients with time at risk
   * @param sumX X, events
   * @param sumT T, time in whole units
   * @param sumXX over clients, events squared
   * @param sumXT over clients, events times time
   * @param sumTT over clients, time squared
   * @return 1 too where it cannot be told: fewer than two clients, or no event
   * @throws IllegalArgumentException if no clients can have such sums
   */
  public static double ofRate(
      long clusters, long sumX, long sumT, long sumXX, long sumXT, long sumTT) {
    if (clusters < 0 || sumX < 0 || sumT < clusters || sumXX < sumX || sumXT < 0 || sumTT < sumT) {
      throw new IllegalArgumentException(
          "no clients have these sums: m=%d X=%d T=%d XX=%d XT=%d TT=%d"
              .formatted(clusters, sumX, sumT, sumXX, sumXT, sumTT));
    }
    if (clusters < 2 || sumX == 0) {
      return 1;
    }
    BigInteger m = BigInteger.valueOf(clusters);
    BigInteger x = BigInteger.valueOf(sumX);
    BigInteger t = BigInteger.valueOf(sumT);
    BigInteger squares = residuals(x, t, sumXX, sumXT, sumTT);
    BigDecimal clustered = new BigDecimal(m.multiply(squares));
    BigDecimal poisson =
        new BigDecimal(m.subtract(BigInteger.ONE).multiply(t).multiply(t).multiply(x));
    return Math.max(1, clustered.divide(poisson, MathContext.DECIMAL128).doubleValue());
  }

  /** {@code N²·Σyy − 2·Y·N·Σyn + Y²·Σnn}, which is N² times the sum of squared residuals. */
  private static BigInteger residuals(
      BigInteger y, BigInteger n, long sumYY, long sumYN, long sumNN) {
    BigInteger squares =
        n.multiply(n)
            .multiply(BigInteger.valueOf(sumYY))
            .subtract(y.multiply(n).multiply(BigInteger.valueOf(sumYN)).shiftLeft(1))
            .add(y.multiply(y).multiply(BigInteger.valueOf(sumNN)));
    if (squares.signum() < 0) {
      throw new IllegalArgumentException("no clients have these sums: a sum of squares below 0");
    }
    return squares;
  }
}
