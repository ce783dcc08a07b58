package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoxRegressionTest {

  private static CoxPattern pattern(List<FollowUp> people, double... covariates) {
    List<Double> values = new ArrayList<>();
    for (double value : covariates) {
      values.add(value);
    }
    return new CoxPattern(values, FollowUp.table(people, 20, 2));
  }

  /**
   * Exposed fail at 1 and 3, others at 2 and at 4. With r = exp(β) the likelihood is r/(2r+2) ·
   * 1/(r+2) · r/(r+1) · 1; its logarithm has the slope 2 − 2r/(r+1) − r/(r+2) in β, 0 where r² − r
   * − 4 = 0.
   */
  @Test
  void isTheMaximumWorkedByHand() {
    CoxModel model =
        (CoxModel)
            CoxRegression.fit(
                List.of(
                    pattern(List.of(FollowUp.event(1, 0), FollowUp.event(3, 0)), 1),
                    pattern(List.of(FollowUp.event(2, 0), FollowUp.event(4, 0)), 0)),
                0,
                Ties.EFRON);
    double r = (1 + Math.sqrt(17)) / 2;
    CoxModel.Coefficient own = model.coefficient(0).orElseThrow();
    assertThat(own.hazardRatio()).isCloseTo(r, within(1e-12));
    double information = 2 * r / ((r + 1) * (r + 1)) + 2 * r / ((r + 2) * (r + 2));
    assertThat(own.standardError()).isCloseTo(1 / Math.sqrt(information), within(1e-12));
    assertThat(model.nullLogLikelihood()).isCloseTo(-Math.log(4 * 3 * 2), within(1e-12));
    // slope at 0: 2 − 1 − 1/3 = 2/3; information there: 2/4 + 2/9 = 13/18
    assertThat(model.scoreTest().chiSquare()).isCloseTo(4.0 / 9 / (13.0 / 18), within(1e-12));
  }

  /**
   * Two exposed and one other fail together of two and two. Efron: r²/((2r+2)·(4r/3+5/3)·(2r/3 +
   * 4/3)), Breslow: r²/(2r+2)³.
   */
  @Test
  void tiesAreReadAsTheirFormulasSay() {
    List<CoxPattern> patterns =
        List.of(
            pattern(List.of(FollowUp.event(3, 0), FollowUp.event(3, 0)), 1),
            pattern(List.of(FollowUp.event(3, 0), FollowUp.censored(9)), 0));
    for (Ties ties : Ties.values()) {
      CoxModel model = (CoxModel) CoxRegression.fit(patterns, 0, ties);
      double r = model.coefficients().get(0).hazardRatio();
      double likelihood =
          ties == Ties.EFRON
              ? r * r / ((2 * r + 2) * (4 * r / 3 + 5.0 / 3) * (2 * r / 3 + 4.0 / 3))
              : r * r / Math.pow(2 * r + 2, 3);
      assertThat(model.logLikelihood()).isCloseTo(Math.log(likelihood), within(1e-12));
      double slope =
          ties == Ties.EFRON
              ? 2 - r / (r + 1) - 4 * r / (4 * r + 5) - r / (r + 2)
              : 2 - 3 * r / (r + 1);
      assertThat(slope).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void anotherCauseIsCensored() {
    List<FollowUp> exposed =
        List.of(FollowUp.event(1, 0), FollowUp.event(2, 1), FollowUp.event(5, 0));
    List<FollowUp> censored =
        List.of(FollowUp.event(1, 0), FollowUp.censored(2), FollowUp.event(5, 0));
    CoxPattern others =
        pattern(List.of(FollowUp.event(2, 0), FollowUp.event(3, 0), FollowUp.event(8, 0)), 0);
    CoxModel causeSpecific =
        (CoxModel) CoxRegression.fit(List.of(pattern(exposed, 1), others), 0, Ties.EFRON);
    CoxModel plain =
        (CoxModel) CoxRegression.fit(List.of(pattern(censored, 1), others), 0, Ties.EFRON);
    assertThat(causeSpecific.coefficients()).isEqualTo(plain.coefficients());
    assertThat(causeSpecific.events()).isEqualTo(5);
  }

  @Test
  void columnsThatAreCombinationsOfOthersAreDropped() {
    List<CoxPattern> patterns = CoxDataMade.program(300, 7, 0);
    List<CoxPattern> more =
        patterns.stream()
            .map(
                p -> {
                  double a = p.covariates().get(0);
                  double b = p.covariates().get(1);
                  return new CoxPattern(List.of(5.0, a, 1 - a, b, a + 2 * b), p.table());
                })
            .toList();
    CoxModel model = (CoxModel) CoxRegression.fit(more, 0, Ties.EFRON);
    CoxModel plain = (CoxModel) CoxRegression.fit(patterns, 0, Ties.EFRON);
    assertThat(model.dropped()).containsExactly(0, 2, 4);
    assertThat(model.coefficient(0)).isEmpty();
    assertThat(model.waldTest().degreesOfFreedom()).isEqualTo(2);
    for (int j = 0; j < 2; j++) {
      CoxModel.Coefficient own = model.coefficients().get(j);
      assertThat(own.column()).isEqualTo(1 + 2 * j);
      assertThat(own.estimate()).isCloseTo(plain.coefficients().get(j).estimate(), within(1e-10));
    }
    assertThat(model.covariance(1, 3)).isCloseTo(plain.covariance(0, 1), within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> model.covariance(1, 2));
  }

  @Test
  void coefficientsThatRunAwayAreNoNumbers() {
    // the exposed all fail before any other, and the second column tells nothing
    List<CoxPattern> up =
        List.of(
            pattern(List.of(FollowUp.event(1, 0), FollowUp.event(2, 0)), 1, 0),
            pattern(List.of(FollowUp.event(3, 0), FollowUp.event(4, 0)), 0, 0),
            pattern(List.of(FollowUp.event(4, 0), FollowUp.event(5, 0)), 0, 1));
    assertThat(CoxRegression.fit(up, 0, Ties.EFRON)).isEqualTo(new CoxOutcome.Infinite(List.of(0)));
    // nobody exposed ever fails, in a program of some size
    List<CoxPattern> down = new ArrayList<>(CoxDataMade.program(2000, 3, 0));
    List<FollowUp> never = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      never.add(FollowUp.censored(30));
    }
    List<CoxPattern> three = new ArrayList<>();
    down.forEach(p -> three.add(new CoxPattern(List.of(p.covariates().get(0), 0.0), p.table())));
    three.add(new CoxPattern(List.of(0.0, 1.0), FollowUp.table(never, 40, 1)));
    assertThat(CoxRegression.fit(three, 0, Ties.EFRON))
        .isEqualTo(new CoxOutcome.Infinite(List.of(1)));
  }

  @Test
  void nothingToEstimateIsSaid() {
    assertThat(CoxRegression.fit(List.of(), 0, Ties.EFRON)).isEqualTo(new CoxOutcome.Nothing(0));
    assertThat(CoxRegression.fit(List.of(pattern(List.of(FollowUp.censored(3)), 1)), 0, Ties.EFRON))
        .isEqualTo(new CoxOutcome.Nothing(0));
    // everybody is alike
    assertThat(
            CoxRegression.fit(
                List.of(pattern(List.of(FollowUp.event(3, 0), FollowUp.censored(4)), 1)),
                0,
                Ties.EFRON))
        .isEqualTo(new CoxOutcome.Nothing(1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CoxRegression.fit(
                    List.of(
                        pattern(List.of(FollowUp.event(3, 0)), 1),
                        pattern(List.of(FollowUp.event(3, 0)), 1, 2)),
                    0,
                    Ties.EFRON));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pattern(List.of(FollowUp.event(3, 0)), Double.NaN));
  }

  @Test
  void piecesOfAPatternAndTheirOrderDoNotMatter() {
    List<CoxPattern> whole = CoxDataMade.program(500, 5, 0.4);
    List<CoxPattern> pieces = new ArrayList<>();
    Random random = new Random(1);
    for (CoxPattern p : whole) {
      pieces.add(random.nextInt(pieces.size() + 1), p);
    }
    CoxPattern first = pieces.get(0);
    pieces.add(first);
    CoxModel twice = (CoxModel) CoxRegression.fit(pieces, 0, Ties.EFRON);
    List<CoxPattern> doubled = new ArrayList<>(pieces.subList(1, pieces.size() - 1));
    doubled.add(new CoxPattern(first.covariates(), first.table().plus(first.table())));
    CoxModel once = (CoxModel) CoxRegression.fit(doubled, 0, Ties.EFRON);
    assertThat(twice.coefficients().get(0).estimate())
        .isCloseTo(once.coefficients().get(0).estimate(), within(1e-11));
    assertThat(twice.events()).isEqualTo(once.events());
  }

  /** A hundred times the people of each pattern, each alone on its index: the same hazard ratio. */
  @Test
  void theCostDoesNotGrowWithPeople() {
    List<CoxPattern> small = CoxDataMade.program(400, 11, 0.3);
    List<CoxPattern> large =
        small.stream().map(p -> new CoxPattern(p.covariates(), times(p.table(), 10_000))).toList();
    CoxModel few = (CoxModel) CoxRegression.fit(small, 0, Ties.BRESLOW);
    CoxModel many = (CoxModel) CoxRegression.fit(large, 0, Ties.BRESLOW);
    assertThat(many.events()).isEqualTo(10_000 * few.events());
    for (int j = 0; j < 2; j++) {
      assertThat(many.coefficients().get(j).estimate())
          .isCloseTo(few.coefficients().get(j).estimate(), within(1e-9));
      assertThat(many.coefficients().get(j).standardError())
          .isCloseTo(few.coefficients().get(j).standardError() / 100, within(1e-11));
    }
  }

  private static RiskTable times(RiskTable table, int factor) {
    long[] joined = new long[table.length()];
    long[][] events = new long[1][table.length()];
    long[] censored = new long[table.length()];
    for (int t = 0; t < joined.length; t++) {
      joined[t] = factor * table.joined(t);
      events[0][t] = factor * table.events(t);
      censored[t] = factor * table.censored(t);
    }
    return new RiskTable(factor * table.atRisk(0), joined, events, censored);
  }
}
