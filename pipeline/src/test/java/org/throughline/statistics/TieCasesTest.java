package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.statistics.FollowUp.censored;
import static org.throughline.statistics.FollowUp.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The smallest data set that has every tie case, worked by hand.
 *
 * <pre>
 * causes 0 and 1; all at risk from index 0 but the one who enters just after 2
 *
 *   event 0 at 0                        a same-day exit
 *   event 0 at 2, event 1 at 2          two causes on one day
 *   censored at 2                       a censoring on the day of events: at risk at them
 *   enters after 2, censored at 4       an entry on the day of events: not at risk at them
 *   censored at 3                       a censoring alone
 *   event 0 at 4
 *   event 1 at 6                        the last at risk fails
 *
 *   t  at risk  d0 d1  censored  joined    S      Σ d/(n(n−d))           F0     F1
 *   0     7      1  0      0        0     6/7     1/42                  1/7     0
 *   1     6      0  0      0        0      ″
 *   2     6      1  1      1        1     4/7     1/42 + 1/12 = 3/28    2/7    1/7
 *   3     4      0  0      1        0      ″
 *   4     3      1  0      1        0     8/21    3/28 + 1/6 = 23/84   10/21   1/7
 *   5     1      0  0      0        0      ″
 *   6     1      0  1      0        0      0      –                    10/21  11/21
 *   7     0
 *
 * Greenwood: 36/49·1/42 = 6/343; 16/49·3/28 = 12/343; 64/441·23/84 = 368/9261; 0
 *
 * Variance of F0 at 4, (F(t)−F(s))² and S(s−) at s = 0, 2, 4:
 *   (1/3)²/42 + (4/21)²/12                                  =  49/18522 +  56/18522
 *   1·6/343 + (36/49)·5/216 + (16/49)·2/27                  = 324/18522 + 315/18522 + 448/18522
 *   −2·((1/3)·1·1/49 + (4/21)(6/7)·1/36)                    = −420/18522
 *                                                      total  772/18522 = 386/9261
 * Before the first censoring it is F(1−F)/7: 6/343 at 0, (2/7)(5/7)/7 = 10/343 at 2.
 * At 6 F0 + F1 = 1, so the variance of F1 there is that of F0, 386/9261.
 * </pre>
 */
class TieCasesTest {

  private static final double EXACT = 1e-15;

  private static final RiskTable TABLE =
      FollowUp.table(
          List.of(
              event(0, 0),
              event(2, 0),
              event(2, 1),
              censored(2),
              censored(4).enteringAfter(2),
              censored(3),
              event(4, 0),
              event(6, 1)),
          8,
          2);

  private static StepCurve.Point at(StepCurve curve, int t) {
    return curve.at(t).orElseThrow();
  }

  @Test
  void countsWhoIsAtRiskBeforeTheEventsOfEachDay() {
    assertThat(IntStream.rangeClosed(0, 8).mapToLong(TABLE::atRisk))
        .containsExactly(7L, 6L, 6L, 4L, 3L, 1L, 1L, 0L, 0L);
    assertThat(TABLE.entered()).isEqualTo(8);
    assertThat(TABLE.events(2)).isEqualTo(2);
    assertThat(TABLE.events(1, 2)).isEqualTo(1);
    assertThat(TABLE.censored(2)).isEqualTo(1);
    assertThat(TABLE.joined(2)).isEqualTo(1);
    assertThat(TABLE.totalEvents()).isEqualTo(5);
    assertThat(TABLE.totalEvents(1)).isEqualTo(2);
  }

  @Test
  void survivalAndGreenwoodsVarianceAreTheFractionsWorkedByHand() {
    StepCurve curve = KaplanMeier.estimate(TABLE);
    double[] survival = {6 / 7.0, 6 / 7.0, 4 / 7.0, 4 / 7.0, 8 / 21.0, 8 / 21.0, 0};
    double[] variance = {
      6 / 343.0, 6 / 343.0, 12 / 343.0, 12 / 343.0, 368 / 9261.0, 368 / 9261.0, 0
    };
    for (int t = 0; t <= 6; t++) {
      assertThat(at(curve, t).estimate()).as("S(%d)", t).isCloseTo(survival[t], within(EXACT));
      assertThat(at(curve, t).variance()).as("var %d", t).isCloseTo(variance[t], within(EXACT));
    }
    assertThat(curve.median()).hasValue(4);
  }

