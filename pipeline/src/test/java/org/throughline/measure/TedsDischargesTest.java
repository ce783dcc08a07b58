package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Discharges in the categories of TEDS-D, on the six clients. */
class TedsDischargesTest {

  private static long count(String measure, Slice slice) {
    return ((Result.Count) Worked.of(measure, slice)).value();
  }

  private static Slice stayed(int days) {
    return TedsDischarges.band(days);
  }

  /** Days 40 and 170 completed, 20 silent, 70 left, 100 transferred; client 5 is in care. */
  @Test
  void countsByReason() {
    assertThat(count("teds_discharges", Slice.OVERALL)).isEqualTo(5);
    assertThat(count("teds_discharges_completed", Slice.OVERALL)).isEqualTo(2);
    assertThat(count("teds_discharges_dropped_out", Slice.OVERALL)).isEqualTo(2);
    assertThat(count("teds_discharges_transferred", Slice.OVERALL)).isEqualTo(1);
    assertThat(count("teds_discharges_terminated", Slice.OVERALL)).isZero();
    assertThat(count("teds_discharges_completed", Slice.ofTier("IOP"))).isEqualTo(1);
  }

  @Test
  void countsByBand() {
    assertThat(count("teds_discharges_dropped_out", stayed(20))).isEqualTo(1);
    assertThat(count("teds_discharges_completed", stayed(40))).isEqualTo(1);
    assertThat(count("teds_discharges_completed", stayed(170))).isEqualTo(1);
    assertThat(count("teds_discharges", stayed(50))).isZero();
    assertThat(count("teds_discharges", stayed(100))).isEqualTo(1);
  }

  @Test
  void bandsAreThoseOfTeds() {
    assertThat(
            IntStream.of(0, 30, 31, 45, 46, 60, 61, 90, 91, 120, 121, 180, 181, 365, 366)
                .mapToObj(days -> TedsDischarges.band(days).level()))
        .containsExactly(
            "0-30", "0-30", "31-45", "31-45", "46-60", "46-60", "61-90", "61-90", "91-120",
            "91-120", "121-180", "121-180", "181-365", "181-365", "366+");
  }

  /** Twelve months to June 2025; the reason of who was silent before is the recorded one. */
  @Test
  void takesExitsOfTheCohortsMonthsWheneverTheyBegan() {
    // 1 July 2024, but never attended: known as silent since January 2023
    assertThat(old(new TimelineBuilder(1, "2023-01-01").discharged(547, "administrative")))
        .isEmpty();
    assertThat(
            old(
                new TimelineBuilder(1, "2023-01-01")
                    .attended(546)
                    .discharged(547, "administrative")))
        .isEqualTo("teds_discharges_terminated");
    assertThat(old(new TimelineBuilder(1, "2023-01-01").attended(545).discharged(546, "deceased")))
        .isEmpty();
  }

  private static String old(TimelineBuilder episode) {
    return SixClients.report(List.of(List.of(episode.build())), SixClients.plan(), 0)
        .figures()
        .stream()
        .filter(f -> f.measure().startsWith("teds_discharges_") && f.slice().isOverall())
        .filter(f -> f.result().equals(new Result.Count(1)))
        .map(Figure::measure)
        .collect(Collectors.joining());
  }
}
