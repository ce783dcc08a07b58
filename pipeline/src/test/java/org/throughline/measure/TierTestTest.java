package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** The tiers of the six clients compared. */
class TierTestTest {

  private static Result.Comparison test(String event) {
    return (Result.Comparison) Worked.of("tier_test", Slice.OVERALL.withLevel(event));
  }

  /**
   * Day 20: three and three at risk, the exit in OP: E = 1/2, V = 1/4. Day 70: client 5 of OP and
   * three of IOP, the exit in IOP: E = 1/4, V = 3/16. O − E = 1 − 3/4, V = 7/16: chi-square 1/7.
   */
  @Test
  void unplannedExitCensorsOtherExits() {
    Result.Comparison test = test("unplanned_exit");
    assertThat(test.chiSquare()).isCloseTo(1.0 / 7, within(EXACT));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
    assertThat(test.events()).isEqualTo(2);
    assertThat(test.episodes()).isEqualTo(6);
  }

  /**
   * Use: client 5 on day 17, 1 on 40, 6 on 160; 2 has no sign, 3 and 4 have their last on 24 and
   * 95. Day 17: two of OP and three of IOP: E = 2/5, V = 6/25. Day 40: client 1 of OP, 4 and 6 of
   * IOP: E = 1/3, V = 2/9. On day 160 client 6 is alone. O − E = 2 − 11/15, V = 104/225: 361/104.
   */
  @Test
  void firstUseIsCensoredAtTheLastSign() {
    Result.Comparison test = test("first_use");
    assertThat(test.chiSquare()).isCloseTo(361.0 / 104, within(EXACT));
    assertThat(test.events()).isEqualTo(3);
    assertThat(test.episodes()).isEqualTo(6);
  }

  /** Whoever comes back counts once, with the first episode. */
  @Test
  void usesEachClientsFirstEpisode() {
    MonthReport report =
        SixClients.report(
            List.of(
                List.of(
                    new TimelineBuilder(1, "2025-01-01").tier("OP").discharged(10, "left").build(),
                    new TimelineBuilder(2, "2025-03-01")
                        .client(1)
                        .tier("IOP")
                        .used(5)
                        .discharged(10, "left")
                        .build()),
                List.of(
                    new TimelineBuilder(3, "2025-01-01")
                        .tier("IOP")
                        .attended(29)
                        .discharged(40, "left")
                        .build())),
            SixClients.plan(),
            0);
    Result.Comparison test =
        (Result.Comparison)
            report
                .figure("tier_test", OptionalInt.empty(), Slice.OVERALL.withLevel("unplanned_exit"))
                .orElseThrow()
                .result();
    assertThat(test.episodes()).isEqualTo(2);
    assertThat(test.events()).isEqualTo(2);
    assertThat(
            report
                .figure("tier_test", OptionalInt.empty(), Slice.OVERALL.withLevel("first_use"))
                .orElseThrow()
                .result())
        .isInstanceOf(Result.Unavailable.class);
  }
}
