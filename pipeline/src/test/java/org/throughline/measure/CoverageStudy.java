package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.sampledata.simulator.ClientLife;
import org.throughline.sampledata.simulator.EpisodeLife;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * Do 95 % intervals hold the truth 95 times in a hundred? Programs of one kind are simulated, each
 * with other clients; the truth is the expected value under the simulator's hazards, from a program
 * of the same kind that is so large that its own chance does not matter. Run by {@code mvn
 * -Pstudies -pl pipeline -am test}.
 *
 * <p>Rule: a measure fails where the count of intervals that hold the truth is out of reach of any
 * coverage from 93 to 97 %: where the chance of so few under 93 %, or of so many under 97 %, is
 * below 0.5 %. What lies outside 93 to 97 % but within reach is marked.
 */
class CoverageStudy {
  private static final int PROGRAMS = Integer.getInteger("studies.programs", 200);
  private static final int CLIENTS = 1200;
  private static final int LARGE = 600_000;
  private static final int MONTHS = 24;
  private static final double LEAST = 0.93;
  private static final double MOST = 0.97;
  private static final double OUT_OF_REACH = 0.005;
  private static final double ONE_POINT = 0.01;
  private static final MeasurePlan PLAN =
      new MeasurePlan(SimulationSettings.DEFAULT_LAST_MONTH, FoldRules.DEFAULT, Tiers.asam(), 2);

  private static final Map<String, OptionalInt> MEASURES = measures();

  private static Map<String, OptionalInt> measures() {
    Map<String, OptionalInt> measures = new LinkedHashMap<>();
    measures.put("retention", OptionalInt.of(90));
    measures.put("completion", OptionalInt.empty());
    measures.put("attendance", OptionalInt.empty());
    measures.put("continuous", OptionalInt.of(12));
    measures.put("relapse_rate", OptionalInt.empty());
    return measures;
  }

  private static SimulationSettings settings(int clients, long seed) {
    return SimulationSettings.of(clients, MONTHS, seed, Path.of("nowhere"))
        .withDirt(SimulationSettings.Dirt.NONE);
  }

  private record Found(double value, Interval interval) {}

  private static Map<String, Found> figures(TallySheet sheet) {
    MonthReport report =
        Estimates.estimate(
            sheet,
            PLAN,
            new PublicationContext("Study", 1, 0, List.of(), List.of(), Map.of(), "none"));
    Map<String, Found> found = new LinkedHashMap<>();
    MEASURES.forEach(
        (measure, at) ->
            found.put(
                measure, found(report.figure(measure, at, Slice.OVERALL).orElseThrow().result())));
    return found;
  }

  private static Found found(Result result) {
    if (result instanceof Result.Proportion share) {
      return new Found(share.value(), share.interval());
    }
    if (result instanceof Result.AtDay day) {
      return new Found(day.value(), day.interval());
    }
    Result.Rate rate = (Result.Rate) result;
    return new Found(rate.value(), rate.interval());
  }

  private static List<Map<String, Found>> programs(UnaryOperator<ClientLife> change) {
    return IntStream.rangeClosed(1, PROGRAMS)
        .parallel()
        .mapToObj(
            seed ->
                figures(SimulatedProgram.counts(settings(CLIENTS, 10_000 + seed), PLAN, change)))
        .toList();
  }

  private static Map<String, Found> truth(UnaryOperator<ClientLife> change) {
    return figures(SimulatedProgram.countsInParallel(settings(LARGE, 1), PLAN, change));
  }

