package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Groups by a column of the episodes feed, and what becomes of small ones. */
class LevelsTest {
  static final MeasurePlan BY_SUBSTANCE =
      new MeasurePlan(
          WorkedExample.MONTH,
          FoldRules.DEFAULT,
          Tiers.asam(),
          WorkedExample.SERIES_MONTHS,
          List.of(EpisodeColumn.PRIMARY_SUBSTANCE));

  private long key;

  private List<List<Timeline>> people(int count, String substance) {
    List<List<Timeline>> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(List.of(episode(++key, substance)));
    }
    return people;
  }

  private Timeline episode(long client, String substance) {
    return new TimelineBuilder(++key + 1000, "2025-06-02")
        .client(client)
        .substance(substance)
        .build();
  }

  private static List<String> admissions(List<List<Timeline>> people) {
    MonthReport report = SixClients.report(people, BY_SUBSTANCE, 0);
    return report.figures().stream()
        .filter(f -> f.measure().equals("admissions") && !f.slice().group().isEmpty())
        .map(f -> f.slice().level() + " " + ((Result.Count) f.result()).value())
        .toList();
  }

  @Test
  void poolsLevelsUnderElevenEpisodesAndDropsNone() {
    List<List<Timeline>> people = people(11, "alcohol");
    people.addAll(people(10, "opioid"));
    people.addAll(people(2, ""));
    assertThat(admissions(people)).containsExactly("alcohol 11", "other 12");
  }

  @Test
  void takesThemTogetherWithWhatTheFeedCallsOther() {
    List<List<Timeline>> people = people(20, "other");
    people.addAll(people(11, "opioid"));
    people.addAll(people(3, "sedative"));
    assertThat(admissions(people)).containsExactly("opioid 11", "other 23");
  }

  @Test
  void leavesLevelsAloneWhereNoneIsSmall() {
    List<List<Timeline>> people = people(11, "other");
    people.addAll(people(11, ""));
    assertThat(admissions(people)).containsExactly("other 11", "unknown 11");
  }

  /** One client with an episode in each of two small levels is one client of the pool. */
  @Test
  void countsAClientOfTwoPooledLevelsOnce() {
    List<List<Timeline>> people = people(4, "opioid");
    people.addAll(people(4, "sedative"));
    people.add(List.of(episode(99, "opioid"), episode(99, "sedative")));
    TallySheet sheet = sheet(people);
    long[] pooled =
        Levels.pooled(sheet, BY_SUBSTANCE.groups())
            .at(
                new TallySheet.Key(
                    0, CohortSize.NAME, Slice.ofLevel("primary_substance", Levels.OTHER)));
    assertThat(pooled[ShareCounter.DENOMINATOR]).isEqualTo(10);
    assertThat(pooled[ShareCounter.CLIENTS]).isEqualTo(9);
    assertThat(pooled[ShareCounter.SUM_NN]).isEqualTo(8 + 4);
  }

  @Test
  void keepsCurvesOutOfFilesThatHaveNoPlaceForThem() {
    List<List<Timeline>> people = people(30, "alcohol");
    MonthReport report = SixClients.report(people, BY_SUBSTANCE, 0);
    assertThat(report.curves()).isNotEmpty().allMatch(c -> c.slice().group().isEmpty());
    assertThat(
            report.figure(
                "in_care_curve", OptionalInt.of(30), Slice.ofLevel("primary_substance", "alcohol")))
        .isPresent();
  }

  /** A level that is hidden cannot be had by subtraction from the others. */
  @Test
  void hidesOneMoreLevelWhereOneIsHidden() {
    List<List<Timeline>> people = people(30, "alcohol");
    people.addAll(people(20, "opioid"));
    people.addAll(people(5, "sedative"));
    MonthReport report = SixClients.report(people, BY_SUBSTANCE, 11);
    List<Figure> levels =
        report.figures().stream()
            .filter(f -> f.measure().equals("admissions") && !f.slice().group().isEmpty())
            .toList();
    assertThat(levels).hasSize(3);
    assertThat(levels.stream().filter(f -> f.result() instanceof Result.Suppressed)).hasSize(2);
  }

  static TallySheet sheet(List<List<Timeline>> people) {
    ClientFold fold = new ClientFold(BY_SUBSTANCE);
    people.forEach(fold::add);
    return fold.sheet();
  }
}
