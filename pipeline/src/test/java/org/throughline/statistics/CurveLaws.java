package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of risk tables and of the curves estimated from them. */
class CurveLaws {

  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<List<FollowUp>> delayed() {
    return Cohorts.delayed();
  }

  @Provide
  Arbitrary<List<FollowUp>> fromTheStart() {
    return Cohorts.fromTheStart();
  }

  @Property
  void atRiskIsTheNumberOfSubjectsWhoAre(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    for (int i = 0; i < table.length(); i++) {
      int t = i;
      assertThat(table.atRisk(t)).isEqualTo(subjects.stream().filter(s -> s.atRisk(t)).count());
      assertThat(table.events(t)).isEqualTo(subjects.stream().filter(s -> s.fails(t)).count());
    }
    assertThat(table.entered()).isEqualTo(subjects.size());
    assertThat(table.atRisk(table.length())).isZero();
  }

  @Property
  void addedTablesAreTheTableOfTheUnion(
      @ForAll("delayed") List<FollowUp> some, @ForAll("delayed") List<FollowUp> others) {
    List<FollowUp> union = new ArrayList<>(some);
    union.addAll(others);
    assertThat(Cohorts.table(some).plus(Cohorts.table(others))).isEqualTo(Cohorts.table(union));
  }

  @Property
  void incidencesAndEventFreeProbabilityAddToOne(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    StepCurve eventFree = KaplanMeier.estimate(table);
    List<StepCurve> incidences =
        IntStream.range(0, Cohorts.CAUSES)
            .mapToObj(cause -> AalenJohansen.estimate(table, cause))
            .toList();
    for (int i = 0; i < eventFree.points().size(); i++) {
      double sum = eventFree.points().get(i).estimate();
      for (StepCurve incidence : incidences) {
        sum += incidence.points().get(i).estimate();
      }
      assertThat(sum).isCloseTo(1, within(ROUNDING));
    }
  }

  @Property
  void intervalsHoldTheEstimateAndStayWithinZeroAndOne(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    for (StepCurve curve : List.of(KaplanMeier.estimate(table), AalenJohansen.estimate(table, 0))) {
      for (StepCurve.Point point : curve.points()) {
        assertThat(point.variance()).isNotNegative();
        assertThat(point.low()).isBetween(0.0, point.estimate() + ROUNDING);
        assertThat(point.high()).isBetween(point.estimate() - ROUNDING, 1.0);
      }
    }
  }

  @Property
  void survivalFallsAndIncidenceRises(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    List<StepCurve.Point> survival = KaplanMeier.estimate(table).points();
    List<StepCurve.Point> incidence = AalenJohansen.estimate(table, 1).points();
    for (int i = 1; i < survival.size(); i++) {
      assertThat(survival.get(i).estimate()).isLessThanOrEqualTo(survival.get(i - 1).estimate());
      assertThat(incidence.get(i).estimate())
          .isGreaterThanOrEqualTo(incidence.get(i - 1).estimate());
    }
  }

  @Property
  void thereIsAValueExactlyWhereSomebodyIsAtRisk(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    StepCurve curve = KaplanMeier.estimate(table);
    for (int t = 0; t < table.length(); t++) {
      assertThat(curve.at(t).map(StepCurve.Point::atRisk).orElse(0L)).isEqualTo(table.atRisk(t));
    }
  }

  /** With nobody censored before the last index it is the plain proportion, with its variance. */
  @Property
  void withoutCensoringIsTheProportion(@ForAll("fromTheStart") List<FollowUp> subjects) {
    int last = Cohorts.LENGTH;
    List<FollowUp> complete =
        subjects.stream().map(s -> s.cause().isPresent() ? s : FollowUp.censored(last)).toList();
    RiskTable table = FollowUp.table(complete, last + 1, Cohorts.CAUSES);
    double n = complete.size();
    for (StepCurve.Point point : AalenJohansen.estimate(table, 2).points()) {
      if (n == 0) {
        continue;
      }
      double share =
          complete.stream()
                  .filter(s -> s.cause().orElse(-1) == 2 && s.exit() <= point.index())
                  .count()
              / n;
      assertThat(point.estimate()).isCloseTo(share, within(ROUNDING));
      assertThat(point.variance()).isCloseTo(share * (1 - share) / n, within(ROUNDING));
    }
    for (StepCurve.Point point : KaplanMeier.estimate(table).points()) {
      if (n == 0) {
        continue;
      }
      double share =
          complete.stream().filter(s -> s.cause().isEmpty() || s.exit() > point.index()).count()
              / n;
      assertThat(point.estimate()).isCloseTo(share, within(ROUNDING));
      assertThat(point.variance()).isCloseTo(share * (1 - share) / n, within(ROUNDING));
    }
  }