  @Test
  void intervalIsLogLogAndShrinksToTheEstimateAtZero() {
    StepCurve curve = KaplanMeier.estimate(TABLE);
    // R's way: exp(−exp(log(−log S) ± z·√Σ/|log S|)) with S = 4/7 and Σ = 3/28
    double centre = Math.log(-Math.log(4 / 7.0));
    double half = 1.959963984540054 * Math.sqrt(3 / 28.0) / Math.log(7 / 4.0);
    assertThat(at(curve, 2).low()).isCloseTo(Math.exp(-Math.exp(centre + half)), within(EXACT));
    assertThat(at(curve, 2).high()).isCloseTo(Math.exp(-Math.exp(centre - half)), within(EXACT));
    assertThat(at(curve, 6).low()).isZero();
    assertThat(at(curve, 6).high()).isZero();
  }

  @Test
  void beforeAnyEventBothEndsAreOne() {
    StepCurve curve = KaplanMeier.estimate(FollowUp.table(List.of(censored(2)), 3, 1));
    assertThat(at(curve, 1))
        .extracting(StepCurve.Point::estimate, StepCurve.Point::low, StepCurve.Point::high)
        .containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void noValueWhereNobodyIsAtRisk() {
    StepCurve survival = KaplanMeier.estimate(TABLE);
    assertThat(survival.at(6)).isPresent();
    assertThat(survival.at(7)).isEmpty();
    assertThat(survival.at(8)).as("after the last index").isEmpty();
    assertThat(survival.at(-1)).as("before the first").isEmpty();
    assertThat(AalenJohansen.estimate(TABLE, 0).at(7)).isEmpty();
  }

  @Test
  void pointsAreTheDaysOnWhichSomethingHappened() {
    assertThat(KaplanMeier.estimate(TABLE).points())
        .extracting(StepCurve.Point::index)
        .containsExactly(0, 2, 3, 4, 6);
    assertThat(KaplanMeier.estimate(TABLE, 1).points())
        .extracting(StepCurve.Point::index)
        .containsExactly(1, 2, 3, 4, 6);
  }

  @Test
  void aDayBetweenPointsHasItsOwnNumbers() {
    StepCurve.Point fifth = at(KaplanMeier.estimate(TABLE), 5);
    assertThat(fifth.index()).isEqualTo(5);
    assertThat(fifth.atRisk()).isEqualTo(1);
    assertThat(fifth.events()).isZero();
    assertThat(fifth.censored()).isZero();
    StepCurve.Point fourth = at(KaplanMeier.estimate(TABLE), 4);
    assertThat(fourth.atRisk()).isEqualTo(3);
    assertThat(fourth.events()).isEqualTo(1);
    assertThat(fourth.censored()).isEqualTo(1);
    assertThat(fourth.remaining()).isEqualTo(1);
  }

  @Test
  void cumulativeIncidenceIsTheFractionsWorkedByHand() {
    StepCurve first = AalenJohansen.estimate(TABLE, 0);
    StepCurve second = AalenJohansen.estimate(TABLE, 1);
    double[] f0 = {1 / 7.0, 1 / 7.0, 2 / 7.0, 2 / 7.0, 10 / 21.0, 10 / 21.0, 10 / 21.0};
    double[] f1 = {0, 0, 1 / 7.0, 1 / 7.0, 1 / 7.0, 1 / 7.0, 11 / 21.0};
    for (int t = 0; t <= 6; t++) {
      assertThat(at(first, t).estimate()).as("F0(%d)", t).isCloseTo(f0[t], within(EXACT));
      assertThat(at(second, t).estimate()).as("F1(%d)", t).isCloseTo(f1[t], within(EXACT));
    }
    assertThat(first.median()).isEmpty();
    assertThat(second.median()).as("incidence of one half or more").hasValue(6);
  }

  @Test
  void varianceOfIncidenceIsTheDeltaMethodWorkedByHand() {
    StepCurve first = AalenJohansen.estimate(TABLE, 0);
    assertThat(at(first, 0).variance()).isCloseTo(6 / 343.0, within(EXACT));
    assertThat(at(first, 2).variance()).isCloseTo(10 / 343.0, within(EXACT));
    assertThat(at(first, 4).variance()).isCloseTo(386 / 9261.0, within(EXACT));
    assertThat(at(first, 6).variance()).isCloseTo(386 / 9261.0, within(EXACT));
    StepCurve second = AalenJohansen.estimate(TABLE, 1);
    assertThat(at(second, 0).variance()).isZero();
    assertThat(at(second, 6).variance()).isCloseTo(386 / 9261.0, within(EXACT));
  }

  /**
   * One event a day until nobody is left: F is 1 for certain, and no rounding error makes it NaN.
   */
  @Test
  void varianceIsNeverBelowZero() {
    for (int n = 1; n <= 100; n++) {
      List<FollowUp> all = IntStream.range(0, n).mapToObj(day -> event(day, 0)).toList();
      StepCurve.Point last = at(AalenJohansen.estimate(FollowUp.table(all, n, 1), 0), n - 1);
      assertThat(last.variance()).as("of %d", n).isBetween(0.0, EXACT);
      assertThat(last.standardError()).isNotNaN();
    }
  }

  @Test
  void incidencePointsCarryTheirOwnCausesEvents() {
    assertThat(AalenJohansen.estimate(TABLE, 1).points())
        .extracting(StepCurve.Point::events)
        .containsExactly(0L, 1L, 0L, 0L, 1L);
  }

  @Test
  void anIncidenceOfZeroHasNoInterval() {
    StepCurve.Point start = at(AalenJohansen.estimate(TABLE, 1), 0);
    assertThat(start.low()).isZero();
    assertThat(start.high()).isZero();
  }

  /** Given in the risk set at 3: 4 at risk, one censored; then 2/3 at 4 and 0 at 6. */
  @Test
  void aCurveMayBeginLater() {
    StepCurve curve = KaplanMeier.estimate(TABLE, 3);
    assertThat(curve.at(2)).isEmpty();
    assertThat(at(curve, 3).estimate()).isEqualTo(1);
    assertThat(at(curve, 4).estimate()).isCloseTo(2 / 3.0, within(EXACT));
    assertThat(at(curve, 4).variance()).isCloseTo(4 / 9.0 / 6, within(EXACT));
    StepCurve incidence = AalenJohansen.estimate(TABLE, 0, 3);
    assertThat(at(incidence, 3).estimate()).isZero();
    assertThat(at(incidence, 4).estimate()).isCloseTo(1 / 3.0, within(EXACT));
  }

  /** Two of four, then one of the two left: exactly one half is reached at 1, not only at 2. */
  @Test
  void medianIsTheFirstDayOfOneHalfOrLess() {
    RiskTable half =
        FollowUp.table(List.of(event(1, 0), event(1, 0), event(2, 0), censored(3)), 4, 1);
    assertThat(KaplanMeier.estimate(half).median()).hasValue(1);
    // 14/15·13/14·12/13·11/12·10/11·9/10 = 9/15, three censored, ·5/6 = 1/2: not exactly so in
    // doubles
    List<FollowUp> steps = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      steps.add(event(i, 0));
    }
    for (int i = 0; i < 3; i++) {
      steps.add(censored(6));
    }
    steps.add(event(7, 0));
    for (int i = 0; i < 5; i++) {
      steps.add(censored(8));
    }
    StepCurve curve = KaplanMeier.estimate(FollowUp.table(steps, 9, 1));
    assertThat(curve.median()).hasValue(7);
    assertThat(KaplanMeier.estimate(FollowUp.table(List.of(censored(3)), 4, 1)).median())
        .isEqualTo(OptionalInt.empty());
  }
}
