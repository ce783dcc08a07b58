package org.throughline.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.episode.Checkins;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.feed.Column;
import org.throughline.feed.Feed;

/**
 * What timelines must hold, found by plain maps from the rows: slow, and simple enough to trust.
 */
final class Oracle {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Version(LocalDate asOf, String name, int line, String path, String[] row) {}

  private static final Comparator<Version> ORDER =
      Comparator.comparing(Version::asOf)
          .thenComparing(Version::name)
          .thenComparingInt(Version::line);

  private final Map<Feed, Map<String, Version>> current = new EnumMap<>(Feed.class);

  /** Rows held, by path of file. */
  final Map<String, Long> held = new TreeMap<>();

  /** Rows that break a rule, by path of file. */
  final Map<String, Long> rejected = new TreeMap<>();

  /** Both, one by one, as {@link TestHome#setAside} gives them. */
  final List<String> setAside = new ArrayList<>();

  private final Set<Version> aside = new HashSet<>();

  Oracle(List<RandomProgram.FeedFile> files) {
    for (RandomProgram.FeedFile file : files) {
      for (int i = 0; i < file.rows().size(); i++) {
        Version version =
            new Version(
                file.month().atEndOfMonth(), file.name(), i + 2, file.path(), file.rows().get(i));
        current
            .computeIfAbsent(file.feed(), any -> new HashMap<>())
            .merge(version.row()[0], version, (a, b) -> ORDER.compare(a, b) > 0 ? a : b);
      }
    }
    current
        .values()
        .forEach(
            ofFeed ->
                ofFeed
                    .values()
                    .removeIf(version -> version.row()[version.row().length - 1].equals("yes")));
  }

  private List<Version> standing(Feed feed) {
    return List.copyOf(current.getOrDefault(feed, Map.of()).values());
  }

  List<String> timelines() {
    Map<String, List<Version>> events = new HashMap<>();
    Map<String, Version> roster = current.getOrDefault(Feed.EPISODES, Map.of());
    for (Feed feed : List.of(Feed.PLACEMENTS, Feed.ATTENDANCE, Feed.CHECKINS, Feed.RELAPSES)) {
      for (Version version : standing(feed)) {
        Version episode = roster.get(version.row()[1]);
        if (episode == null) {
          held.merge(version.path(), 1L, Long::sum);
          setAside(feed, version, "held", "the episode is not known yet", "episode_id");
          continue;
        }
        long day = day(version, feed) - epochDay(episode.row()[3]);
        boolean closed = !episode.row()[4].isEmpty();
        if (day < -7
            || (feed == Feed.ATTENDANCE
                && closed
                && day(version, feed) > epochDay(episode.row()[4]) + 7)) {
          rejected.merge(version.path(), 1L, Long::sum);
          setAside(
              feed,
              version,
              "rejected",
              day < -7
                  ? "more than 7 days before admission"
                  : "session more than 7 days after discharge",
              feed.columns().get(feed == Feed.PLACEMENTS ? 3 : 2).name());
          continue;
        }
        events.computeIfAbsent(feed + version.row()[1], any -> new ArrayList<>()).add(version);
      }
    }
    return roster.values().stream()
        .map(episode -> timeline(episode.row(), events))
        .sorted(
            Comparator.comparingLong(Timeline::clientKey)
                .thenComparingInt(Timeline::admittedOn)
                .thenComparingLong(Timeline::episodeKey))
        .map(TestHome::text)
        .toList();
  }

  /**
   * The rows of a feed that stand in timelines, once these were asked for: "path|line" and their
   * cells as tables hold them.
   */
  List<String> currentRows(Feed feed) {
    List<String> rows = new ArrayList<>();
    for (Version version : standing(feed)) {
      if (!aside.contains(version)) {
        List<String> cells = new ArrayList<>();
        for (Column column : feed.columns()) {
          cells.add(cell(feed, column, version.row()[feed.position(column.name())]));
        }
        rows.add(String.join("|", cells) + "|" + version.path() + "|" + version.line());
      }
    }
    return rows.stream().sorted().toList();
  }

  private static String cell(Feed feed, Column column, String text) {
    return switch (column.kind()) {
      case ROW_KEY ->
          Long.toString(
              feed == Feed.EPISODES
                  ? TestHome.PSEUDONYMS.episode("canonical", text)
                  : TestHome.PSEUDONYMS.row(feed, "canonical", text));
      case EPISODE_KEY -> Long.toString(TestHome.PSEUDONYMS.episode("canonical", text));
      case CLIENT_KEY -> Long.toString(TestHome.PSEUDONYMS.client("canonical", text));
      case YES_NO -> text.isEmpty() ? "" : Boolean.toString(text.equals("yes"));
      case SITE, TIER, CODE, DATE, WHOLE_NUMBER -> text;
    };
  }