  @Property
  void ofOneCauseIncidenceIsOneMinusSurvivalWithTheSameVariance(
      @ForAll("delayed") List<FollowUp> subjects) {
    List<FollowUp> pooled =
        subjects.stream()
            .map(
                s ->
                    s.cause().isEmpty()
                        ? s
                        : new FollowUp(s.enteredAfter(), s.exit(), OptionalInt.of(0)))
            .toList();
    RiskTable table = FollowUp.table(pooled, Cohorts.LENGTH, 1);
    List<StepCurve.Point> survival = KaplanMeier.estimate(table).points();
    List<StepCurve.Point> incidence = AalenJohansen.estimate(table, 0).points();
    for (int i = 0; i < survival.size(); i++) {
      assertThat(incidence.get(i).estimate())
          .isCloseTo(1 - survival.get(i).estimate(), within(ROUNDING));
      assertThat(incidence.get(i).variance())
          .isCloseTo(survival.get(i).variance(), within(ROUNDING));
    }
  }

  /** The published sum, term by term, against the one pass. */
  @Property
  void varianceOfIncidenceIsTheSumOfTheDeltaMethod(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    StepCurve survival = KaplanMeier.estimate(table);
    StepCurve incidence = AalenJohansen.estimate(table, 0);
    double before = 1;
    List<double[]> steps = new ArrayList<>();
    for (int i = 0; i < incidence.points().size(); i++) {
      StepCurve.Point point = incidence.points().get(i);
      double n = point.atRisk();
      double d = table.events(point.index());
      if (d > 0) {
        steps.add(new double[] {n, d, point.events(), before, point.estimate()});
        before = survival.points().get(i).estimate();
      }
      assertThat(point.variance())
          .isCloseTo(deltaMethod(steps, point.estimate()), within(ROUNDING));
    }
  }

  private static double deltaMethod(List<double[]> steps, double incidence) {
    double sum = 0;
    for (double[] step : steps) {
      double n = step[0];
      double d = step[1];
      double own = step[2];
      double before = step[3];
      double gap = incidence - step[4];
      sum += n > d ? gap * gap * d / (n * (n - d)) : 0;
      sum += before * before * own * (n - own) / (n * n * n);
      sum -= 2 * gap * before * own / (n * n);
    }
    return sum;
  }

  @Property
  void beginningLaterIsForgettingWhatWasBefore(
      @ForAll("delayed") List<FollowUp> subjects,
      @ForAll @IntRange(max = Cohorts.LENGTH - 1) int from) {
    RiskTable table = Cohorts.table(subjects);
    RiskTable later = table.from(from);
    assertThat(KaplanMeier.estimate(later, from)).isEqualTo(KaplanMeier.estimate(table, from));
    assertThat(AalenJohansen.estimate(later, 1, from))
        .isEqualTo(AalenJohansen.estimate(table, 1, from));
    for (int t = from; t <= table.length(); t++) {
      assertThat(later.atRisk(t)).isEqualTo(table.atRisk(t));
    }
  }

  /** Against whole-number arithmetic: Π(n−d)·2 ≤ Πn. */
  @Property
  void medianIsExact(@ForAll("delayed") List<FollowUp> subjects) {
    RiskTable table = Cohorts.table(subjects);
    BigInteger surviving = BigInteger.TWO;
    BigInteger atRisk = BigInteger.ONE;
    OptionalInt expected = OptionalInt.empty();
    for (int t = 0; t < table.length() && expected.isEmpty(); t++) {
      if (table.events(t) > 0) {
        surviving = surviving.multiply(BigInteger.valueOf(table.atRisk(t) - table.events(t)));
        atRisk = atRisk.multiply(BigInteger.valueOf(table.atRisk(t)));
        if (surviving.compareTo(atRisk) <= 0) {
          expected = OptionalInt.of(t);
        }
      }
    }
    assertThat(KaplanMeier.estimate(table).median()).isEqualTo(expected);
  }
}
