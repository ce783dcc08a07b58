package org.throughline.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.episode.Checkins;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.feed.Chunk;
import org.throughline.feed.Feed;
import org.throughline.feed.FeedLimits;
import org.throughline.feed.FeedParser;
import org.throughline.feed.FeedRow;
import org.throughline.feed.FileInspector;
import org.throughline.feed.Inspection;
import org.throughline.feed.Pseudonyms;
import org.throughline.feed.Rejection;
import org.throughline.feed.RowSink;
import org.throughline.feed.SourceProfile;
import org.throughline.figure.FileSummary;
import org.throughline.measure.TallySheet;

/**
 * Feeds read into timelines by plain maps, without a lake: enough to judge many programs quickly.
 * Files are given in the order in which they supersede each other.
 */
final class FeedsInMemory {
  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key for the tests of checks only".getBytes(UTF_8));

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(int file, long episode, int[] cells, String[] texts, boolean withdrawn) {}

  private record Read(Feed feed, String source, String name, LocalDate asOf, FileCounts counts) {}

  private static final class FileCounts {
    long read;
    long rejected;
    long held;
    final Map<String, Long> reasons = new TreeMap<>();
    final Map<String, Long> blanked = new TreeMap<>();

    void reject(String reason) {
      rejected++;
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  private final List<Read> files = new ArrayList<>();
  private final Map<Feed, Map<String, Row>> current = new EnumMap<>(Feed.class);

  /**
   * Reads all feed files of a folder, the monthly folders of a source among them, up to a month.
   */
  FeedsInMemory folder(Path folder, SourceProfile profile, YearMonth last) throws IOException {
    List<Path> found;
    try (Stream<Path> inside = Files.walk(folder)) {
      found =
          inside
              .filter(path -> path.toString().matches(".*\\.csv(\\.gz)?"))
              .sorted(Comparator.comparing(FeedsInMemory::month).thenComparing(Path::toString))
              .toList();
    }
    for (Path file : found) {
      YearMonth month = month(file);
      if (!month.isAfter(last)) {
        file(file, profile, month.atEndOfMonth());
      }
    }
    return this;
  }

  private static YearMonth month(Path file) {
    String folder = String.valueOf(file.toAbsolutePath().getParent().getFileName());
    return folder.matches("\\d{4}-\\d{2}") ? YearMonth.parse(folder) : YearMonth.of(1900, 1);
  }

  FeedsInMemory file(Path file, SourceProfile profile, LocalDate asOf) {
    try {
      Inspection inspection = FileInspector.inspect(file, profile, FeedLimits.DEFAULT);
      if (!(inspection instanceof Inspection.Readable readable)) {
        throw new IllegalStateException(file + " is refused: " + inspection);
      }
      FileCounts counts = new FileCounts();
      int number = files.size();
      files.add(
          new Read(readable.feed(), profile.name(), file.getFileName().toString(), asOf, counts));
      FeedParser parser =
          new FeedParser(readable.feed(), profile, Tiers.asam(), PSEUDONYMS, readable.header());
      for (Chunk chunk : readable.chunks()) {
        try (Reader reader = FeedParser.open(file, readable, chunk)) {
          counts.read +=
              parser.parse(
                  reader,
                  chunk.firstLine(),
                  chunk.firstLine() == 1 ? FeedParser.Header.FIRST_ROW : FeedParser.Header.NONE,
                  new Sink(readable.feed(), profile.name(), number, counts));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private final class Sink implements RowSink {
    private final Map<String, Row> rows;
    private final String source;
    private final int file;
    private final FileCounts counts;

    Sink(Feed feed, String source, int file, FileCounts counts) {
      rows = current.computeIfAbsent(feed, any -> new HashMap<>());
      this.source = source;
      this.file = file;
      this.counts = counts;
    }

    @Override
    public void accepted(FeedRow row) {
      rows.put(
          source + row.key,
          new Row(file, row.episode, row.cells.clone(), row.texts.clone(), row.withdrawn));
    }

    @Override
    public void rejected(Rejection rejection) {
      counts.reject(rejection.reason());
    }

    @Override
    public void blanked(String column, String code) {
      counts.blanked.merge(column + ": " + code, 1L, Long::sum);
    }
  }

  /** The timelines, in no order; rows that break a cross-feed rule are counted as rejected. */
  List<Timeline> timelines() {
    Map<Feed, Map<Long, List<int[]>>> events = new EnumMap<>(Feed.class);
    Map<Long, Row> roster = new HashMap<>();
    current
        .getOrDefault(Feed.EPISODES, Map.of())
        .values()
        .forEach(
            row -> {
              if (!row.withdrawn()) {
                roster.put(row.episode(), row);
              }
            });
    current.forEach(
        (feed, rows) -> {
          if (feed != Feed.EPISODES) {
            rows.values()
                .forEach(
                    row ->
                        place(
                            feed,
                            row,
                            roster,
                            events.computeIfAbsent(feed, any -> new HashMap<>())));
          }
        });
    return roster.values().stream().map(row -> timeline(row, events)).toList();
  }

  private void place(Feed feed, Row row, Map<Long, Row> roster, Map<Long, List<int[]>> events) {
    FileCounts counts = files.get(row.file()).counts();
    if (row.withdrawn()) {
      return;
    }
    Row episode = roster.get(row.episode());
    if (episode == null) {
      counts.held++;
      return;
    }
    int[] c = row.cells();
    int dayColumn = feed == Feed.PLACEMENTS ? 3 : 2;
    int day = c[dayColumn] - episode.cells()[3];
    if (day < Timeline.EARLIEST_DAY) {
      counts.reject("more than 7 days before admission");
    } else if (feed == Feed.ATTENDANCE
        && episode.cells()[4] != FeedRow.BLANK
        && c[dayColumn] > episode.cells()[4] + 7) {
      counts.reject("session more than 7 days after discharge");
    } else {
      events.computeIfAbsent(row.episode(), any -> new ArrayList<>()).add(packed(feed, c, day));
    }
  }

  private static int[] packed(Feed feed, int[] c, int day) {
    return switch (feed) {
      case PLACEMENTS -> new int[] {day, Timeline.OPEN};
      case ATTENDANCE -> new int[] {Sessions.pack(day, c[3], c[4], or(c[6]), or(c[7])), or(c[5])};
      case CHECKINS -> new int[] {Checkins.pack(day, or(c[3]), or(c[4]), or(c[5]), or(c[6])), 0};
      case RELAPSES ->
          new int[] {
            Relapses.pack(day, c[4], or(c[5])),
            c[3] == FeedRow.BLANK ? Timeline.OPEN : c[3] - c[2] + day
          };
      case EPISODES -> throw new IllegalArgumentException("episodes are no events");
    };
  }

  private static int or(int cell) {
    return cell == FeedRow.BLANK ? -1 : cell;
  }

  private static Timeline timeline(Row row, Map<Feed, Map<Long, List<int[]>>> events) {
    int[] c = row.cells();
    int reason = c[5];
    int[][] placements = of(events, Feed.PLACEMENTS, row);
    int[][] sessions = of(events, Feed.ATTENDANCE, row);
    int[][] relapses = of(events, Feed.RELAPSES, row);
    return new Timeline(
        row.episode(),
        row.episode(),
        row.texts()[2],
        c[3],
        c[4] == FeedRow.BLANK ? Timeline.OPEN : c[4] - c[3],
        reason == FeedRow.BLANK ? "" : Feed.EPISODES.columns().get(5).codes().get(reason),
        row.texts()[6],
        "",
        "",
        "",
        "",
        "",
        "",
        column(placements, 0),
        column(placements, 1),
        Stream.of(placements).map(any -> "OP").toArray(String[]::new),
        column(sessions, 0),
        column(sessions, 1),
        column(of(events, Feed.CHECKINS, row), 0),
        column(relapses, 0),
        column(relapses, 1));
  }

  private static int[][] of(Map<Feed, Map<Long, List<int[]>>> events, Feed feed, Row row) {
    return events.getOrDefault(feed, Map.of()).getOrDefault(row.episode(), List.of()).stream()
        .sorted(Comparator.comparingInt((int[] e) -> e[0]).thenComparingInt(e -> e[1]))
        .toArray(int[][]::new);
  }

  private static int[] column(int[][] rows, int column) {
    return Stream.of(rows).mapToInt(row -> row[column]).toArray();
  }

  /** What became of the rows; to be asked after {@link #timelines}. */
  List<FileSummary> summaries() {
    return files.stream()
        .map(
            file ->
                new FileSummary(
                    file.feed().code(),
                    file.source(),
                    file.name(),
                    file.asOf(),
                    file.counts().read,
                    file.counts().read - file.counts().rejected - file.counts().held,
                    file.counts().rejected,
                    file.counts().held,
                    file.counts().reasons,
                    List.of(),
                    file.counts().blanked))
        .toList();
  }

  /** What the checks find in a month. */
  List<Found> check(YearMonth month, CheckRules rules) {
    RowCounter counter = new RowCounter(month);
    timelines().forEach(counter::add);
    TallySheet sheet = new TallySheet();
    counter.addTo(sheet);
    return new DataChecks(month, rules, 11).run(summaries(), sheet, List.of());
  }
}
