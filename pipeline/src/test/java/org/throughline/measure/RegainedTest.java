package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.measure.Worked.EXACT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Relapses;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Sobriety after a first relapse. */
class RegainedTest {

  /** Client 1 left on the day of the relapse, client 5 is followed for 55 days after it. */
  @Test
  void isNotSeenAmongTheSixClients() {
    Result.AtDay thirty = Worked.day("regained_28", 30, Slice.OVERALL);
    assertThat(thirty.value()).isZero();
    assertThat(thirty.entered()).isEqualTo(2);
    assertThat(thirty.atRisk()).isEqualTo(1);
    assertThat(Worked.of("regained_28", 60, Slice.OVERALL)).isInstanceOf(Result.Unavailable.class);
    assertThat(Worked.day("regained_28", 30, Slice.ofTierAndFamily("OP", "not_yet")).entered())
        .isEqualTo(1);
  }

  /** Relapsed on day 10, in week 2; the weeks after it are sober on their first days. */
  private static TimelineBuilder relapsed(long key, int... soberWeeks) {
    TimelineBuilder episode =
        new TimelineBuilder(key, "2025-01-01")
            .relapse(10, 10, Relapses.RELAPSE)
            .attended(30, 60, 90, 120, 150, 180);
    for (int k : soberWeeks) {
      episode.sober(7 * k - 6);
    }
    return episode;
  }

  /** Read among the given and one who is never seen sober again. */
  private static Result.AtDay at(int day, TimelineBuilder... episodes) {
    TimelineBuilder[] all = Arrays.copyOf(episodes, episodes.length + 1);
    all[episodes.length] = relapsed(99);
    return (Result.AtDay) figure("regained_28", OptionalInt.of(day), all).result();
  }

  private static Figure figure(String measure, OptionalInt at, TimelineBuilder... episodes) {
    List<List<Timeline>> clients = new ArrayList<>();
    for (TimelineBuilder episode : episodes) {
      clients.add(List.of(episode.build()));
    }
    MonthReport report = SixClients.report(clients, SixClients.plan(), 0);
    return report.figure(measure, at, Slice.OVERALL).orElseThrow();
  }

  /** Weeks 3 to 6 end on day 42, 32 days after the relapse. */
  @Test
  void endsWithTheFourthSoberWeek() {
    assertThat(at(30, relapsed(1, 3, 4, 5, 6)).events()).isZero();
    assertThat(at(60, relapsed(1, 3, 4, 5, 6)).value()).isCloseTo(1.0 / 2, within(EXACT));
    assertThat(
            ((Result.Duration)
                    figure("regained_28_median", OptionalInt.empty(), relapsed(1, 3, 4, 5, 6))
                        .result())
                .value())
        .isEqualTo(32);
  }

  @Test
  void breaksAtAMissingWeekAndLooksOnlyAfterTheRelapse() {
    assertThat(at(90, relapsed(1, 3, 4, 6, 7)).events()).isZero();
    assertThat(at(90, relapsed(1, 1, 3, 4, 5)).events()).isZero();
    // weeks 6 to 9 end on day 63, 53 days after
    assertThat(at(60, relapsed(1, 3, 4, 6, 7, 8, 9)).events()).isEqualTo(1);
  }

  /** A week that ends on the day of exit counts; one that ends a day after it does not. */
  @Test
  void letsItWinATieWithTheExit() {
    assertThat(at(60, relapsed(1, 3, 4, 5, 6).discharged(42, "completed")).events()).isEqualTo(1);
    assertThat(at(60, relapsed(1, 3, 4, 5, 6).discharged(41, "completed")).events()).isZero();
  }

  /** Four relapsed; one leaves 20 days later, two of three are sober again after 32: 3/4·2/3. */
  @Test
  void exitsCompete() {
    Result.AtDay sixty =
        at(
            60,
            relapsed(1, 3, 4, 5, 6),
            relapsed(2, 3, 4, 5, 6),
            relapsed(3).attended(29).discharged(30, "left"));
    assertThat(sixty.value()).isCloseTo(1.0 / 2, within(EXACT));
    assertThat(sixty.events()).isEqualTo(2);
    assertThat(sixty.entered()).isEqualTo(4);
  }
}
