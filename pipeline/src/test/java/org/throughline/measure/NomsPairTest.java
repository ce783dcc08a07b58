package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** States at admission and discharge, on the six clients. */
class NomsPairTest {

  /** Client 4: none on day 3 and on day 95, five days before the exit. Client 3: none after 24. */
  @Test
  void abstinenceAmongThoseWithBoth() {
    Result.Proportion before = Worked.share("noms_abstinence_admission", Slice.OVERALL);
    Result.Proportion after = Worked.share("noms_abstinence_discharge", Slice.OVERALL);
    assertThat(before.numerator()).isEqualTo(1);
    assertThat(after.numerator()).isEqualTo(1);
    assertThat(before.denominator()).isEqualTo(1);
    assertThat(after.denominator()).isEqualTo(1);
  }

  /** Client 6: kept on day 2; of days 140 to 170 the last answer, on 165, says no. */
  @Test
  void roleAmongThoseWithBoth() {
    assertThat(Worked.share("noms_role_admission", Slice.OVERALL).numerator()).isEqualTo(1);
    assertThat(Worked.share("noms_role_discharge", Slice.OVERALL).numerator()).isZero();
    assertThat(Worked.share("noms_role_discharge", Slice.OVERALL).denominator()).isEqualTo(1);
    assertThat(Worked.of("noms_role_discharge", Slice.ofTier("OP")))
        .isInstanceOf(Result.Unavailable.class);
  }

  /** Completed on day 60. */
  private static String pair(TimelineBuilder episode) {
    List<Timeline> built = List.of(episode.discharged(60, "completed").build());
    return half("noms_abstinence_admission", built) + half("noms_abstinence_discharge", built);
  }

  private static String half(String measure, List<Timeline> episodes) {
    return EarlyCare.of(measure, episodes) instanceof Result.Proportion p
        ? (p.numerator() == 1 ? "-" : "+")
        : "o";
  }

  private static TimelineBuilder episode() {
    return new TimelineBuilder(1, "2025-01-01");
  }

  @Test
  void takesTheFirstSignAndTheLast() {
    assertThat(pair(episode().used(2).sober(3, 40))).isEqualTo("+-");
    assertThat(pair(episode().used(0, 50).sober(40))).isEqualTo("++");
    assertThat(pair(episode().used(5).sober(5, 59).used(61))).isEqualTo("+-");
    assertThat(pair(episode().sober(4).used(60).sober(60))).isEqualTo("-+");
    // declined and invalid are no sign
    assertThat(pair(episode().checkin(1, 2, -1).used(2).sober(50).checkin(55, -1, 3)))
        .isEqualTo("+-");
  }

  @Test
  void needsBothInTheirDays() {
    assertThat(pair(episode().sober(7, 30))).isEqualTo("--");
    assertThat(pair(episode().sober(8, 30))).isEqualTo("oo");
    assertThat(pair(episode().sober(7, 29))).isEqualTo("oo");
    assertThat(pair(episode().sober(-1, 50))).isEqualTo("oo");
  }

  /** A stay of five days with one answer has no later one; with two it has. */
  @Test
  void doesNotTakeOneDayForBoth() {
    assertThat(
            half(
                "noms_abstinence_discharge",
                List.of(episode().sober(3).discharged(5, "completed").build())))
        .isEqualTo("o");
    assertThat(
            half(
                "noms_abstinence_discharge",
                List.of(episode().sober(3).used(4).discharged(5, "completed").build())))
        .isEqualTo("+");
  }
}
