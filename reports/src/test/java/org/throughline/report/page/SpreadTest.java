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
            "In the three tiers, 80 % (High), 72 % (Middle) and 55 % (Low) stayed. The intervals of"
                + " High and Low do not overlap.");
  }

  @Test
  void oneGroupOrNoneIsNoComparison() {
    assertThat(Spread.compared(List.of(LOW), "tier", "stayed"))
        .isEqualTo("In one tier there is a figure to show: in Low, 55 % stayed (45–66\u00a0%).");
    assertThat(Spread.compared(List.of(), "tier", "stayed"))
        .isEqualTo("No tier has a figure that can be shown.");
  }
}
