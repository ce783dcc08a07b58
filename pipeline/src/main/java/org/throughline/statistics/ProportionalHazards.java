package org.throughline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Whether hazard ratios stay the same over time: the test of Grambsch and Therneau (1994) in the
 * form of a score test, as R's {@code cox.zph} since survival 3.0. Coefficients β(t) = β + θ·g(t)
 * are put into the fitted model, and θ = 0 is tested, for each term and for all at once.
 */
public final class ProportionalHazards {

  /** What g is. */
  public enum TimeScale {
    /** 1 − the Kaplan–Meier estimate just before t: events evenly spread over it. */
    KAPLAN_MEIER,
    /** The index itself. */
    IDENTITY
  }

  /**
   * Columns that stand or fall together, as those of one category do.
   *
   * @param columns from 0
   */
  public record Term(String name, List<Integer> columns) {
    public Term {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param terms tests by name of their term, without those that cannot be tested: their columns
   *     were dropped, or events are all at one time
   * @param global the test of all columns; empty where it cannot be made
   */
  public record Result(List<OfTerm> terms, Optional<CoxModel.Test> global) {
    public Result {
      terms = List.copyOf(terms);
    }

    /** A term's test. */
    public record OfTerm(String name, CoxModel.Test test) {}

    /** The test of a term. */
    public Optional<CoxModel.Test> of(String term) {
      return terms.stream().filter(t -> t.name.equals(term)).map(OfTerm::test).findFirst();
    }
  }

  /** A variance this small beside what it was taken from is a rounding error of 0. */
  private static final double NOTHING_LEFT = 1e-9;

  private final RealVector slope;

  /** Information of θ with that of β taken out. */
  private final RealMatrix left;

  private final boolean[] testable;

  private ProportionalHazards(CoxModel model, double[] g) {
    double[] squared = Arrays.stream(g).map(x -> x * x).toArray();
    CoxLikelihood.At changing = model.atMaximum(g);
    RealMatrix shared = changing.information();
    RealMatrix own = model.atMaximum(squared).information();
    slope = changing.score();
    left = own.subtract(shared.multiply(model.standardCovariance()).multiply(shared));
    testable = new boolean[own.getRowDimension()];
    for (int j = 0; j < testable.length; j++) {
      testable[j] = left.getEntry(j, j) > NOTHING_LEFT * own.getEntry(j, j);
    }
  }

  /** The tests of a model. */
  public static Result test(CoxModel model, TimeScale scale, List<Term> terms) {
    ProportionalHazards sums = new ProportionalHazards(model, times(model.sets(), scale));
    List<Result.OfTerm> tests = new ArrayList<>();
    for (Term term : terms) {
      int[] own = term.columns().stream().mapToInt(model::position).filter(j -> j >= 0).toArray();
      sums.score(own).ifPresent(test -> tests.add(new Result.OfTerm(term.name(), test)));
    }
    return new Result(tests, sums.score(IntStream.range(0, model.sets().width()).toArray()));
  }

  /** The score test of θ of some columns. */
  private Optional<CoxModel.Test> score(int[] columns) {
    int[] own = Arrays.stream(columns).filter(j -> testable[j]).toArray();
    if (own.length == 0) {
      return Optional.empty();
    }
    int[] kept =
        Arrays.stream(Covariance.independent(left.getSubMatrix(own, own), 0))
            .map(j -> own[j])
            .toArray();
    RealVector slopes =
        new ArrayRealVector(Arrays.stream(kept).mapToDouble(slope::getEntry).toArray());
    return Covariance.inverse(left.getSubMatrix(kept, kept))
        .map(inverse -> CoxModel.Test.of(Covariance.form(inverse, slopes), kept.length));
  }

  /** g at the event times, shifted to a mean of 0 over events and scaled: that changes no test. */
  private static double[] times(CoxRiskSets sets, TimeScale scale) {
    double[] g = new double[sets.eventTimes()];
    double survival = 1;
    double sum = 0;
    for (int d = 0; d < g.length; d++) {
      g[d] = scale == TimeScale.IDENTITY ? sets.index(d) : 1 - survival;
      survival *= 1 - sets.failedAt(d) / sets.atRiskAt(d);
      sum += g[d] * sets.failedAt(d);
    }
    double mean = sum / sets.events();
    double largest = 0;
    for (int d = 0; d < g.length; d++) {
      g[d] -= mean;
      largest = Math.max(largest, Math.abs(g[d]));
    }
    double divisor = largest > 0 ? largest : 1;
    return Arrays.stream(g).map(x -> x / divisor).toArray();
  }
}
