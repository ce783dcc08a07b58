package org.throughline.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** Discharges by length of stay and reason, in the categories of TEDS-D. */
final class TedsDischarges implements Measure {
  /** In figures: the group of bands of the length of stay. */
  static final String LENGTH_OF_STAY = "length_of_stay";

  private static final String ALL = "teds_discharges";

  /** Canonical reasons by category; what silence ended is dropping out. */
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "completed", "completed",
          "left", "dropped_out",
          "", "dropped_out",
          "administrative", "terminated",
          "transferred", "transferred",
          "incarcerated", "incarcerated",
          "deceased", "death",
          "other", "other");

  private static final int[] LAST_DAYS = {30, 45, 60, 90, 120, 180, 365};
  private static final List<Slice> BANDS = bands();

  private static final Definition DEFINITION = definition(ALL, "Discharges", "all reasons");
  private static final Map<String, Definition> BY_CATEGORY = byCategory();
  private static final Counting COUNTING = new Stays();

  private static Map<String, Definition> byCategory() {
    Map<String, Definition> all = new LinkedHashMap<>();
    all.put("completed", of("completed", "treatment completed"));
    all.put("dropped_out", of("dropped_out", "dropped out of treatment, or silent"));
    all.put("terminated", of("terminated", "terminated by facility (administrative)"));
    all.put("transferred", of("transferred", "transferred to another program or facility"));
    all.put("incarcerated", of("incarcerated", "incarcerated"));
    all.put("death", of("death", "death"));
    all.put("other", of("other", "other"));
    return all;
  }

  private static Definition of(String category, String reason) {
    return definition(ALL + "_" + category, "Discharges: " + reason, reason);
  }

  private static Definition definition(String id, String label, String which) {
    return new Definition(
        id,
        1,
        label,
        Population.EXITS,
        "exits that became known in the months of the cohort: "
            + which
            + "; overall, by tier, site, and band of days from admission to the exit, which is dated"
            + " to the last contact where the client fell silent",
        "none",
        Unit.COUNT,
        "none: a count",
        Direction.NEITHER,
        "What a state agency asks for, in its own categories.",
        "Throughline measures 1.0; bands and reasons of the Treatment Episode Data Set, Discharges"
            + " (SAMHSA); its single days up to 30 are one band here",
        MeasureGroup.REPORTING);
  }

  private static List<Slice> bands() {
    List<Slice> all = new ArrayList<>();
    int from = 0;
    for (int last : LAST_DAYS) {
      all.add(band(from + "-" + last));
      from = last + 1;
    }
    all.add(band(from + "+"));
    return List.copyOf(all);
  }

  private static Slice band(String level) {
    return new Slice(Slice.ALL, Slice.ALL, Slice.ALL, LENGTH_OF_STAY, level);
  }

  /** The band of a length of stay, in days from admission to the exit. */
  static Slice band(int days) {
    int band = 0;
    while (band < LAST_DAYS.length && days > LAST_DAYS[band]) {
      band++;
    }
    return BANDS.get(band);
  }

  @Override
  public List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    all.add(DEFINITION);
    all.addAll(BY_CATEGORY.values());
    return all;
  }

  @Override
  public List<Counting> countings() {
    return List.of(COUNTING);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(BANDS);
    for (Slice slice : slices) {
      for (Definition definition : definitions()) {
        long[] counts = estimation.counts().at(definition.id(), slice, ShareCounter.LENGTH);
        estimation.figure(
            definition,
            OptionalInt.empty(),
            slice,
            "",
            new Result.Count(counts[ShareCounter.DENOMINATOR]),
            counts[ShareCounter.CLIENTS]);
      }
    }
  }

  private static final class Stays implements Counting {
    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      for (EpisodeOutcome episode : client.episodes()) {
        if (episode.exitKnownInCohortMonths()) {
          List<Slice> plain = tally.groups().plain(client, episode);
          add(tally.share(ALL), plain, episode);
          add(tally.share(counter(episode)), plain, episode);
        }
      }
      tally.share(ALL).flush();
      BY_CATEGORY.values().forEach(definition -> tally.share(definition.id()).flush());
    }

    private static void add(ShareCounter counter, List<Slice> plain, EpisodeOutcome episode) {
      counter.add(plain, 1, 1);
      counter.add(band(episode.exit().day()), 1, 1);
    }

    private static String counter(EpisodeOutcome episode) {
      String reason = episode.exit().inferred() ? "" : episode.timeline().dischargeReason();
      Definition definition = BY_CATEGORY.get(CATEGORIES.getOrDefault(reason, "other"));
      return definition == null ? ALL : definition.id();
    }
  }
}
