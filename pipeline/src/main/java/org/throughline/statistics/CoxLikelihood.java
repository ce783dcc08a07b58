package org.throughline.statistics;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The logarithm of Cox's partial likelihood with its first derivatives and its negative second
 * ones, from counts by pattern and event time. With S and T the sums over the risk set and over
 * those of it who fail, each weighted by exp(βx), and d failing, a time adds {@code Σ_fail βx − Σ_k
 * log(S0 − f_k·T0)} with f_k = k/d, k = 0…d−1 (Efron 1977), or all f_k = 0 (Breslow 1974).
 *
 * <p>All that depends on k are five sums of scalars, and squares of covariates are gathered by
 * pattern, so that the cost goes with patterns times event times, not with people.
 */
final class CoxLikelihood {

  /**
   * @param logLikelihood where it was evaluated
   * @param score its gradient
   * @param information its negative second derivatives
   */
  record At(double logLikelihood, RealVector score, RealMatrix information) {}

  private final CoxRiskSets sets;
  private final Ties ties;
  private final int width;

  CoxLikelihood(CoxRiskSets sets, Ties ties) {
    this.sets = sets;
    this.ties = ties;
    this.width = sets.width();
  }

  /** The likelihood at coefficients of shifted and scaled columns. */
  At at(double[] beta) {
    double[] ones = new double[sets.eventTimes()];
    Arrays.fill(ones, 1);
    return at(beta, ones);
  }

  /** The same with what each event time adds multiplied by a weight. */
  At at(double[] beta, double[] weights) {
    double[] linear = new double[sets.patterns()];
    double[] risk = new double[sets.patterns()];
    for (int p = 0; p < risk.length; p++) {
      linear[p] = dot(beta, sets.covariates(p));
      // StrictMath: the same bits on every machine
      risk[p] = StrictMath.exp(linear[p]);
    }
    Sums sums = new Sums(sets.patterns(), width);
    for (int d = 0; d < sets.eventTimes(); d++) {
      add(d, weights[d], linear, risk, sums);
    }
    return sums.total(sets);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private void add(int d, double weight, double[] linear, double[] risk, Sums sums) {
    double all = 0;
    double failing = 0;
    double[] allX = new double[width];
    double[] failingX = new double[width];
    double failed = sets.failedAt(d);
    for (int i = sets.start(d); i < sets.start(d + 1); i++) {
      int p = sets.pattern(i);
      double[] x = sets.covariates(p);
      double r = sets.atRisk(i) * risk[p];
      all += r;
      double f = sets.failed(i) * risk[p];
      failing += f;
      sums.logLikelihood += weight * sets.failed(i) * linear[p];
      for (int j = 0; j < width; j++) {
        allX[j] += r * x[j];
        failingX[j] += f * x[j];
        sums.score[j] += weight * sets.failed(i) * x[j];
      }
    }
    double one = 0;
    double part = 0;
    double oneSquared = 0;
    double partOfSquare = 0;
    double partSquared = 0;
    for (double k = 0; k < failed; k++) {
      double f = ties == Ties.EFRON ? k / failed : 0;
      double left = all - f * failing;
      sums.logLikelihood -= weight * StrictMath.log(left);
      one += 1 / left;
      part += f / left;
      oneSquared += 1 / (left * left);
      partOfSquare += f / (left * left);
      partSquared += f * f / (left * left);
    }
    for (int j = 0; j < width; j++) {
      sums.score[j] -= weight * (one * allX[j] - part * failingX[j]);
      for (int l = 0; l <= j; l++) {
        sums.information[j][l] -=
            weight
                * (oneSquared * allX[j] * allX[l]
                    - partOfSquare * (allX[j] * failingX[l] + failingX[j] * allX[l])
                    + partSquared * failingX[j] * failingX[l]);
      }
    }
    for (int i = sets.start(d); i < sets.start(d + 1); i++) {
      int p = sets.pattern(i);
      sums.square[p] += weight * risk[p] * (sets.atRisk(i) * one - sets.failed(i) * part);
    }
  }

  private static final class Sums {
    double logLikelihood;
    final double[] score;
    final double[][] information;

    /** By pattern, what its covariates squared are multiplied by. */
    final double[] square;

    Sums(int patterns, int width) {
      score = new double[width];
      information = new double[width][width];
      square = new double[patterns];
    }

    At total(CoxRiskSets sets) {
      for (int p = 0; p < square.length; p++) {
        double[] x = sets.covariates(p);
        for (int j = 0; j < x.length; j++) {
          for (int l = 0; l <= j; l++) {
            information[j][l] += square[p] * x[j] * x[l];
          }
        }
      }
      for (int j = 0; j < score.length; j++) {
        for (int l = 0; l < j; l++) {
          information[l][j] = information[j][l];
        }
      }
      return new At(
          logLikelihood, new ArrayRealVector(score), new Array2DRowRealMatrix(information));
    }
  }
}
