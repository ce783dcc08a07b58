package org.throughline.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.feed.Pseudonyms;
import org.throughline.feed.SourceProfile;
import org.throughline.figure.FileSummary;
import org.throughline.lake.KeptFile;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;

/** A home in a temporary folder; all homes of a test run share one Spark. */
final class TestHome {
  static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key that is only for tests".getBytes(StandardCharsets.UTF_8));
  private static final SourceProfile PROFILE = SourceProfile.canonical();
  private static final LocalDate ARRIVAL = LocalDate.of(2026, 1, 15);

  final SparkSession spark;
  Lake lake;
  final Path lakeFolder;
  private final Path feeds;

  TestHome(Path folder) {
    this(folder, Map.of());
  }

  TestHome(Path folder, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("spark.master", "local[2]");
    all.put("spark.local.dir", System.getProperty("java.io.tmpdir"));
    spark = SparkSessions.local(folder, all);
    lakeFolder = folder.resolve("lake");
    feeds = folder.resolve("delivered");
    reopen();
  }

  void reopen() {
    lake = Lake.open(spark, SparkSessions.CATALOG);
  }

  /** Writes a feed file and returns its path. */
  Path file(String name, String... lines) {
    return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Path gzipped(String name, String... lines) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
        zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return write(name, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, byte[] bytes) {
    try {
      Path file = feeds.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FileOutcome> receive(Path... paths) {
    return receive(PROFILE, paths);
  }

  List<FileOutcome> receive(SourceProfile profile, Path... paths) {
    return new Receive(spark, lake, PSEUDONYMS, Tiers.asam(), Progress.SILENT)
        .run(
            new ReceiveRequest(
                profile.name(), profile, Optional.empty(), ARRIVAL, Arrays.asList(paths)));
  }

  /** The data files of all tables, as the command {@code tables} lists them. */
  static List<KeptFile> allFiles(Path lakeFolder) {
    LakeReader reader = new LakeReader(lakeFolder);
    List<KeptFile> files = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      files.addAll(reader.files(table));
    }
    return files;
  }

  CurateOutcome curate() {
    CurateOutcome outcome = new Curate(spark, lake, Progress.SILENT).run();
    new Mending(spark, lake).run();
    return outcome;
  }

  /** Receives and curates. */
  CurateOutcome take(Path... paths) {
    receive(paths);
    return curate();
  }

  FileSummary summary(String file) {
    return lake.summaries().stream()
        .filter(summary -> summary.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  /** All timelines in the order in which they lie in the table's files, files in order. */
  List<Timeline> timelines() {
    List<Timeline> timelines = new ArrayList<>();
    OldTimelines table = Curated.files(lake);
    for (OldTimelines.OldFile file : table.files()) {
      try (CloseableIterable<InternalRow> rows =
          table.table().read(file.path(), Expressions.alwaysTrue())) {
        rows.forEach(row -> timelines.add(TimelineRows.toTimeline(row)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return timelines;
  }

  /** The same by the way that the fold reads them. */
  List<Timeline> timelinesByCells() {
    List<Timeline> timelines = new ArrayList<>();
    OldTimelines table = Curated.files(lake);
    for (OldTimelines.OldFile file : table.files()) {
      try (CloseableIterable<@Nullable Object[]> rows = table.table().readCells(file.path())) {
        rows.forEach(row -> timelines.add(TimelineRows.toTimeline(row)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return timelines;
  }

  /** All timelines as text. */
  List<String> dump() {
    return timelines().stream().map(TestHome::text).toList();
  }

  /** Rows set aside: file and its month, feed, line, key, status, reason and column. */
  List<String> setAside() {
    Map<Integer, String> paths = new HashMap<>();
    lake.ledger()
        .forEach(
            delivery ->
                paths.put(
                    delivery.number(),
                    delivery.asOf().toString().substring(0, 7) + "/" + delivery.file()));
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> read =
        IcebergGenerics.read(lake.table(LakeTable.SET_ASIDE_ROWS)).build()) {
      for (Record row : read) {
        List<String> cells =
            new ArrayList<>(List.of(paths.get((Integer) row.getField("delivery"))));
        for (int i = 1; i < row.size(); i++) {
          cells.add(row.get(i).toString());
        }
        rows.add(String.join("|", cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.sort(Comparator.naturalOrder());
    return rows;
  }

  Timeline timeline(String episode) {
    long key = PSEUDONYMS.episode(PROFILE.name(), episode);
    return timelines().stream()
        .filter(timeline -> timeline.episodeKey() == key)
        .findFirst()
        .orElseThrow();
  }

  static String text(Timeline t) {
    return String.join(
        " ",
        Long.toString(t.clientKey()),
        Long.toString(t.episodeKey()),
        t.site(),
        Integer.toString(t.admittedOn()),
        Integer.toString(t.dischargedOn()),
        t.dischargeReason(),
        t.tier(),
        t.priorCare(),
        t.ageGroup(),
        t.sex(),
        t.primarySubstance(),
        t.medication(),
        t.dailyRole(),
        "placements",
        Arrays.toString(t.placementFrom()),
        Arrays.toString(t.placementTo()),
        Arrays.toString(t.placementTier()),
        "sessions",
        Arrays.toString(t.sessions()),
        Arrays.toString(t.minutes()),
        "checkins",
        Arrays.toString(t.checkins()),
        "relapses",
        Arrays.toString(t.relapses()),
        Arrays.toString(t.relapseEnds()));
  }
}