  private void setAside(Feed feed, Version row, String status, String reason, String column) {
    aside.add(row);
    setAside.add(
        String.join(
            "|",
            row.path(),
            feed.code(),
            Integer.toString(row.line()),
            Long.toString(TestHome.PSEUDONYMS.row(feed, "canonical", row.row()[0])),
            status,
            reason,
            column));
  }

  private Timeline timeline(String[] row, Map<String, List<Version>> events) {
    String id = row[0];
    int admitted = (int) epochDay(row[3]);
    int[][] sessions =
        of(events, Feed.ATTENDANCE, id)
            .map(
                e ->
                    new int[] {
                      Sessions.pack(
                          (int) epochDay(e[2]) - admitted,
                          code(Feed.ATTENDANCE, 3, e),
                          code(Feed.ATTENDANCE, 4, e),
                          code(Feed.ATTENDANCE, 6, e),
                          yesNo(e[7])),
                      -1
                    })
            .sorted(Comparator.comparingInt(pair -> pair[0]))
            .toArray(int[][]::new);
    int[] checkins =
        of(events, Feed.CHECKINS, id)
            .mapToInt(
                e ->
                    Checkins.pack(
                        (int) epochDay(e[2]) - admitted,
                        code(Feed.CHECKINS, 3, e),
                        code(Feed.CHECKINS, 4, e),
                        yesNo(e[5]),
                        e[6].isEmpty() ? -1 : Integer.parseInt(e[6])))
            .sorted()
            .toArray();
    int[][] relapses =
        of(events, Feed.RELAPSES, id)
            .map(
                e ->
                    new int[] {
                      Relapses.pack(
                          (int) epochDay(e[2]) - admitted,
                          code(Feed.RELAPSES, 4, e),
                          code(Feed.RELAPSES, 5, e)),
                      e[3].isEmpty() ? Timeline.OPEN : (int) epochDay(e[3]) - admitted
                    })
            .sorted(
                Comparator.comparingInt((int[] pair) -> pair[0]).thenComparingInt(pair -> pair[1]))
            .toArray(int[][]::new);
    List<String[]> spells = spells(events, id);
    return new Timeline(
        TestHome.PSEUDONYMS.episode("canonical", id),
        TestHome.PSEUDONYMS.client("canonical", row[1]),
        row[2],
        admitted,
        row[4].isEmpty() ? Timeline.OPEN : (int) epochDay(row[4]) - admitted,
        row[5],
        row[6],
        row[7],
        row[8],
        row[9],
        row[10],
        row[11],
        row[12],
        spells.stream().mapToInt(s -> (int) epochDay(s[3]) - admitted).toArray(),
        spells.stream()
            .mapToInt(s -> s[4].isEmpty() ? Timeline.OPEN : (int) epochDay(s[4]) - admitted)
            .toArray(),
        spells.stream().map(s -> s[2]).toArray(String[]::new),
        Stream.of(sessions).mapToInt(pair -> pair[0]).toArray(),
        Stream.of(sessions).mapToInt(pair -> pair[1]).toArray(),
        checkins,
        Stream.of(relapses).mapToInt(pair -> pair[0]).toArray(),
        Stream.of(relapses).mapToInt(pair -> pair[1]).toArray());
  }

  private List<String[]> spells(Map<String, List<Version>> events, String id) {
    List<Version> placements =
        new ArrayList<>(events.getOrDefault(Feed.PLACEMENTS + id, List.of()));
    placements.sort(
        Comparator.comparing((Version v) -> v.row()[3])
            .thenComparingLong(
                v -> TestHome.PSEUDONYMS.row(Feed.PLACEMENTS, "canonical", v.row()[0])));
    List<String[]> spells = new ArrayList<>();
    for (Version next : placements) {
      String[] row = next.row().clone();
      String[] last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
      if (last != null && last[4].isEmpty() && last[3].compareTo(row[3]) < 0) {
        last[4] = LocalDate.parse(row[3]).minusDays(1).toString();
      }
      if (last != null && (last[4].isEmpty() || row[3].compareTo(last[4]) < 0)) {
        rejected.merge(next.path(), 1L, Long::sum);
        setAside(
            Feed.PLACEMENTS,
            next,
            "rejected",
            "overlaps an earlier placement of the same episode",
            "from_on");
      } else {
        spells.add(row);
      }
    }
    return spells;
  }

  private static Stream<String[]> of(Map<String, List<Version>> events, Feed feed, String id) {
    return events.getOrDefault(feed + id, List.of()).stream().map(Version::row);
  }

  private static long day(Version version, Feed feed) {
    return epochDay(version.row()[feed == Feed.PLACEMENTS ? 3 : 2]);
  }

  private static long epochDay(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  private static int code(Feed feed, int column, String[] row) {
    return feed.columns().get(column).codes().indexOf(row[column]);
  }

  private static int yesNo(String cell) {
    return List.of("no", "yes").indexOf(cell);
  }
}
