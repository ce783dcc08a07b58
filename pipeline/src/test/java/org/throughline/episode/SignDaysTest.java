package org.throughline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Signs by day and relapses, as known at the end of June 2025. */
class SignDaysTest {

  private static EpisodeOutcome outcome(Timeline timeline) {
    List<EpisodeOutcome> outcomes = new ArrayList<>();
    EpisodeFold.run(
        timeline, Cut.series(YearMonth.of(2025, 6), 1, FoldRules.DEFAULT), outcomes::add);
    return outcomes.get(0);
  }

  private static SignDays of(TimelineBuilder builder) {
    return outcome(builder.build()).signDays();
  }

  /** Admitted so that 30 June is day 180. */
  private static TimelineBuilder episode() {
    return new TimelineBuilder(1, "2025-01-01").attended(175);
  }

  private static List<Integer> relapses(SignDays days) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < days.relapses(); i++) {
      starts.add(days.relapse(i));
    }
    return starts;
  }

  @Test
  void overlappingOrTouchingRelapsesAreOne() {
    assertThat(relapses(of(episode().relapse(10, 20, 1).relapse(15, 30, 1).relapse(31, 40, 1))))
        .containsExactly(10);
    assertThat(relapses(of(episode().relapse(10, 30, 1).relapse(15, 16, 1).relapse(32, 40, 1))))
        .as("a day between them")
        .containsExactly(10, 32);
  }

  @Test
  void lapsesAreNoneAndJoinNone() {
    assertThat(relapses(of(episode().relapse(10, 20, 0).relapse(15, 16, 1).relapse(17, 17, 0))))
        .containsExactly(15);
    assertThat(relapses(of(episode().relapse(10, 12, 1).relapse(13, 14, 0).relapse(15, 16, 1))))
        .containsExactly(10, 15);
  }

  @Test
  void oneBegunByDayZeroIsNoneThoughItsLaterDaysAreUse() {
    SignDays days = of(episode().relapse(-3, 4, 1).relapse(5, 6, 1).relapse(9, 9, 1));
    assertThat(relapses(days)).as("what touches it is part of it").containsExactly(9);
    assertThat(days.firstUse()).isEqualTo(1);
  }

  @Test
  void anOpenRelapseReachesToTheDayBeforeTheNextSoberSign() {
    SignDays days =
        of(
            episode()
                .relapse(10, Timeline.OPEN, 1)
                .sober(10, 20)
                .relapse(20, 21, 1)
                .relapse(30, 30, 1));
    assertThat(relapses(days)).containsExactly(10, 30);
    assertThat(days.abstinent(1, 180)).as("day 20 lies in the second record").isZero();
    assertThat(days.tested(1, 180)).isEqualTo(2);
  }

  @Test
  void nothingAfterTheCutIsKnown() {
    SignDays days = of(episode().sober(170, 181).used(182).relapse(185, 190, 1));
    assertThat(days.firstUse()).isEqualTo(Timeline.OPEN);
    assertThat(days.lastSign()).isEqualTo(170);
    assertThat(days.relapses()).isZero();
    assertThat(days.relapse(0)).isEqualTo(Timeline.OPEN);
  }

  @Test
  void dayZeroAndBeforeAreNoTestedDays() {
    SignDays days = of(episode().sober(-2, 0, 1).used(0));
    assertThat(days.lastSign()).isEqualTo(1);
    assertThat(days.tested(1, 180)).isEqualTo(1);
    assertThat(days.firstUse()).isEqualTo(Timeline.OPEN);
  }

  /** Bits against plain sets of days. */
  @Property(tries = 200)
  void agreesWithPlainSets(@ForAll long seed) {
    Random random = new Random(seed);
    TimelineBuilder builder = episode();
    TreeSet<Integer> sober = new TreeSet<>();
    TreeSet<Integer> use = new TreeSet<>();
    TreeSet<Integer> inside = new TreeSet<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      int day = 1 + random.nextInt(180);
      if (random.nextBoolean()) {
        builder.sober(day);
        sober.add(day);
      } else {
        builder.used(day);
        use.add(day);
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      int first = 1 + random.nextInt(180);
      int last = first + random.nextInt(15);
      builder.relapse(first, last, random.nextInt(2));
      for (int day = first; day <= Math.min(last, 180); day++) {
        inside.add(day);
      }
    }
    EpisodeOutcome outcome = outcome(builder.build());
    SignDays days = outcome.signDays();
    TreeSet<Integer> anyUse = new TreeSet<>(use);
    anyUse.addAll(inside);
    TreeSet<Integer> tested = new TreeSet<>(sober);
    tested.addAll(use);
    TreeSet<Integer> any = new TreeSet<>(tested);
    any.addAll(inside);
    TreeSet<Integer> abstinent = new TreeSet<>(sober);
    abstinent.removeAll(anyUse);
    assertThat(days.firstUse()).isEqualTo(anyUse.isEmpty() ? Timeline.OPEN : anyUse.first());
    assertThat(days.lastSign()).isEqualTo(any.isEmpty() ? 0 : any.last());
    int from = 1 + random.nextInt(180);
    int to = from + random.nextInt(181 - from);
    assertThat(days.tested(from, to)).isEqualTo(tested.subSet(from, to + 1).size());
    assertThat(days.abstinent(from, to)).isEqualTo(abstinent.subSet(from, to + 1).size());
    StringBuilder word = new StringBuilder();
    for (int k = 1; k <= 25; k++) {
      boolean s = !sober.subSet(7 * k - 6, 7 * k + 1).isEmpty();
      boolean u = !anyUse.subSet(7 * k - 6, 7 * k + 1).isEmpty();
      word.append(s ? (u ? '*' : '-') : (u ? '+' : 'o'));
    }
    assertThat(outcome.word()).hasToString(word.toString());
  }
}
