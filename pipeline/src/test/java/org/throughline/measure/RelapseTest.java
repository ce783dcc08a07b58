package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** First recorded relapses on the six clients. */
class RelapseTest {

  /**
   * Day 20: client 2 leaves (6 at risk), S = 5/6. Day 40: client 1 relapses and completes, and the
   * relapse counts: F = 5/6·1/5. Day 70: client 3 leaves (4), S = 3/6. Day 95: client 5 relapses
   * (3): F = 1/6 + 3/6·1/3. Client 6 relapses after the retention cut.
   */
  @Test
  void letsARelapseWinATieAndExitsCompete() {
    assertThat(Worked.day("relapse", 30, Slice.OVERALL).value()).isZero();
    assertThat(Worked.day("relapse", 90, Slice.OVERALL).value()).isCloseTo(1.0 / 6, within(EXACT));
    assertThat(Worked.day("relapse", 90, Slice.OVERALL).events()).isEqualTo(1);
    assertThat(
            Worked.report()
                .curve("relapse", Slice.OVERALL)
                .orElseThrow()
                .at(95)
                .orElseThrow()
                .estimate())
        .isCloseTo(1.0 / 3, within(EXACT));
    assertThat(Worked.of("relapse", 180, Slice.OVERALL)).isInstanceOf(Result.Unavailable.class);
    assertThat(Worked.of("relapse_median", Slice.OVERALL)).isInstanceOf(Result.Unavailable.class);
  }

  /** Some: clients 1 and 6. */
  @Test
  void startsAtTheLandmarkInItsGroups() {
    assertThat(Worked.day("relapse", 60, Slice.ofFamily("some")).value())
        .isCloseTo(1.0 / 2, within(EXACT));
    assertThat(Worked.report().figure("relapse", OptionalInt.of(30), Slice.ofFamily("some")))
        .isEmpty();
  }
}
