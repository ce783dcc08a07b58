package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Cox's regression (1972) on counts by pattern of covariates and index, with late entry and
 * covariates that change over time: Newton's method with halved steps on the partial likelihood,
 * which is concave.
 */
public final class CoxRegression {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 30;

  /**
   * Newton's decrement u'I⁻¹u is the squared distance to the maximum in standard errors. At this
   * one the next step would change the twelfth digit of a standard error.
   */
  private static final double ARRIVED = 1e-22;

  /** So near that the likelihood is level to rounding, and a whole step is sure to be right. */
  private static final double NEAR = 1e-10;

  /**
   * Where there is next to nothing to gain and a step is still this long, on columns scaled to 1,
   * the likelihood is flat for ever: its standard error would be above 100.
   */
  private static final double FLAT = 1e-6;

  private static final double LONG_STEP = 0.1;

  /** A column that varies less than this for each event does not vary. */
  private static final double VARIES = 1e-11;

  private CoxRegression() {}

  /**
   * Fits a model.
   *
   * @param patterns all with the same number of covariates
   * @param cause which events count, from 0; whoever has another is censored at it
   * @param ties how events of one index are read
   */
  public static CoxOutcome fit(List<CoxPattern> patterns, int cause, Ties ties) {
    return fit(patterns, cause, ties, 0);
  }

  /**
   * Fits a model, and stops early.
   *
   * @param leastGain where a step changes the logarithm of the likelihood by a smaller part of
   *     itself, it is the last; R's rule, with 1e-9
   */
  static CoxOutcome fit(List<CoxPattern> patterns, int cause, Ties ties, double leastGain) {
    CoxRiskSets all = CoxRiskSets.of(patterns, cause);
    long events = all.events();
    if (events == 0) {
      return new CoxOutcome.Nothing(0);
    }
    CoxLikelihood.At everything = new CoxLikelihood(all, ties).at(new double[all.width()]);
    int[] kept = Covariance.independent(everything.information(), VARIES * events);
    return kept.length == 0
        ? new CoxOutcome.Nothing(events)
        : climb(all.keep(kept), ties, all.width(), leastGain);
  }

  private static CoxOutcome climb(CoxRiskSets sets, Ties ties, int columns, double leastGain) {
    CoxLikelihood likelihood = new CoxLikelihood(sets, ties);
    double[] beta = new double[sets.width()];
    CoxLikelihood.At start = likelihood.at(beta);
    Optional<RealMatrix> startCovariance = Covariance.inverse(start.information());
    CoxLikelihood.At here = start;
    double before = Double.POSITIVE_INFINITY;
    double gain = Double.POSITIVE_INFINITY;
    for (int taken = 0; taken < MOST_STEPS; taken++) {
      Optional<RealMatrix> covariance = Covariance.inverse(here.information());
      if (covariance.isEmpty() || startCovariance.isEmpty()) {
        return new CoxOutcome.NotConverged(taken);
      }
      RealVector step = covariance.get().operate(here.score());
      double decrement = step.dotProduct(here.score());
      List<Integer> running = running(sets, step);
      if (decrement <= FLAT && !running.isEmpty()) {
        return new CoxOutcome.Infinite(running);
      }
      boolean level = before <= NEAR && decrement >= before;
      if (decrement <= ARRIVED || level || gain < leastGain) {
        return new CoxModel(
            sets, ties, beta, columns, start, here, startCovariance.get(), covariance.get());
      }
      Optional<double[]> next =
          decrement <= NEAR
              ? Optional.of(moved(beta, step, 1))
              : higher(likelihood, beta, step, here);
      if (next.isEmpty()) {
        return new CoxOutcome.NotConverged(taken);
      }
      beta = next.get();
      CoxLikelihood.At reached = likelihood.at(beta);
      gain = Math.abs(1 - here.logLikelihood() / reached.logLikelihood());
      here = reached;
      before = decrement;
    }
    return new CoxOutcome.NotConverged(MOST_STEPS);
  }

  /** Columns along which a step is long. */
  private static List<Integer> running(CoxRiskSets sets, RealVector step) {
    List<Integer> running = new ArrayList<>();
    for (int j = 0; j < sets.width(); j++) {
      if (Math.abs(step.getEntry(j)) > LONG_STEP) {
        running.add(sets.column(j));
      }
    }
    return running;
  }

  /** The step, halved until the likelihood is higher; empty if it never is. */
  private static Optional<double[]> higher(
      CoxLikelihood likelihood, double[] beta, RealVector step, CoxLikelihood.At here) {
    double length = 1;
    for (int halved = 0; halved <= MOST_HALVINGS; halved++) {
      double[] next = moved(beta, step, length);
      if (likelihood.at(next).logLikelihood() >= here.logLikelihood()) {
        return Optional.of(next);
      }
      length /= 2;
    }
    return Optional.empty();
  }

  private static double[] moved(double[] beta, RealVector step, double length) {
    double[] next = beta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += length * step.getEntry(j);
    }
    return next;
  }
}
