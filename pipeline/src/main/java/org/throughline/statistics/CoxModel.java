package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.throughline.figure.Interval;

/** A fitted Cox regression. */
public final class CoxModel implements CoxOutcome {

  /**
   * A coefficient: the logarithm of a hazard ratio.
   *
   * @param column to which it belongs, from 0
   * @param estimate where the partial likelihood is greatest
   * @param standardError from the observed information
   */
  public record Coefficient(int column, double estimate, double standardError) {
    public double hazardRatio() {
      return StrictMath.exp(estimate);
    }

    /** Wald's 95 % interval of the hazard ratio. */
    public Interval interval() {
      double half = Distributions.Z * standardError;
      return new Interval(StrictMath.exp(estimate - half), StrictMath.exp(estimate + half));
    }

    /** Estimate over its standard error. */
    public double z() {
      return estimate / standardError;
    }

    /** Two-sided p-value of z, that of Wald's test on 1 degree of freedom. */
    public double p() {
      return Distributions.chiSquareTail(z() * z(), 1);
    }
  }

  /**
   * A test.
   *
   * @param p probability of a chi-square at least as large
   */
  public record Test(double chiSquare, int degreesOfFreedom, double p) {
    static Test of(double chiSquare, int degreesOfFreedom) {
      // 0 up to rounding where the estimate is exactly what is tested
      double statistic = Math.max(0, chiSquare);
      return new Test(
          statistic, degreesOfFreedom, Distributions.chiSquareTail(statistic, degreesOfFreedom));
    }
  }

  private final CoxRiskSets sets;
  private final Ties ties;
  private final double[] beta;
  private final int columns;
  private final CoxLikelihood.At atNull;
  private final CoxLikelihood.At atMaximum;
  private final RealMatrix nullCovariance;
  private final RealMatrix covariance;

  CoxModel(
      CoxRiskSets sets,
      Ties ties,
      double[] beta,
      int columns,
      CoxLikelihood.At atNull,
      CoxLikelihood.At atMaximum,
      RealMatrix nullCovariance,
      RealMatrix covariance) {
    this.sets = sets;
    this.ties = ties;
    this.beta = beta.clone();
    this.columns = columns;
    this.atNull = atNull;
    this.atMaximum = atMaximum;
    this.nullCovariance = nullCovariance;
    this.covariance = covariance;
  }

  /** Coefficients of the columns that were not dropped, in their order. */
  public List<Coefficient> coefficients() {
    List<Coefficient> all = new ArrayList<>();
    for (int j = 0; j < beta.length; j++) {
      double scale = sets.scale(j);
      all.add(
          new Coefficient(
              sets.column(j), beta[j] / scale, Math.sqrt(covariance.getEntry(j, j)) / scale));
    }
    return List.copyOf(all);
  }

  /** The coefficient of a column; empty where it was dropped. */
  public Optional<Coefficient> coefficient(int column) {
    return coefficients().stream().filter(c -> c.column() == column).findFirst();
  }

  /** Columns that do not vary where events happen, or are combinations of columns before them. */
  public List<Integer> dropped() {
    return IntStream.range(0, columns).boxed().filter(c -> position(c) < 0).toList();
  }

  /** Covariance of two coefficients that were not dropped. */
  public double covariance(int column, int other) {
    int i = position(column);
    int j = position(other);
    if (i < 0 || j < 0) {
      throw new IllegalArgumentException("no coefficient: " + (i < 0 ? column : other));
    }
    return covariance.getEntry(i, j) / (sets.scale(i) * sets.scale(j));
  }

  /** Position of a column among those that were not dropped, or -1. */
  int position(int column) {
    return IntStream.range(0, beta.length)
        .filter(j -> sets.column(j) == column)
        .findFirst()
        .orElse(-1);
  }

  /** Events of the cause. */
  public long events() {
    return sets.events();
  }

  /** Logarithm of the partial likelihood with all coefficients 0. */
  public double nullLogLikelihood() {
    return atNull.logLikelihood();
  }

  /** Its maximum. */
  public double logLikelihood() {
    return atMaximum.logLikelihood();
  }

  /** Twice the gain in log likelihood. */
  public Test likelihoodRatioTest() {
    return Test.of(2 * (logLikelihood() - nullLogLikelihood()), beta.length);
  }

  /** The score test: of the slope of the likelihood where all coefficients are 0. */
  public Test scoreTest() {
    return Test.of(Covariance.form(nullCovariance, atNull.score()), beta.length);
  }

  /** Wald's test of all coefficients. */
  public Test waldTest() {
    RealVector estimate = new ArrayRealVector(beta);
    return Test.of(Covariance.form(atMaximum.information(), estimate), beta.length);
  }

  CoxRiskSets sets() {
    return sets;
  }

  /** Covariance of the coefficients of shifted and scaled columns. */
  RealMatrix standardCovariance() {
    return covariance;
  }

  /** The weighted likelihood at the estimate, see {@link CoxLikelihood#at(double[], double[])}. */
  CoxLikelihood.At atMaximum(double[] weights) {
    return new CoxLikelihood(sets, ties).at(beta, weights);
  }
}
