package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.throughline.figure.Curve;
import org.throughline.figure.Slice;

class RiskRowsLaws {

  private static Curve curve(List<Samples.Client> clients, int kind) {
    return new Curve(
        "exit_incidence",
        1,
        Slice.OVERALL,
        YearMonth.of(2025, 6),
        LocalDate.of(2025, 6, 30),
        clients.size(),
        Samples.incidence(clients, kind),
        Optional.empty());
  }

  @Property(tries = 60)
  void eachColumnAddsUpToN(
      @ForAll @LongRange(min = 0, max = 5000) long seed,
      @ForAll @IntRange(min = 1, max = 300) int n) {
    List<Samples.Client> clients = Samples.clients(seed, n, 180, 0.012);
    Curve unplanned = curve(clients, 0);
    List<Curve> others = List.of(curve(clients, 1), curve(clients, 2), curve(clients, 3));
    List<RiskRow> rows = RiskRows.of(SurvivalChart.ticks(180), unplanned, others, 1);
    for (int day : SurvivalChart.ticks(180)) {
      long sum = 0;
      for (RiskRow row : rows) {
        sum += Long.parseLong(row.cells().get(day).replace(",", ""));
      }
      assertThat(sum).isEqualTo(n);
      long stillIn = clients.stream().filter(c -> c.day() > day).count();
      assertThat(rows.get(0).cells().get(day)).isEqualTo(Numerals.grouped(stillIn));
    }
  }

  @Property
  void noSmallCellIsWrittenOrCanBeSubtracted(
      @ForAll @Size(4) List<@LongRange(min = 0, max = 40) Long> column) {
    long[] cells = column.stream().mapToLong(Long::longValue).toArray();
    List<String> written = RiskRows.written(cells, 11);
    List<Integer> hidden = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean shown = written.get(i).equals(Numerals.grouped(cells[i]));
      if (!shown) {
        hidden.add(i);
      } else {
        assertThat(cells[i] == 0 || cells[i] >= 11).isTrue();
      }
    }
    boolean anotherCouldBe = column.stream().filter(c -> c > 0).count() > 1;
    if (!hidden.isEmpty() && anotherCouldBe) {
      assertThat(hidden).hasSizeGreaterThan(1);
    }
  }

  @Example
  void writesWhatItHides() {
    assertThat(RiskRows.written(new long[] {50, 5, 20, 0}, 11))
        .containsExactly("50", "‹11", "–", "0");
    assertThat(RiskRows.written(new long[] {50, 5, 7, 1200}, 11))
        .containsExactly("50", "‹11", "‹11", "1,200");
    assertThat(RiskRows.written(new long[] {50, 15, 20, 0}, 11))
        .containsExactly("50", "15", "20", "0");
  }
}
