package org.throughline.jobs.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.month.Verification;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;

/**
 * What a home says, without what may differ between two runs that did the same: the bytes of all
 * files of {@code reports/}, the rows of all tables in order of their text, the counts of all
 * publications. By name, as SHA-256.
 */
record HomeImage(SortedMap<String, String> parts) {
  /** Columns whose values may differ: ids of snapshots, and the machine's day. */
  private static final Set<String> FREE =
      Set.of("rows_snapshot_id", "rejects_snapshot_id", "received_on");

  /** Tables of which a publication pins a state. */
  private static final List<LakeTable> PINNED =
      List.of(LakeTable.TIMELINES, LakeTable.SET_ASIDE_ROWS, LakeTable.EPISODE_OUTCOMES);

  private static String text(List<String> rows) {
    return rows.size() + " rows " + sha256(String.join("\n", rows).getBytes(UTF_8));
  }

  static HomeImage of(Path root) throws IOException {
    Home home = new Home(root);
    SortedMap<String, String> parts = new TreeMap<>();
    for (Path file : files(home.reports())) {
      parts.put("reports/" + home.reports().relativize(file), sha256(Files.readAllBytes(file)));
    }
    LakeReader lake = new LakeReader(home.lake());
    for (LakeTable table : LakeTable.values()) {
      List<String> rows = lake.table(table).map(HomeImage::rows).orElse(List.of());
      parts.put("table " + table.code(), text(rows));
    }
    for (LakeTable table : PINNED) {
      lake.table(table).ifPresent(pinned -> parts.putAll(tagged(table, pinned)));
    }
    for (Path file : files(home.publications())) {
      if (file.endsWith("tallies.tsv") || file.endsWith("publication.sha256")) {
        parts.put("pin/" + home.publications().relativize(file), sha256(Files.readAllBytes(file)));
      }
    }
    return new HomeImage(parts);
  }

  /** The rows of a table at each of its tags, or the tags alone where the table is large. */
  private static SortedMap<String, String> tagged(LakeTable name, Table table) {
    SortedMap<String, String> tagged = new TreeMap<>();
    table
        .refs()
        .forEach(
            (tag, ref) -> {
              if (ref.isTag()) {
                tagged.put(
                    "table " + name.code() + " at " + tag,
                    name == LakeTable.TIMELINES ? "there" : text(rows(table, ref.snapshotId())));
              }
            });
    return tagged;
  }

  /** One line for each part that is not the same. */
  List<String> differences(HomeImage other) {
    TreeSet<String> names = new TreeSet<>(parts.keySet());
    names.addAll(other.parts.keySet());
    return names.stream()
        .filter(
            name ->
                !parts
                    .getOrDefault(name, "absent")
                    .equals(other.parts.getOrDefault(name, "absent")))
        .map(
            name ->
                name
                    + ": "
                    + parts.getOrDefault(name, "absent")
                    + " expected, "
                    + other.parts.getOrDefault(name, "absent")
                    + " found")
        .toList();
  }

  /** What lies around in a home that nothing names, and publications that cannot be proven. */
  static List<String> faults(Path root) throws IOException {
    Home home = new Home(root);
    List<String> faults = new ArrayList<>();
    if (Files.exists(home.unsettled())) {
      faults.add("the home is not settled");
    }
    for (Path left : files(home.work())) {
      faults.add("left: " + root.relativize(left));
    }
    LakeReader lake = new LakeReader(home.lake());
    for (LakeTable table : LakeTable.values()) {
      Set<String> named = lake.table(table).map(HomeImage::dataFiles).orElse(Set.of());
      for (Path file : files(home.lake().resolve(table.code()).resolve("data"))) {
        if (file.toString().endsWith(".parquet") && !named.contains(file.toString())) {
          faults.add("orphan: " + root.relativize(file));
        }
      }
    }
    for (Path pin :
        Files.isDirectory(home.publications()) ? list(home.publications()) : List.<Path>of()) {
      String[] name = pin.getFileName().toString().split("\\.");
      Path editions = home.reports().resolve("editions").resolve(pin.getFileName());
      Path folder = Files.isDirectory(editions) ? editions : home.reports().resolve(name[0]);
      Verification.of(home, YearMonth.parse(name[0]), Integer.parseInt(name[1]), folder)
          .differences()
          .forEach(difference -> faults.add("verify " + pin.getFileName() + ": " + difference));
    }
    return faults;
  }

  private static Set<String> dataFiles(Table table) {
    Set<String> files = new TreeSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      try (CloseableIterable<org.apache.iceberg.FileScanTask> tasks =
          table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
        tasks.forEach(task -> files.add(task.file().location()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return files;
  }

  private static List<String> rows(Table table) {
    return table.currentSnapshot() == null
        ? List.of()
        : rows(table, table.currentSnapshot().snapshotId());
  }

  private static List<String> rows(Table table, long snapshot) {
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> read =
        IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
      for (Record row : read) {
        StringBuilder text = new StringBuilder();
        for (Types.NestedField field : table.schema().columns()) {
          if (!FREE.contains(field.name())) {
            text.append(row.getField(field.name())).append('\t');
          }
        }
        rows.add(text.toString());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    rows.sort(null);
    return rows;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
