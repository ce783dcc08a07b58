package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Wilson;

/** Daily roles on the six clients. */
class RoleKeptTest {

  /** June is days 151 to 180: client 5 yes on 155, client 6 yes on 152 and no on 165. */
  @Test
  void countsTheAnswersOfTheMonth() {
    Result.Proportion all = Worked.share("role_kept", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(2);
    assertThat(all.denominator()).isEqualTo(3);
    // residuals 1/3 and −1/3: 2/1·(2/9)/9 over (2/9)/3
    double effect = 2.0 * 2 / 9 / 9 / (2.0 / 9 / 3);
    assertThat(effect).isCloseTo(2.0 / 3, within(EXACT));
    assertThat(all.interval()).isEqualTo(Wilson.interval(2, 3));
  }

  /** Client 6 moved to OP on day 162. */
  @Test
  void groupsByTheDay() {
    assertThat(Worked.share("role_kept", Slice.ofTierAndFamily("IOP", "involved")).numerator())
        .isEqualTo(1);
    assertThat(Worked.share("role_kept", Slice.ofTierAndFamily("OP", "involved")).numerator())
        .isZero();
    assertThat(Worked.share("role_kept", Slice.ofTierAndFamily("OP", "not_yet")).numerator())
        .isEqualTo(1);
  }

  /** Admitted on 10 June; a day before admission, an empty answer, one after a known exit. */
  @Test
  void leavesOutWhatIsNoAnswerInCare() {
    TimelineBuilder early = new TimelineBuilder(1, "2025-06-10").checkin(-1, 0, -1, 1);
    assertThat(share(early)).isInstanceOf(Result.Unavailable.class);
    assertThat(share(new TimelineBuilder(1, "2025-06-10").sober(3)))
        .isInstanceOf(Result.Unavailable.class);
    TimelineBuilder left =
        new TimelineBuilder(1, "2025-06-10")
            .attended(5)
            .checkin(0, 0, -1, 0)
            .checkin(10, 0, -1, 1)
            .checkin(11, 0, -1, 1)
            .discharged(10, "left");
    assertThat(share(left))
        .isInstanceOfSatisfying(
            Result.Proportion.class,
            p -> {
              assertThat(p.numerator()).isEqualTo(1);
              assertThat(p.denominator()).isEqualTo(2);
            });
  }

  private static Result share(TimelineBuilder episode) {
    return EarlyCare.of("role_kept", List.of(episode.build()));
  }
}
