package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.throughline.statistics.ProportionalHazards.Term;
import org.throughline.statistics.ProportionalHazards.TimeScale;

class ProportionalHazardsTest {

  private static CoxModel fit(List<CoxPattern> patterns, Ties ties) {
    return (CoxModel) CoxRegression.fit(patterns, 0, ties);
  }

  /** Ended where R ends, see {@link CoxReferenceTest}. */
  private static CoxModel asR(List<CoxPattern> patterns) {
    return (CoxModel) CoxRegression.fit(patterns, 0, Ties.EFRON, 1e-9);
  }

  /**
   * R 4.5.3 with survival 3.8-12: {@code cox.zph(coxph(Surv(time, status) ~ age + sex, lung))},
   * Efron ties, transform km.
   */
  @Test
  void lungIsThatOfR() {
    ProportionalHazards.Result result =
        ProportionalHazards.test(
            asR(CoxData.lung()),
            TimeScale.KAPLAN_MEIER,
            List.of(new Term("age", List.of(0)), new Term("sex", List.of(1))));
    assertThat(result.of("age").orElseThrow().chiSquare())
        .isCloseTo(0.209202826364685, within(1e-11));
    assertThat(result.of("sex").orElseThrow().chiSquare())
        .isCloseTo(2.607671703535354, within(1e-10));
    assertThat(result.global().orElseThrow().chiSquare())
        .isCloseTo(2.770785375936977, within(1e-10));
    assertThat(result.global().orElseThrow().degreesOfFreedom()).isEqualTo(2);
  }

  /** The same of {@code coxph(Surv(start, stop, event) ~ age + surgery, heart)}: late entries. */
  @Test
  void heartIsThatOfR() {
    CoxModel model =
        asR(
            CoxData.heart(
                row ->
                    List.of(
                        ReferenceData.number(row, "age"), ReferenceData.number(row, "surgery"))));
    ProportionalHazards.Result result =
        ProportionalHazards.test(
            model,
            TimeScale.KAPLAN_MEIER,
            List.of(new Term("age", List.of(0)), new Term("surgery", List.of(1))));
    assertThat(result.of("age").orElseThrow().chiSquare())
        .isCloseTo(0.895379349131291, within(1e-10));
    assertThat(result.of("surgery").orElseThrow().chiSquare())
        .isCloseTo(0.098297108901689, within(1e-10));
    assertThat(result.global().orElseThrow().chiSquare())
        .isCloseTo(0.993221043716714, within(1e-10));
  }

  /**
   * By brute force: covariates x and x·g(t) are written down person by person, the partial
   * likelihood is summed term by term, and its derivatives are taken numerically.
   */
  @Test
  void isTheScoreTestOfAddedTimeDependentCovariates() {
    List<CoxPattern> patterns = CoxData.veteran();
    for (Ties ties : Ties.values()) {
      CoxModel model = fit(patterns, ties);
      double[] beta = model.coefficients().stream().mapToDouble(c -> c.estimate()).toArray();
      List<Term> terms =
          List.of(
              new Term("trt", List.of(0)),
              new Term("celltype", List.of(1, 2, 3)),
              new Term("karno", List.of(4)));
      ProportionalHazards.Result result =
          ProportionalHazards.test(model, TimeScale.IDENTITY, terms);
      for (Term term : terms) {
        CoxModel.Test test = result.of(term.name()).orElseThrow();
        assertThat(test.degreesOfFreedom()).isEqualTo(term.columns().size());
        double chiSquare = bruteForce(patterns, ties, beta, term.columns());
        assertThat(test.chiSquare()).isCloseTo(chiSquare, within(2e-4 * chiSquare));
      }
      double global = bruteForce(patterns, ties, beta, List.of(0, 1, 2, 3, 4));
      assertThat(result.global().orElseThrow().chiSquare())
          .isCloseTo(global, within(2e-4 * global));
    }
  }

  private static double bruteForce(
      List<CoxPattern> patterns, Ties ties, double[] beta, List<Integer> columns) {
    int p = beta.length;
    int size = p + columns.size();
    IntToDoubleFunction g = t -> (t - 100.0) / 100;
    double[] at = new double[size];
    System.arraycopy(beta, 0, at, 0, p);
    double[] step = new double[size];
    for (int j = 0; j < size; j++) {
      step[j] = (j < p ? j : columns.get(j - p)) == 4 ? 1e-4 : 5e-3;
    }
    RealVector score = new ArrayRealVector(size);
    RealMatrix information = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double mixed = 0;
        for (int a = -1; a <= 1; a += 2) {
          for (int b = -1; b <= 1; b += 2) {
            double[] moved = at.clone();
            moved[i] += a * step[i];
            moved[j] += b * step[j];
            mixed += a * b * logLikelihood(patterns, ties, moved, columns, g);
          }
        }
        information.setEntry(i, j, -mixed / (4 * step[i] * step[j]));
      }
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += step[i];
      down[i] -= step[i];
      // the slope at the maximum is 0 in the model's own columns
      score.setEntry(
          i,
          i < p
              ? 0
              : (logLikelihood(patterns, ties, up, columns, g)
                      - logLikelihood(patterns, ties, down, columns, g))
                  / (2 * step[i]));
    }
    return score.dotProduct(new LUDecomposition(information).getSolver().solve(score));
  }

  private static double logLikelihood(
      List<CoxPattern> patterns,
      Ties ties,
      double[] coefficients,
      List<Integer> columns,
      IntToDoubleFunction g) {
    double sum = 0;
    for (int t = 0; t < 1100; t++) {
      List<Double> failing = new ArrayList<>();
      double risk = 0;
      for (CoxPattern pattern : patterns) {
        double eta = 0;
        for (int j = 0; j < pattern.covariates().size(); j++) {
          eta += coefficients[j] * pattern.covariates().get(j);
        }
        for (int j = 0; j < columns.size(); j++) {
          eta +=
              coefficients[pattern.covariates().size() + j]
                  * pattern.covariates().get(columns.get(j))
                  * g.applyAsDouble(t);
        }
        risk += pattern.table().atRisk(t) * Math.exp(eta);
        for (int k = 0; k < pattern.table().events(t); k++) {
          failing.add(eta);
        }
      }
      double own = failing.stream().mapToDouble(Math::exp).sum();
      for (int k = 0; k < failing.size(); k++) {
        double gone = ties == Ties.EFRON ? own * k / failing.size() : 0;
        sum += failing.get(k) - Math.log(risk - gone);
      }
    }
    return sum;
  }

  @Test
  void whatCannotBeTestedIsLeftOut() {
    // all events at one time: no trend over time can be seen
    List<FollowUp> exposed = List.of(FollowUp.event(5, 0), FollowUp.censored(9));
    List<FollowUp> others =
        List.of(FollowUp.event(5, 0), FollowUp.censored(9), FollowUp.censored(9));
    List<CoxPattern> patterns =
        List.of(
            new CoxPattern(List.of(1.0, 2.0), FollowUp.table(exposed, 10, 1)),
            new CoxPattern(List.of(0.0, 0.0), FollowUp.table(others, 10, 1)));
    CoxModel model = fit(patterns, Ties.BRESLOW);
    ProportionalHazards.Result result =
        ProportionalHazards.test(
            model,
            TimeScale.IDENTITY,
            IntStream.range(0, 2).mapToObj(j -> new Term("x" + j, List.of(j))).toList());
    assertThat(result.terms()).isEmpty();
    assertThat(result.global()).isEmpty();
    assertThat(model.dropped()).containsExactly(1);
  }
}
