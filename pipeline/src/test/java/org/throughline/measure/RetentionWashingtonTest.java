package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Three months kept, on the six clients. */
class RetentionWashingtonTest {

  /**
   * Client 1 completed on day 40; client 6 came on days 0, 30 and 60. Client 2 came on 20, 3 on 5
   * to 26 and 70, 4 and 5 not in the first month.
   */
  @Test
  void asksForASessionInEachMonthOrCompletion() {
    Result.Proportion all = Worked.share("retention_wa", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(2);
    assertThat(all.denominator()).isEqualTo(6);
    assertThat(all.interval()).isEqualTo(Wilson.interval(2, 6));
  }

  private static String share(TimelineBuilder episode) {
    return EarlyCare.of("retention_wa", List.of(episode.build())) instanceof Result.Proportion p
        ? p.numerator() + " of " + p.denominator()
        : "none";
  }

  @Test
  void cutsMonthsAtDays30And60And90() {
    assertThat(share(new TimelineBuilder(1, "2025-01-01").attended(0, 59, 60))).isEqualTo("1 of 1");
    assertThat(share(new TimelineBuilder(1, "2025-01-01").attended(29, 30, 89)))
        .isEqualTo("1 of 1");
    assertThat(share(new TimelineBuilder(1, "2025-01-01").attended(29, 30, 90)))
        .isEqualTo("0 of 1");
    assertThat(share(new TimelineBuilder(1, "2025-01-01").attended(-1, 30, 60)))
        .isEqualTo("0 of 1");
    assertThat(share(new TimelineBuilder(1, "2025-01-01").attended(1, 60).missed(30)))
        .isEqualTo("0 of 1");
  }

  @Test
  void takesCompletionBeforeDay90() {
    TimelineBuilder before = new TimelineBuilder(1, "2025-01-01").discharged(89, "completed");
    assertThat(share(before)).isEqualTo("1 of 1");
    TimelineBuilder after = new TimelineBuilder(1, "2025-01-01").discharged(90, "completed");
    assertThat(share(after)).isEqualTo("0 of 1");
    TimelineBuilder moved = new TimelineBuilder(1, "2025-01-01").discharged(40, "transferred");
    assertThat(share(moved)).isEqualTo("0 of 1");
  }

  @Test
  void waits90Days() {
    assertThat(share(new TimelineBuilder(1, "2025-04-01"))).isEqualTo("0 of 1");
    assertThat(share(new TimelineBuilder(1, "2025-04-02"))).isEqualTo("none");
  }
}
