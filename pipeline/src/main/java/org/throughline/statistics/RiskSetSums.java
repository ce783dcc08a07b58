package org.throughline.statistics;

import java.util.List;

/**
 * Observed and expected events of groups with their covariance, summed over the risk sets of the
 * event times: given who was at risk, the events of a time fall on the groups like draws without
 * replacement (multivariate hypergeometric).
 */
final class RiskSetSums {

  /** Which events of a group at an index count. */
  @FunctionalInterface
  interface Events {
    long of(RiskTable table, int index);
  }

  private final long[] observed;
  private final double[] expected;
  private final double[][] covariance;

  private RiskSetSums(int groups) {
    observed = new long[groups];
    expected = new double[groups];
    covariance = new double[groups][groups];
  }

  /**
   * @throws IllegalArgumentException if the groups differ in length
   */
  static RiskSetSums over(List<RiskTable> groups, Events counted) {
    RiskSetSums sums = new RiskSetSums(groups.size());
    int length = groups.isEmpty() ? 0 : groups.get(0).length();
    for (RiskTable group : groups) {
      if (group.length() != length) {
        throw new IllegalArgumentException(
            "groups of different length: %d and %d indices".formatted(length, group.length()));
      }
    }
    for (int t = 0; t < length; t++) {
      sums.add(groups, counted, t);
    }
    return sums;
  }

  private void add(List<RiskTable> groups, Events counted, int t) {
    long atRisk = 0;
    long events = 0;
    for (int g = 0; g < observed.length; g++) {
      long own = counted.of(groups.get(g), t);
      observed[g] += own;
      events += own;
      atRisk += groups.get(g).atRisk(t);
    }
    if (events == 0) {
      return;
    }
    double n = (double) atRisk;
    // one alone at risk: the event can only be theirs, and nothing varies
    double spread = atRisk > 1 ? events * ((atRisk - events) / (n - 1)) : 0;
    for (int g = 0; g < observed.length; g++) {
      long own = groups.get(g).atRisk(t);
      double share = own / n;
      expected[g] += events * share;
      covariance[g][g] += spread * share * ((atRisk - own) / n);
      for (int h = 0; h < g; h++) {
        double shared = spread * share * (groups.get(h).atRisk(t) / n);
        covariance[g][h] -= shared;
        covariance[h][g] -= shared;
      }
    }
  }

  long observed(int group) {
    return observed[group];
  }

  long events() {
    long all = 0;
    for (long own : observed) {
      all += own;
    }
    return all;
  }

  double expected(int group) {
    return expected[group];
  }

  double covariance(int group, int other) {
    return covariance[group][other];
  }
}
