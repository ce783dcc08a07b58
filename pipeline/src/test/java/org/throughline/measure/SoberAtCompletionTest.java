package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Bounds;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Sobriety at completion on the six clients. */
class SoberAtCompletionTest {

  /**
   * Client 1, exit on day 40, weeks 2 to 5: oooo. Client 6, exit on day 170, weeks 21 to 24: oo++
   * (the relapse of days 160 to 162 lies in weeks 23 and 24).
   */
  @Test
  void readsTheLastFourWeeksByEachRule() {
    Result.Proportion all = Worked.share("sober_at_completion", Slice.OVERALL);
    assertThat(all.numerator()).isZero();
    assertThat(all.denominator()).isEqualTo(2);
    assertThat(all.bounds()).contains(new Bounds(0, 0.5));
    assertThat(Worked.figure("sober_at_completion", OptionalInt.empty(), Slice.OVERALL).rule())
        .isEqualTo("worst");
    // client 1's four weeks begin before the landmark
    assertThat(Worked.share("sober_at_completion", Slice.ofFamily("some")).denominator())
        .isEqualTo(1);
  }

  /** Completed on a day, sober in some weeks. */
  private static Result completed(int day, int... soberWeeks) {
    TimelineBuilder episode = new TimelineBuilder(1, "2025-01-01").attended(20);
    for (int k : soberWeeks) {
      episode.sober(7 * k);
    }
    return EarlyCare.of(
        "sober_at_completion", List.of(episode.discharged(day, "completed").build()));
  }

  @Test
  void takesTheWeeksThatAreOverAtTheExit() {
    assertThat(completed(27, 1, 2, 3)).isInstanceOf(Result.Unavailable.class);
    assertThat(((Result.Proportion) completed(28, 1, 2, 3, 4)).value()).isEqualTo(1);
    assertThat(((Result.Proportion) completed(34, 1, 2, 3, 4)).value()).isEqualTo(1);
    assertThat(((Result.Proportion) completed(35, 1, 2, 3, 4)).value()).isZero();
    assertThat(((Result.Proportion) completed(35, 2, 3, 4, 5)).value()).isEqualTo(1);
    assertThat(((Result.Proportion) completed(35, 2, 3, 4)).bounds().orElseThrow().low())
        .isCloseTo(1, within(EXACT));
  }
}
