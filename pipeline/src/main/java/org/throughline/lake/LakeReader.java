package org.throughline.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Reads a lake without Spark and without changing anything, also while a job runs: what the ledger
 * and the tables' metadata say at the moment of asking.
 */
public final class LakeReader {
  private final Path folder;
  private final HadoopTables tables;

  public LakeReader(Path lakeFolder) {
    folder = lakeFolder.toAbsolutePath();
    Configuration configuration = new Configuration();
    configuration.set(LocalFiles.SETTING, LocalFiles.class.getName());
    tables = new HadoopTables(configuration);
  }

  /** A table as it is now; empty where it was not made yet. */
  public Optional<Table> table(LakeTable table) {
    Path place = folder.resolve(table.code());
    if (!Files.isDirectory(place.resolve("metadata"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(tables.load(place.toString()));
    } catch (NoSuchTableException e) {
      return Optional.empty(); // a first run makes it just now, or was ended while it did
    }
  }

  /** The ledger; empty where the folder holds no lake yet. */
  public Ledger ledger() {
    Optional<Table> deliveries = table(LakeTable.DELIVERIES);
    Optional<Table> setAside = table(LakeTable.SET_ASIDE);
    return deliveries.isPresent() && setAside.isPresent()
        ? LedgerReader.read(deliveries.get(), setAside.get())
        : new Ledger(List.of(), Map.of());
  }

  /**
   * The data files of a table, in order of path. Of row tables and rejects only what the ledger
   * names counts: the rest belongs to a run that has not ended.
   */
  public List<KeptFile> files(LakeTable table) {
    return files(table, Expressions.alwaysTrue());
  }

  /** The same, of those files that may hold rows that match. */
  public List<KeptFile> files(LakeTable table, Expression filter) {
    Optional<Table> found = table(table);
    if (found.isEmpty()) {
      return List.of();
    }
    Optional<Snapshot> snapshot =
        table.isFilledByDeliveries()
            ? Rollback.settled(found.get(), Rollback.named(ledger()))
            : Optional.ofNullable(found.get().currentSnapshot());
    return snapshot.map(at -> files(table, found.get(), at, filter)).orElse(List.of());
  }

  /** The data files of a table at one of its snapshots; none where it is not there any more. */
  public List<KeptFile> files(LakeTable table, long snapshot) {
    Optional<Table> found = table(table);
    return found
        .flatMap(of -> Optional.ofNullable(of.snapshot(snapshot)))
        .map(at -> files(table, found.get(), at, Expressions.alwaysTrue()))
        .orElse(List.of());
  }

  /** The snapshot that a tag names. */
  public Optional<Long> tagged(LakeTable table, String tag) {
    return table(table)
        .flatMap(found -> Optional.ofNullable(found.refs().get(tag)))
        .filter(SnapshotRef::isTag)
        .map(SnapshotRef::snapshotId);
  }

  /** All tags of a table. */
  public Set<String> tags(LakeTable table) {
    return table(table).map(found -> Set.copyOf(found.refs().keySet())).orElse(Set.of());
  }

  private static List<KeptFile> files(
      LakeTable name, Table table, Snapshot snapshot, Expression filter) {
    SortedMap<String, String> hashes = FileHashes.of(table, snapshot);
    TableScan scan = table.newScan().useSnapshot(snapshot.snapshotId()).filter(filter);
    List<KeptFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        String path = task.file().location();
        files.add(
            new KeptFile(
                name, path, Optional.ofNullable(hashes.get(FileHashes.relative(table, path)))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + name.code() + " cannot be read", e);
    }
    files.sort(Comparator.comparing(KeptFile::path));
    return files;
  }
}
