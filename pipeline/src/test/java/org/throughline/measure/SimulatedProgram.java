package org.throughline.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.feed.Column;
import org.throughline.sampledata.simulator.ClientLife;
import org.throughline.sampledata.simulator.EpisodeLife;
import org.throughline.sampledata.simulator.Feed;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * A simulated program folded in memory: rows of the simulator to timelines to counts, without files
 * and without Spark. Of several rows with one key the latest stands; there are no faulty ones.
 */
public final class SimulatedProgram {
  private static final int PARTS = 8;

  private final SimulationSettings settings;
  private final UnaryOperator<ClientLife> change;
  private final Seen seen;
  private final Map<String, Integer> days = new HashMap<>();

  /** On which days of care clients are seen. */
  enum Seen {
    /** When they attend what is scheduled. */
    AT_SESSIONS,
    /** On each day of care from the first to the last, without family. */
    EVERY_DAY
  }

  private SimulatedProgram(
      SimulationSettings settings, UnaryOperator<ClientLife> change, Seen seen) {
    this.settings = settings;
    this.change = change;
    this.seen = seen;
  }

  /**
   * The counts of a program.
   *
   * @param change what is different about its clients
   */
  public static TallySheet counts(
      SimulationSettings settings, MeasurePlan plan, UnaryOperator<ClientLife> change) {
    return counts(settings, plan, change, Seen.AT_SESSIONS);
  }

  /** The counts of a program whose clients are seen more often than it schedules. */
  static TallySheet counts(
      SimulationSettings settings, MeasurePlan plan, UnaryOperator<ClientLife> change, Seen seen) {
    ClientFold fold = new ClientFold(plan);
    SimulatedProgram program = new SimulatedProgram(settings, change, seen);
    Simulation.lives(settings).forEach(client -> fold.add(program.timelines(client)));
    return fold.sheet();
  }

  /** The same of a very large program, in parallel. */
  static TallySheet countsInParallel(
      SimulationSettings settings, MeasurePlan plan, UnaryOperator<ClientLife> change) {
    return IntStream.range(0, PARTS)
        .parallel()
        .mapToObj(
            part -> {
              ClientFold fold = new ClientFold(plan);
              SimulatedProgram program = new SimulatedProgram(settings, change, Seen.AT_SESSIONS);
              clients(settings, part).forEach(client -> fold.add(program.timelines(client)));
              return fold.sheet();
            })
        .reduce(new TallySheet(), (a, b) -> new TallySheet().merge(a).merge(b));
  }

  private static Stream<ClientLife> clients(SimulationSettings settings, int part) {
    long from = (long) settings.clients() * part / PARTS;
    long to = (long) settings.clients() * (part + 1) / PARTS;
    return Simulation.lives(settings).skip(from).limit(to - from);
  }

  private record Row(int month, Feed feed, List<String> cells, boolean withdrawn) {}

  private List<Timeline> timelines(ClientLife drawn) {
    Map<String, Row> latest = new LinkedHashMap<>();
    ClientLife changed = change.apply(drawn);
    Simulation.rows(
        settings,
        changed,
        (month, feed, cells, withdrawn) ->
            latest.merge(
                feed.label() + cells.get(0),
                new Row(month, feed, cells, withdrawn),
                (a, b) -> b.month >= a.month ? b : a));
    Map<String, TimelineBuilder> episodes = new LinkedHashMap<>();
    Map<String, Integer> admitted = new HashMap<>();
    Map<String, Integer> discharged = new HashMap<>();
    List<Row> standing = latest.values().stream().filter(row -> !row.withdrawn).toList();
    for (Row row : standing) {
      if (row.feed == Feed.EPISODES) {
        List<String> cells = row.cells;
        int day0 = day(cells.get(3));
        TimelineBuilder episode =
            new TimelineBuilder(drawn.person().number() * 10L + episodes.size(), cells.get(3))
                .client(drawn.person().number())
                .site(cells.get(2))
                .tier(cells.get(6))
                .covariates(cells.get(7), cells.get(8), cells.get(9), cells.get(10))
                .medication(cells.get(11))
                .dailyRole(cells.get(12));
        if (!cells.get(4).isEmpty()) {
          episode.discharged(day(cells.get(4)) - day0, cells.get(5));
          discharged.put(cells.get(0), day(cells.get(4)) - day0);
        }
        episodes.put(cells.get(0), episode);
        admitted.put(cells.get(0), day0);
      }
    }
    for (Row row : standing) {
      String id = row.cells.get(1);
      TimelineBuilder episode = episodes.get(id);
      if (row.feed != Feed.EPISODES && episode != null) {
        event(
            row,
            episode,
            admitted.getOrDefault(id, 0),
            discharged.getOrDefault(id, Timeline.OPEN - 7));
      }
    }
    if (seen == Seen.EVERY_DAY) {
      changed.episodes().forEach(life -> seenDaily(life, episodes.get(life.episodeId())));
    }
    return new ArrayList<>(episodes.values().stream().map(TimelineBuilder::build).toList());
  }

  private static void seenDaily(EpisodeLife life, @Nullable TimelineBuilder episode) {
    if (episode != null) {
      for (int day = 1; day <= life.exitDay(); day++) {
        episode.session(day, "unscheduled", "attended", 0);
      }
    }
  }

  private void event(Row row, TimelineBuilder episode, int day0, int discharged) {
    List<String> cells = row.cells;
    switch (row.feed) {
      case ATTENDANCE -> {
        int day = day(cells.get(2)) - day0;
        if (day >= Timeline.EARLIEST_DAY && day <= discharged + 7) {
          episode.session(
              day,
              cells.get(3),
              cells.get(4),
              yesNo(cells.get(7)),
              cells.get(5).isEmpty() ? -1 : Integer.parseInt(cells.get(5)));
        }
      }
      case CHECKINS ->
          episode.checkin(
              day(cells.get(2)) - day0,
              code(org.throughline.feed.Feed.CHECKINS.columns().get(3), cells.get(3)),
              code(org.throughline.feed.Feed.CHECKINS.columns().get(4), cells.get(4)),
              yesNo(cells.get(5)));
      case RELAPSES ->
          episode.relapse(
              day(cells.get(2)) - day0,
              cells.get(3).isEmpty() ? Timeline.OPEN : day(cells.get(3)) - day0,
              code(org.throughline.feed.Feed.RELAPSES.columns().get(4), cells.get(4)));
      case PLACEMENTS ->
          episode.placed(
              day(cells.get(3)) - day0,
              cells.get(4).isEmpty() ? Timeline.OPEN : day(cells.get(4)) - day0,
              cells.get(2));
      case EPISODES -> {}
    }
  }

  private static int yesNo(String cell) {
    return cell.isEmpty() ? -1 : cell.equals("yes") ? 1 : 0;
  }

  private static int code(Column column, String cell) {
    return cell.isEmpty() ? -1 : column.codes().indexOf(cell);
  }

  private int day(String date) {
    return days.computeIfAbsent(date, text -> (int) LocalDate.parse(text).toEpochDay());
  }
}
