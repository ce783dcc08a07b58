package org.throughline.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The log-rank test of k groups (Mantel 1966; Peto and Peto 1972): whether they fail at the same
 * rate at all times. Observed minus expected events of all groups but one, against their
 * hypergeometric covariance.
 */
public final class LogRank {

  /**
   * @param groups in the order given, those that were dropped included
   * @param chiSquare the quadratic form
   * @param degreesOfFreedom groups compared, less one
   * @param p probability of a chi-square at least as large
   */
  public record Result(List<Group> groups, double chiSquare, int degreesOfFreedom, double p) {
    public Result {
      groups = List.copyOf(groups);
    }

    /** Events of each group. */
    public List<Long> observed() {
      return groups.stream().map(Group::observed).toList();
    }

    /** Events of each group, if all failed at the same rate. */
    public List<Double> expected() {
      return groups.stream().map(Group::expected).toList();
    }
  }

  /**
   * @param observed events of the group
   * @param expected events of the group, if all failed at the same rate
   * @param variance of observed − expected; 0 for a group that was never at risk beside another at
   *     an event, which is dropped from the test
   */
  public record Group(long observed, double expected, double variance) {}

  /** A pivot this small beside its own variance is a rounding error of 0. */
  private static final double SINGULAR = 1e-10;

  private LogRank() {}

  /**
   * The test over events of all causes; empty if fewer than two groups can be compared, or if the
   * groups fall into sets that were never at risk together.
   *
   * @throws IllegalArgumentException if the groups differ in length
   */
  public static Optional<Result> test(List<RiskTable> groups) {
    return result(RiskSetSums.over(groups, RiskTable::events), groups.size());
  }

  /**
   * The cause-specific test: whoever has an event of another cause is censored at it.
   *
   * @throws IllegalArgumentException if the groups differ in length or have no such cause
   */
  public static Optional<Result> test(List<RiskTable> groups, int cause) {
    return result(RiskSetSums.over(groups, (table, t) -> table.events(cause, t)), groups.size());
  }

  private static Optional<Result> result(RiskSetSums sums, int size) {
    int[] compared = IntStream.range(0, size).filter(g -> sums.covariance(g, g) > 0).toArray();
    if (compared.length < 2) {
      return Optional.empty();
    }
    // the statistic does not depend on which group is left out; the largest leaves the others least
    // correlated
    int reference = compared[0];
    for (int g : compared) {
      if (sums.expected(g) > sums.expected(reference)) {
        reference = g;
      }
    }
    int leftOut = reference;
    int[] kept = IntStream.of(compared).filter(g -> g != leftOut).toArray();
    List<Group> groups =
        IntStream.range(0, size)
            .mapToObj(g -> new Group(sums.observed(g), sums.expected(g), sums.covariance(g, g)))
            .toList();
    double chiSquare = quadraticForm(sums, kept);
    return Double.isNaN(chiSquare)
        ? Optional.empty()
        : Optional.of(
            new Result(
                groups,
                chiSquare,
                kept.length,
                Distributions.chiSquareTail(chiSquare, kept.length)));
  }

  /** u' V⁻¹ u by Cholesky's factors V = L L': the squared length of L⁻¹ u. NaN if V is singular. */
  private static double quadraticForm(RiskSetSums sums, int[] kept) {
    int k = kept.length;
    double[][] factor = new double[k][k];
    double[] solved = new double[k];
    double form = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double rest = sums.covariance(kept[i], kept[j]);
        for (int l = 0; l < j; l++) {
          rest -= factor[i][l] * factor[j][l];
        }
        factor[i][j] = rest / factor[j][j];
      }
      double variance = sums.covariance(kept[i], kept[i]);
      double pivot = variance;
      double right = sums.observed(kept[i]) - sums.expected(kept[i]);
      for (int l = 0; l < i; l++) {
        pivot -= factor[i][l] * factor[i][l];
        right -= factor[i][l] * solved[l];
      }
      if (pivot <= SINGULAR * variance) {
        return Double.NaN;
      }
      factor[i][i] = Math.sqrt(pivot);
      solved[i] = right / factor[i][i];
      form += solved[i] * solved[i];
    }
    return form;
  }
}
