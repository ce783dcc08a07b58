package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.statistics.FollowUp.censored;
import static org.throughline.statistics.FollowUp.event;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** Mantel–Byar and log-rank tests, worked by hand. */
class ComparisonTest {

  private static final double EXACT = 1e-14;

  /**
   * Six people; b becomes exposed at 1 (a day of events), f at 2:
   *
   * <pre>
   *   a unexposed, event at 1            c exposed, event at 1
   *   b exposed after 1, event at 3      d unexposed, event at 3
   *   e exposed, censored at 3           f exposed after 2, event at 4, alone
   *
   *   t   n  exposed  d   O    E     V = d·(n1/n)(n0/n)(n−d)/(n−1)
   *   1   6     2     2   1   2/3    2·(1/3)(2/3)(4/5) = 16/45
   *   3   4     3     2   1   3/2    2·(3/4)(1/4)(2/3) = 1/4
   *   4   1     1     1   1    1     0
   *                       3  19/6    109/180           χ² = (1/36)/(109/180) = 5/109
   * </pre>
   */
  private static final RiskTable EXPOSED =
      FollowUp.table(
          List.of(
              event(1, 0), event(3, 0).enteringAfter(1), censored(3), event(4, 0).enteringAfter(2)),
          5,
          1);

  private static final RiskTable UNEXPOSED =
      FollowUp.table(List.of(event(1, 0), censored(1), event(3, 0), censored(2)), 5, 1);

  @Test
  void mantelByarIsTheFractionsWorkedByHand() {
    MantelByar.Result result = MantelByar.test(EXPOSED, UNEXPOSED).orElseThrow();
    assertThat(result.observed()).isEqualTo(3);
    assertThat(result.expected()).isCloseTo(19 / 6.0, within(EXACT));
    assertThat(result.variance()).isCloseTo(109 / 180.0, within(EXACT));
    assertThat(result.chiSquare()).isCloseTo(5 / 109.0, within(EXACT));
    assertThat(result.events()).isEqualTo(5);
    // a chi-square on 1 df is a squared normal
    assertThat(result.p()).isCloseTo(Erf.erfc(Math.sqrt(5 / 109.0 / 2)), within(EXACT));
  }

  /**
   * Three groups of two, all censored after 2:
   *
   * <pre>
   *   t   n (A B C)   events    E                  d(n−d)/(n−1)
   *   1   2 2 2       A         1/3 1/3 1/3        1
   *   2   1 2 2       B and C   2/5 4/5 4/5        3/2
   *   O − E = (4, −2, −2)/15     V·225 of A, B = (104 −52; −52 131)
   *   V⁻¹(O − E) = (15/26, 0), so χ² = 4/15·15/26 = 2/13 on 2 df and p = e^(−1/13)
   * </pre>
   */
  private static final List<RiskTable> THREE =
      List.of(
          FollowUp.table(List.of(event(1, 0), censored(2)), 3, 1),
          FollowUp.table(List.of(event(2, 0), censored(2)), 3, 1),
          FollowUp.table(List.of(event(2, 0), censored(2)), 3, 1));

  private static final RiskTable NOBODY = FollowUp.table(List.of(), 3, 1);

  @Test
  void logRankIsTheFractionsWorkedByHand() {
    LogRank.Result result = LogRank.test(THREE).orElseThrow();
    assertThat(result.observed()).containsExactly(1L, 1L, 1L);
    assertThat(result.expected().get(0)).isCloseTo(11 / 15.0, within(EXACT));
    assertThat(result.expected().get(1)).isCloseTo(17 / 15.0, within(EXACT));
    assertThat(result.groups().get(0).variance()).isCloseTo(104 / 225.0, within(EXACT));
    assertThat(result.groups().get(1).variance()).isCloseTo(131 / 225.0, within(EXACT));
    assertThat(result.chiSquare()).isCloseTo(2 / 13.0, within(EXACT));
    assertThat(result.degreesOfFreedom()).isEqualTo(2);
    assertThat(result.p()).isCloseTo(Math.exp(-1 / 13.0), within(EXACT));
  }

  @Test
  void groupsWithNobodyAtRiskAreDropped() {
    LogRank.Result result =
        LogRank.test(List.of(NOBODY, THREE.get(0), THREE.get(1), THREE.get(2))).orElseThrow();
    assertThat(result.degreesOfFreedom()).isEqualTo(2);
    assertThat(result.chiSquare()).isCloseTo(2 / 13.0, within(EXACT));
    assertThat(result.groups().get(0)).isEqualTo(new LogRank.Group(0, 0, 0));
    assertThat(result.groups()).hasSize(4);
  }