  /** One line of a table. */
  private record Line(
      String measure, double truth, double mean, double width, int held, Optional<String> fault) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-14s %9.4f %9.4f %9.4f   %3d of %d  %5.1f %%  %s",
          measure,
          truth,
          mean,
          width,
          held,
          PROGRAMS,
          100.0 * held / PROGRAMS,
          fault.orElse(within(held) ? "" : "outside 93-97 %, within reach of chance"));
    }
  }

  private static boolean within(int held) {
    double share = (double) held / PROGRAMS;
    return share >= LEAST && share <= MOST;
  }

  private static Line line(String measure, double truth, List<Map<String, Found>> programs) {
    List<Found> found = programs.stream().map(p -> get(p, measure)).toList();
    int held =
        (int)
            found.stream()
                .filter(f -> f.interval.low() <= truth && truth <= f.interval.high())
                .count();
    Optional<String> fault = Optional.empty();
    if (atMost(held, LEAST) < OUT_OF_REACH) {
      fault = Optional.of("TOO FEW");
    } else if (1 - atMost(held - 1, MOST) < OUT_OF_REACH) {
      fault = Optional.of("TOO MANY");
    }
    return new Line(
        measure,
        truth,
        found.stream().mapToDouble(Found::value).average().orElseThrow(),
        found.stream()
            .mapToDouble(f -> f.interval.high() - f.interval.low())
            .average()
            .orElseThrow(),
        held,
        fault);
  }

  private static Found get(Map<String, Found> figures, String measure) {
    return Optional.ofNullable(figures.get(measure)).orElseThrow();
  }

  /** The chance that at most so many of all programs hold the truth. */
  private static double atMost(int held, double coverage) {
    if (held < 0) {
      return 0;
    }
    return held >= PROGRAMS
        ? 1
        : Beta.regularizedBeta(1 - coverage, PROGRAMS - (double) held, held + 1.0);
  }

  private static void print(String title, List<Line> lines) {
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d programs of %d clients%n%-14s %9s %9s %9s   held%n",
        title,
        PROGRAMS,
        CLIENTS,
        "",
        "truth",
        "mean",
        "width");
    lines.forEach(System.out::println);
    assertThat(lines).noneMatch(line -> line.fault.isPresent());
  }

  @Test
  void intervalsHoldTheExpectedValue() {
    Map<String, Found> truth = truth(UnaryOperator.identity());
    List<Map<String, Found>> programs = programs(UnaryOperator.identity());
    List<Line> lines = new ArrayList<>();
    MEASURES.keySet().forEach(m -> lines.add(line(m, get(truth, m).value, programs)));
    print("Coverage of 95 % intervals", lines);
  }

  /**
   * The same clients in a program that records each unplanned exit on its day, and in one that
   * records none: what the second finds from silence is held against the first's expected value,
   * and on average over all programs they are less than a point apart.
   */
  @Test
  void silenceRecoversWhatIsNotRecorded() {
    Map<String, Found> recorded = truth(client -> discharges(client, CoverageStudy::onItsDay));
    List<Map<String, Found>> silent = programs(client -> discharges(client, CoverageStudy::never));
    List<Map<String, Found>> told = programs(client -> discharges(client, CoverageStudy::onItsDay));
    List<Line> lines = new ArrayList<>();
    for (String measure : List.of("retention", "completion")) {
      lines.add(line(measure, get(recorded, measure).value, silent));
    }
    for (String measure : List.of("retention", "completion")) {
      double mean =
          IntStream.range(0, PROGRAMS)
              .mapToDouble(i -> get(silent.get(i), measure).value - get(told.get(i), measure).value)
              .average()
              .orElseThrow();
      System.out.printf(
          Locale.ROOT, "%s: none recorded minus all recorded, mean %.4f%n", measure, mean);
      assertThat(Math.abs(mean)).as(measure).isLessThan(ONE_POINT);
    }
    print("No unplanned discharge recorded, held against all recorded", lines);
  }

  static EpisodeLife onItsDay(EpisodeLife life) {
    return with(life, Optional.of(life.admittedOn().plusDays(life.exitDay())));
  }

  static EpisodeLife never(EpisodeLife life) {
    return with(life, Optional.empty());
  }

  static ClientLife discharges(ClientLife client, UnaryOperator<EpisodeLife> unplanned) {
    return new ClientLife(
        client.person(),
        client.episodes().stream()
            .map(life -> life.reason().unplanned() ? unplanned.apply(life) : life)
            .toList());
  }

  private static EpisodeLife with(EpisodeLife life, Optional<LocalDate> dischargedOn) {
    return new EpisodeLife(
        life.episodeId(),
        life.ordinal(),
        life.site(),
        life.tier(),
        life.admittedOn(),
        life.priorCare(),
        life.exitDay(),
        life.reason(),
        dischargedOn,
        life.firstFamilyContact(),
        life.pause(),
        life.spells(),
        life.use());
  }
}
