package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.throughline.statistics.FollowUp.censored;
import static org.throughline.statistics.FollowUp.event;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskTableTest {

  private static long[] counts(long... counts) {
    return counts;
  }

  private static long[][] oneCause(long... events) {
    return new long[][] {events};
  }

  @Test
  void moreThanAreAtRiskCannotLeave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(3, counts(0, 5), oneCause(1, 2), counts(0, 1)))
        .withMessage("at index 1 3 leave (2 events, 1 censored) but only 2 are at risk");
  }

  @Test
  void whoJoinsAtAnIndexCannotLeaveAtIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(0, counts(1, 0), oneCause(1, 0), counts(0, 0)))
        .withMessageContaining("only 0 are at risk");
  }

  @Test
  void countsAreNeverNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(-1, counts(0), oneCause(0), counts(0)))
        .withMessageContaining("initial");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(-1), oneCause(0), counts(0)))
        .withMessage("joined at index 0 is negative: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(0), oneCause(-1), counts(0)))
        .withMessage("events of cause 0 at index 0 is negative: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(0), oneCause(0), counts(-1)))
        .withMessage("censored at index 0 is negative: -1");
  }

  @Test
  void arraysAreOfOneLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(0, 0), oneCause(0), counts(0, 0)))
        .withMessage("events of cause 0: 1 indices, but joined has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(), oneCause(), counts()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskTable(1, counts(0), new long[0][], counts(0)));
  }

  @Test
  void keepsItsOwnCopyOfTheCounts() {
    long[] censored = {1};
    RiskTable table = new RiskTable(1, counts(0), oneCause(0), censored);
    censored[0] = 0;
    assertThat(table.censored(0)).isEqualTo(1);
  }

  @Test
  void findsWhereEnoughAreAtRisk() {
    RiskTable filling =
        new RiskTable(0, counts(4, 5, 3, 0), oneCause(0, 0, 0, 0), counts(0, 0, 1, 0));
    assertThat(filling.startingWhereAtRisk(9)).hasValue(2);
    assertThat(filling.startingWhereAtRisk(10)).hasValue(3);
    assertThat(filling.startingWhereAtRisk(12)).isEmpty();
    assertThat(filling.startingWhereAtRisk(0)).hasValue(0);
  }

  @Test
  void aTableFromAnIndexOnForgetsWhatWasBefore() {
    RiskTable table =
        FollowUp.table(
            List.of(event(0, 0), event(2, 0), censored(1), event(3, 0).enteringAfter(1)), 5, 1);
    RiskTable later = table.from(2);
    assertThat(later.length()).isEqualTo(5);
    assertThat(later.atRisk(0)).isZero();
    assertThat(later.atRisk(1)).isZero();
    assertThat(later.atRisk(2)).isEqualTo(2);
    assertThat(later.atRisk(3)).isEqualTo(1);
    assertThat(later.entered()).isEqualTo(2);
    assertThat(later.totalEvents()).isEqualTo(2);
    assertThat(table.from(0)).isEqualTo(table);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.from(5))
        .withMessage("no index 5: the table has 0 to 4");
  }

  @Test
  void unknownCausesAndIndicesAreRefused() {
    RiskTable table = new RiskTable(1, counts(0), oneCause(1), counts(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AalenJohansen.estimate(table, 1))
        .withMessage("no cause 1: the table has 1");
    assertThatIllegalArgumentException().isThrownBy(() -> table.events(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> table.totalEvents(1));
    assertThatIllegalArgumentException().isThrownBy(() -> KaplanMeier.estimate(table, 1));
  }

  @Test
  void onlyLikeTablesAdd() {
    RiskTable one = new RiskTable(1, counts(0), oneCause(1), counts(0));
    RiskTable longer = new RiskTable(1, counts(0, 0), oneCause(1, 0), counts(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> one.plus(longer));
    assertThat(one.plus(one).events(0)).isEqualTo(2);
    assertThat(one.plus(one).atRisk(0)).isEqualTo(2);
  }

  @Test
  void equalTablesAreOfEqualCounts() {
    RiskTable one = new RiskTable(2, counts(0), oneCause(1), counts(0));
    assertThat(one)
        .isEqualTo(new RiskTable(2, counts(0), oneCause(1), counts(0)))
        .hasSameHashCodeAs(new RiskTable(2, counts(0), oneCause(1), counts(0)))
        .isNotEqualTo(new RiskTable(3, counts(0), oneCause(1), counts(0)))
        .isNotEqualTo(new RiskTable(2, counts(1), oneCause(1), counts(0)))
        .isNotEqualTo(new RiskTable(2, counts(0), oneCause(0), counts(0)))
        .isNotEqualTo(new RiskTable(2, counts(0), oneCause(1), counts(1)));
    assertThat(one).hasToString("RiskTable[entered=2, indices=1, causes=1, events=1]");
  }

  @Test
  void withNobodyThereIsNoValueButACurve() {
    StepCurve curve =
        KaplanMeier.estimate(new RiskTable(0, counts(0, 0), oneCause(0, 0), counts(0, 0)));
    assertThat(curve.at(0)).isEmpty();
    assertThat(curve.at(1)).isEmpty();
    assertThat(curve.median()).isEmpty();
    assertThat(curve.points()).hasSize(1);
  }

  @Test
  void aCurveBeginsAtItsFirstPoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepCurve(StepCurve.Kind.SURVIVAL, 0, 3, List.of()));
  }
}
