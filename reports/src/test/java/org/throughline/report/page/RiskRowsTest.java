package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Slice;
import org.throughline.report.chart.RiskRow;

class RiskRowsTest {

  private static Curve curve(String measure, long[][] points) {
    List<CurvePoint> list = new ArrayList<>();
    for (long[] p : points) {
      list.add(new CurvePoint((int) p[0], p[1], p[2], p[3], 0.5, 0.4, 0.6));
    }
    return new Curve(
        measure,
        1,
        Slice.OVERALL,
        YearMonth.of(2025, 6),
        LocalDate.of(2025, 6, 30),
        100,
        list,
        Optional.empty());
  }

  private final Curve anyExit =
      curve("in_care_curve", new long[][] {{0, 100, 20, 0}, {10, 80, 15, 12}, {40, 53, 30, 0}});
  private final Curve unplanned =
      curve(
          "exit_incidence_unplanned",
          new long[][] {{0, 100, 20, 0}, {10, 80, 0, 12}, {40, 53, 13, 0}});

  @Test
  void closedColumnsAddUpToThoseWhoEntered() {
    List<RiskRow> rows = new RiskRows(1).closed(anyExit, unplanned, List.of(0, 30, 60));
    assertThat(rows)
        .extracting(RiskRow::label)
        .containsExactly("In care", "Left unplanned", "Ended otherwise", "Not yet known");
    assertThat(rows.get(0).cells().values()).containsExactly("100", "53", "23");
    assertThat(rows.get(1).cells().values()).containsExactly("0", "20", "33");
    assertThat(rows.get(2).cells().values()).containsExactly("0", "15", "32");
    assertThat(rows.get(3).cells().values()).containsExactly("0", "12", "12");
  }

  @Test
  void openRowsCountWhoIsAtRiskJustAfterTheDay() {
    List<RiskRow> rows = new RiskRows(1).open(anyExit, List.of(0, 10, 40));
    assertThat(rows.get(0).cells().values()).containsExactly("100", "53", "0");
    assertThat(rows.get(1).cells().values()).containsExactly("0", "35", "65");
    assertThat(rows.get(2).cells().values()).containsExactly("0", "12", "12");
  }
}
