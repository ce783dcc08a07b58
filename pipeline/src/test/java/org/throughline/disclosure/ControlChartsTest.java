package org.throughline.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.ControlChart;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

class ControlChartsTest {
  private static final YearMonth FIRST = YearMonth.of(2024, 1);

  /** Months of 40 clients, of whom so many are above the line. */
  private static Computed.OfChart chart(OptionalInt at, long... above) {
    List<ControlChart.Point> points = new ArrayList<>();
    List<List<Long>> cells = new ArrayList<>();
    for (int i = 0; i < above.length; i++) {
      points.add(
          new ControlChart.Point(
              FIRST.plusMonths(i),
              Optional.of(above[i] / 40.0),
              40,
              ControlChart.Rule.OUTSIDE,
              Result.Signal.Verdict.WORSE));
      cells.add(List.of(40L, above[i], 40 - above[i]));
    }
    ControlChart.Limits limits =
        new ControlChart.Limits(0.5, new Interval(0.2, 0.8), 0.1, 0.3268, above.length - 1, true);
    return new Computed.OfChart(
        new ControlChart("completion", at, points, Optional.of(limits)), cells);
  }

  private static List<Integer> hidden(Computed.OfChart chart, List<Figure> released) {
    ControlChart shown = ControlCharts.released(List.of(chart), released, 11).get(0);
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < shown.points().size(); i++) {
      ControlChart.Point point = shown.points().get(i);
      if (point.value().isEmpty()) {
        positions.add(i);
        assertThat(point.n()).isZero();
        assertThat(point.rule()).isEqualTo(ControlChart.Rule.NONE);
        assertThat(point.verdict()).isEqualTo(Result.Signal.Verdict.USUAL);
      }
    }
    return positions;
  }

  @Test
  void monthsOfElevenOrMoreAreShown() {
    assertThat(hidden(chart(OptionalInt.of(90), 11, 20, 29, 40, 0), List.of())).isEmpty();
  }

  /** Month 1 has 5 above the line; with the centre and the others it could be had. */
  @Test
  void whereOneMonthIsHiddenSoIsTheNextSmallest() {
    assertThat(hidden(chart(OptionalInt.of(90), 20, 5, 18, 12, 20, 20), List.of()))
        .containsExactly(1, 3);
    assertThat(hidden(chart(OptionalInt.of(90), 5, 4, 18, 12, 20, 20), List.of()))
        .containsExactly(0, 1);
  }

  @Test
  void whereEveryMonthIsHiddenSoAreTheLimits() {
    Computed.OfChart small = chart(OptionalInt.of(90), 5, 4, 6, 7);
    assertThat(ControlCharts.released(List.of(small), List.of(), 11).get(0).limits()).isEmpty();
    Computed.OfChart large = chart(OptionalInt.of(90), 15, 14, 16, 17);
    assertThat(ControlCharts.released(List.of(large), List.of(), 11).get(0).limits()).isPresent();
  }

  /** The last month sets no limit here, so that nothing tells about it. */
  @Test
  void aMonthAfterThoseThatSetTheLimitsIsHiddenAlone() {
    assertThat(hidden(chart(OptionalInt.of(90), 20, 20, 18, 12, 20, 5), List.of()))
        .containsExactly(5);
  }

  @Test
  void whatIsHiddenAsFigureIsHiddenInTheChart() {
    Figure hidden =
        new Figure(
            "completion",
            1,
            OptionalInt.empty(),
            Slice.OVERALL,
            "",
            Unit.SHARE,
            FIRST.plusMonths(2),
            FIRST.plusMonths(2).atEndOfMonth(),
            new Result.Suppressed(Result.Suppressed.Kind.COMPLEMENTARY));
    assertThat(hidden(chart(OptionalInt.empty(), 20, 5, 18, 12, 20, 20), List.of(hidden)))
        .containsExactly(1, 2);
  }
}
