package org.throughline.statistics;

import org.throughline.figure.Interval;

/**
 * Pointwise 95 % intervals of a probability on the log(−log) scale, {@code F^exp(±z·se/(F ln F))}
 * (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1.4; the same for
 * survival and for cumulative incidence). They stay within 0 and 1.
 */
final class LogLog {

  private LogLog() {}

  /** At an estimate of 0 or 1 the scale has no interval, and both ends are the estimate. */
  static Interval interval(double estimate, double variance) {
    if (estimate <= 0 || estimate >= 1) {
      return new Interval(estimate, estimate);
    }
    double logEstimate = Math.log(estimate);
    double factor =
        Math.exp(Distributions.Z * Math.sqrt(variance) / (estimate * Math.abs(logEstimate)));
    return new Interval(Math.exp(logEstimate * factor), Math.exp(logEstimate / factor));
  }
}
