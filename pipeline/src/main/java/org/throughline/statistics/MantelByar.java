package org.throughline.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The test of Mantel and Byar (1974): whether those exposed by then fail at the rate of those not
 * yet exposed. People move from the one table (censored there) to the other (joined there) when
 * they become exposed, so that time before exposure counts as unexposed. Observed against expected
 * events of the exposed, hypergeometric variance over the risk sets, one degree of freedom, no
 * continuity correction.
 */
public final class MantelByar {

  /**
   * @param observed events of the exposed
   * @param expected events of the exposed, if exposure made no difference
   * @param variance of observed − expected, above 0
   * @param chiSquare (observed − expected)² ÷ variance
   * @param p probability of a chi-square on 1 df at least as large
   * @param events of both groups
   */
  public record Result(
      long observed, double expected, double variance, double chiSquare, double p, long events) {}

  private MantelByar() {}

  /**
   * The test over events of all causes; empty if no event happened while both groups were at risk
   * (nothing to compare).
   *
   * @throws IllegalArgumentException if the tables differ in length
   */
  public static Optional<Result> test(RiskTable exposed, RiskTable unexposed) {
    return result(RiskSetSums.over(List.of(exposed, unexposed), RiskTable::events));
  }

  /**
   * The cause-specific test: whoever has an event of another cause is censored at it.
   *
   * @throws IllegalArgumentException if the tables differ in length or have no such cause
   */
  public static Optional<Result> test(RiskTable exposed, RiskTable unexposed, int cause) {
    return result(
        RiskSetSums.over(List.of(exposed, unexposed), (table, t) -> table.events(cause, t)));
  }

  private static Optional<Result> result(RiskSetSums sums) {
    double variance = sums.covariance(0, 0);
    if (variance == 0) {
      return Optional.empty();
    }
    double excess = sums.observed(0) - sums.expected(0);
    double chiSquare = excess * excess / variance;
    return Optional.of(
        new Result(
            sums.observed(0),
            sums.expected(0),
            variance,
            chiSquare,
            Distributions.chiSquareTail(chiSquare, 1),
            sums.events()));
  }
}
