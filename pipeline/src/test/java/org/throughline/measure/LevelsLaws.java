package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;

/** Pooling after the count is the same as having counted the pool. */
class LevelsLaws {
  private static final Set<String> SMALL = Set.of("opioid", "sedative", "cannabis");

  /**
   * Some forty clients with alcohol, and nine with one or two episodes of three rare substances.
   */
  private static List<List<Timeline>> clients(long seed, UnaryOperator<String> name) {
    Random random = new Random(seed);
    List<String> rare = SMALL.stream().sorted().toList();
    List<List<Timeline>> clients = new ArrayList<>();
    long key = 1;
    for (int c = 0; c < 49; c++) {
      List<Timeline> episodes = new ArrayList<>();
      int first = random.nextInt(3);
      for (int e = random.nextInt(2); e >= 0; e--) {
        String substance = c < 40 ? "alcohol" : rare.get((first + e) % 3);
        TimelineBuilder episode =
            new TimelineBuilder(
                    key++, "2025-%02d-%02d".formatted(1 + 4 * e, 1 + random.nextInt(28)))
                .client(c)
                .substance(name.apply(substance));
        for (int day = 0; day < 100; day += 1 + random.nextInt(15)) {
          switch (random.nextInt(4)) {
            case 0 -> episode.attended(day);
            case 1 -> episode.missed(day);
            case 2 -> episode.sober(day);
            default -> episode.used(day);
          }
        }
        if (random.nextInt(2) == 0) {
          episode.discharged(random.nextInt(100), "completed");
        }
        episodes.add(episode.build());
      }
      clients.add(episodes);
    }
    return clients;
  }

  private static Map<String, Result> results(List<List<Timeline>> clients, int smallCell) {
    MonthReport report = SixClients.report(clients, LevelsTest.BY_SUBSTANCE, smallCell);
    Map<String, Result> results = new TreeMap<>();
    for (Figure figure : report.figures()) {
      // the association adjusts for substances as they were told, whatever is pooled
      if (figure.month().equals(report.month())
          && !figure.measure().startsWith("family_association")) {
        results.put(figure.measure() + figure.at() + figure.slice(), figure.result());
      }
    }
    return results;
  }

  @Property(tries = 20)
  void poolingAfterwardsIsPoolingBefore(@ForAll long seed) {
    for (int smallCell : new int[] {0, 11}) {
      Map<String, Result> afterwards = results(clients(seed, UnaryOperator.identity()), smallCell);
      Map<String, Result> before =
          results(clients(seed, name -> SMALL.contains(name) ? "other" : name), smallCell);
      assertThat(afterwards).isEqualTo(before);
    }
  }

  /** What is counted adds up over the levels. */
  @Property(tries = 20)
  void countsAddUpOverLevels(@ForAll long seed) {
    MonthReport report =
        SixClients.report(clients(seed, UnaryOperator.identity()), LevelsTest.BY_SUBSTANCE, 0);
    for (String measure : List.of("attendance", "sober_weeks", "initiation_14")) {
      long all = 0;
      long levels = 0;
      for (Figure figure : report.figures()) {
        if (figure.month().equals(report.month())
            && figure.measure().equals(measure)
            && figure.result() instanceof Result.Proportion share) {
          all += figure.slice().isOverall() ? share.denominator() : 0;
          levels += figure.slice().group().isEmpty() ? 0 : share.denominator();
        }
      }
      assertThat(levels).as(measure).isEqualTo(all).isPositive();
    }
  }
}
