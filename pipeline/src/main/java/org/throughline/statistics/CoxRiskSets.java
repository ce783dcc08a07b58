package org.throughline.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The risk sets of Cox's partial likelihood: at each index with an event, how many of each pattern
 * of covariates were at risk and failed. Columns are shifted to a mean of 0 and scaled to at most 1
 * beside it, which changes no test and no hazard ratio and keeps sums of squares from cancelling.
 */
final class CoxRiskSets {
  private final int[] columns;
  private final double[][] standard;
  private final double[] scale;
  private final int[] index;
  private final int[] start;
  private final int[] pattern;
  private final double[] atRisk;
  private final double[] failed;

  private CoxRiskSets(
      int[] columns,
      double[][] standard,
      double[] scale,
      int[] index,
      int[] start,
      int[] pattern,
      double[] atRisk,
      double[] failed) {
    this.columns = columns;
    this.standard = standard;
    this.scale = scale;
    this.index = index;
    this.start = start;
    this.pattern = pattern;
    this.atRisk = atRisk;
    this.failed = failed;
  }

  /**
   * @param patterns tables may differ in length: where one ends, none of it are at risk
   * @param cause which events count, from 0; whoever has another is censored at it
   * @throws IllegalArgumentException if patterns differ in their number of covariates
   */
  static CoxRiskSets of(List<CoxPattern> patterns, int cause) {
    int width = patterns.isEmpty() ? 0 : patterns.get(0).covariates().size();
    TreeSet<Integer> eventTimes = new TreeSet<>();
    for (CoxPattern given : patterns) {
      if (given.covariates().size() != width) {
        throw new IllegalArgumentException(
            "a pattern of %d covariates among patterns of %d"
                .formatted(given.covariates().size(), width));
      }
      for (int t = 0; t < given.table().length(); t++) {
        if (given.table().events(cause, t) > 0) {
          eventTimes.add(t);
        }
      }
    }
    int[] index = eventTimes.stream().mapToInt(Integer::intValue).toArray();
    int[] start = new int[index.length + 1];
    for (int d = 0; d < index.length; d++) {
      int t = index[d];
      start[d + 1] = start[d] + (int) patterns.stream().filter(p -> present(p, t)).count();
    }
    int size = start[index.length];
    int[] pattern = new int[size];
    double[] atRisk = new double[size];
    double[] failed = new double[size];
    for (int d = 0; d < index.length; d++) {
      int at = start[d];
      for (int p = 0; p < patterns.size(); p++) {
        if (present(patterns.get(p), index[d])) {
          pattern[at] = p;
          atRisk[at] = (double) patterns.get(p).table().atRisk(index[d]);
          failed[at] = (double) patterns.get(p).table().events(cause, index[d]);
          at++;
        }
      }
    }
    double[] scale = new double[width];
    return new CoxRiskSets(
        IntStream.range(0, width).toArray(),
        standardised(patterns, scale),
        scale,
        index,
        start,
        pattern,
        atRisk,
        failed);
  }

  private static boolean present(CoxPattern given, int t) {
    return t < given.table().length() && given.table().atRisk(t) > 0;
  }

  private static double[][] standardised(List<CoxPattern> patterns, double[] scale) {
    double[][] standard = new double[patterns.size()][scale.length];
    for (int j = 0; j < scale.length; j++) {
      double sum = 0;
      double people = 0;
      for (CoxPattern given : patterns) {
        sum += given.covariates().get(j) * given.table().entered();
        people += given.table().entered();
      }
      double mean = people > 0 ? sum / people : 0;
      for (int p = 0; p < standard.length; p++) {
        standard[p][j] = patterns.get(p).covariates().get(j) - mean;
        scale[j] = Math.max(scale[j], Math.abs(standard[p][j]));
      }
      scale[j] = scale[j] > 0 ? scale[j] : 1;
      for (double[] of : standard) {
        of[j] /= scale[j];
      }
    }
    return standard;
  }

  /** The same with some of its columns. */
  CoxRiskSets keep(int[] kept) {
    return new CoxRiskSets(
        Arrays.stream(kept).map(j -> columns[j]).toArray(),
        Arrays.stream(standard).map(row -> pick(row, kept)).toArray(double[][]::new),
        pick(scale, kept),
        index,
        start,
        pattern,
        atRisk,
        failed);
  }

  private static double[] pick(double[] row, int[] kept) {
    return Arrays.stream(kept).mapToDouble(j -> row[j]).toArray();
  }

  /** Number of columns. */
  int width() {
    return columns.length;
  }

  /** Position of a column among all that were given. */
  int column(int j) {
    return columns[j];
  }

  /** What a column was divided by. */
  double scale(int j) {
    return scale[j];
  }

  int patterns() {
    return standard.length;
  }

  /** A pattern's shifted and scaled covariates; not to be changed. */
  double[] covariates(int p) {
    return standard[p];
  }

  /** Number of indices with an event. */
  int eventTimes() {
    return index.length;
  }

  /** The index of an event time. */
  int index(int d) {
    return index[d];
  }

  /** First entry of an event time; entries go on to that of the next. */
  int start(int d) {
    return start[d];
  }

  /** Pattern of an entry. */
  int pattern(int entry) {
    return pattern[entry];
  }

  /** How many of its pattern were at risk. */
  double atRisk(int entry) {
    return atRisk[entry];
  }

  /** How many of them failed. */
  double failed(int entry) {
    return failed[entry];
  }

  /** How many failed at an event time. */
  double failedAt(int d) {
    return sum(failed, d);
  }

  /** How many were at risk at an event time. */
  double atRiskAt(int d) {
    return sum(atRisk, d);
  }

  private double sum(double[] counts, int d) {
    double sum = 0;
    for (int i = start[d]; i < start[d + 1]; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** All events. */
  long events() {
    return (long) Arrays.stream(failed).sum();
  }
}