  @Test
  void nothingToCompareIsNoResult() {
    assertThat(LogRank.test(List.of())).isEmpty();
    assertThat(LogRank.test(List.of(THREE.get(0)))).isEmpty();
    assertThat(LogRank.test(List.of(THREE.get(0), NOBODY))).isEmpty();
    assertThat(MantelByar.test(NOBODY, THREE.get(0))).isEmpty();
    assertThat(MantelByar.test(NOBODY, NOBODY)).isEmpty();
    RiskTable allAtOnce = FollowUp.table(List.of(event(1, 0)), 3, 1);
    assertThat(LogRank.test(Collections.nCopies(3, allAtOnce)))
        .as("all at risk fail on one day: any split of them is certain")
        .isEmpty();
  }

  /** A and B meet only each other, C and D only each other: there is no order over all four. */
  @Test
  void groupsThatWereNeverAtRiskTogetherAreNoResult() {
    RiskTable early = FollowUp.table(List.of(event(0, 0), censored(0)), 3, 1);
    RiskTable late =
        FollowUp.table(List.of(event(2, 0).enteringAfter(1), censored(2).enteringAfter(1)), 3, 1);
    assertThat(LogRank.test(List.of(early, early, late, late))).isEmpty();
    assertThat(LogRank.test(List.of(early, early))).isPresent();
    assertThat(LogRank.test(List.of(late, late))).isPresent();
  }

  /**
   * The same where the zero pivot comes out as a rounding error: shares that are no short binaries.
   */
  @Test
  void aRoundingErrorIsNotTakenForInformation() {
    for (int size = 2; size <= 40; size++) {
      RiskTable early = FollowUp.table(twoEventsAndCensored(size), 6, 1);
      RiskTable earlyToo = FollowUp.table(twoEventsAndCensored(3), 6, 1);
      RiskTable late = FollowUp.table(later(twoEventsAndCensored(size + 1)), 6, 1);
      RiskTable lateToo = FollowUp.table(later(twoEventsAndCensored(7)), 6, 1);
      assertThat(LogRank.test(List.of(early, earlyToo, early, late, lateToo, late)))
          .as("size %d", size)
          .isEmpty();
    }
  }

  private static List<FollowUp> twoEventsAndCensored(int size) {
    return Stream.concat(
            Stream.of(event(0, 0), event(1, 0)), Collections.nCopies(size, censored(1)).stream())
        .toList();
  }

  private static List<FollowUp> later(List<FollowUp> subjects) {
    return subjects.stream()
        .map(s -> new FollowUp(OptionalInt.of(2), s.exit() + 4, s.cause()))
        .toList();
  }

  @Test
  void aCauseSpecificTestCensorsTheOtherCauses() {
    List<FollowUp> one = List.of(event(1, 0), event(2, 1), event(3, 0), censored(4));
    List<FollowUp> other = List.of(event(1, 1), event(2, 0), event(4, 0), event(4, 1));
    RiskTable a = FollowUp.table(one, 5, 2);
    RiskTable b = FollowUp.table(other, 5, 2);
    RiskTable aCensored = FollowUp.table(onlyCause(one, 0), 5, 1);
    RiskTable bCensored = FollowUp.table(onlyCause(other, 0), 5, 1);
    assertThat(MantelByar.test(a, b, 0)).isEqualTo(MantelByar.test(aCensored, bCensored));
    assertThat(LogRank.test(List.of(a, b), 0))
        .isEqualTo(LogRank.test(List.of(aCensored, bCensored)))
        .isNotEqualTo(LogRank.test(List.of(a, b)));
    assertThatIllegalArgumentException().isThrownBy(() -> LogRank.test(List.of(a, b), 2));
  }

  private static List<FollowUp> onlyCause(List<FollowUp> subjects, int cause) {
    return subjects.stream()
        .map(s -> s.cause().orElse(-1) == cause ? s : censored(s.exit()))
        .toList();
  }

  @Test
  void groupsAreOfOneLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.test(List.of(EXPOSED, NOBODY)))
        .withMessage("groups of different length: 5 and 3 indices");
  }

  @Test
  void chiSquareTailIsThatOfTables() {
    assertThat(Distributions.Z).isCloseTo(1.959963984540054, within(5e-16));
    assertThat(Distributions.chiSquareTail(0, 3)).isEqualTo(1);
    // 2 df: e^(−x/2), far into the tail too
    assertThat(Distributions.chiSquareTail(60, 2))
        .isCloseTo(Math.exp(-30), within(1e-12 * Math.exp(-30)));
    // 4 df: e^(−x/2)(1 + x/2)
    assertThat(Distributions.chiSquareTail(7, 4)).isCloseTo(Math.exp(-3.5) * 4.5, within(EXACT));
    assertThat(Distributions.chiSquareTail(Distributions.Z * Distributions.Z, 1))
        .isCloseTo(0.05, within(EXACT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distributions.chiSquareTail(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Distributions.chiSquareTail(1, 0));
  }
}
