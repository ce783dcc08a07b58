package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

class SpreadTest {

  private static final Spread HIGH = new Spread("High", "80 %", new Interval(0.70, 0.90));
  private static final Spread MIDDLE = new Spread("Middle", "72 %", new Interval(0.65, 0.79));
  private static final Spread LOW = new Spread("Low", "55 %", new Interval(0.45, 0.66));

  @Test
  void overlappingGroupsCannotBeToldApart() {
    assertThat(Spread.compared(List.of(HIGH, MIDDLE), "tier", "stayed"))
        .isEqualTo(
            "The two tiers cannot be told apart: 80 % (High) and 72 % (Middle) stayed, and the"
                + " intervals overlap.");
  }

  @Test
  void groupsThatDoNotOverlapAreNamed() {
    assertThat(Spread.compared(List.of(HIGH, MIDDLE, LOW), "tier", "stayed"))
        .isEqualTo(
            "By tier, 80 % (High), 72 % (Middle) and 55 % (Low) stayed. The interval of High lies"
                + " above that of Low.");
  }

  @Test
  void twoSetsAreToldApartInOneClause() {
    Spread top = new Spread("Top", "85 %", new Interval(0.80, 0.90));
    Spread lowest = new Spread("Lowest", "50 %", new Interval(0.40, 0.60));
    assertThat(Spread.compared(List.of(LOW, HIGH, lowest, top), "tier", "stayed"))
        .endsWith("The intervals of High and Top lie above those of Low and Lowest.");
    assertThat(Spread.compared(List.of(HIGH, LOW), "tier", "stayed"))
        .isEqualTo("By tier, 80 % (High) and 55 % (Low) stayed. The intervals do not overlap.");
  }

  @Test
  void neitherSetsNorAllPairsAreCounted() {
    Spread a = new Spread("A", "90 %", new Interval(0.85, 0.95));
    Spread b = new Spread("B", "70 %", new Interval(0.60, 0.80));
    Spread c = new Spread("C", "40 %", new Interval(0.30, 0.50));
    Spread d = new Spread("D", "83 %", new Interval(0.55, 0.97));
    assertThat(Spread.compared(List.of(a, b, c), "tier", "stayed"))
        .endsWith("stayed. No two of the intervals overlap.");
    assertThat(Spread.compared(List.of(a, b, c, d), "tier", "stayed"))
        .endsWith("stayed. 4 of the 6 pairs of intervals do not overlap, the others do.");
  }

  @Test
  void oneGroupOrNoneIsNoComparison() {
    assertThat(Spread.compared(List.of(LOW), "tier", "stayed"))
        .isEqualTo("In one tier there is a figure to show: in Low, 55 % stayed (45–66\u00a0%).");
    assertThat(Spread.compared(List.of(), "tier", "stayed"))
        .isEqualTo("No tier has a figure that can be shown.");
  }
}
