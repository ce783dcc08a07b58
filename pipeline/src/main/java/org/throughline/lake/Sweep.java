package org.throughline.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Takes away what a table needs no more. Only whoever holds the home's lock may do it: nobody else
 * writes, so a file that no snapshot names belongs to a run that is gone.
 */
final class Sweep {
  private static final String VERSION_HINT = "version-hint.text";

  private Sweep() {}

  /** Lets go of snapshots that are older, stand no more, and are named by no tag. */
  static void expire(Table table, Instant olderThan) {
    Set<Long> named =
        table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    for (Snapshot snapshot : table.snapshots()) {
      if (!named.contains(snapshot.snapshotId())
          && snapshot.timestampMillis() < olderThan.toEpochMilli()) {
        table.expireSnapshots().expireOlderThan(olderThan.toEpochMilli()).retainLast(1).commit();
        table.refresh();
        removeOrphans(table); // lists of hashes are ours, so Iceberg leaves them
        return;
      }
    }
  }

  /** Removes files of data and metadata that nothing names. */
  static void removeOrphans(Table table) {
    Set<String> live = live(table);
    SupportsPrefixOperations files = (SupportsPrefixOperations) table.io();
    for (String part : new String[] {"data", "metadata"}) {
      String folder = table.location() + "/" + part;
      if (!table.io().newInputFile(folder).exists()) {
        continue;
      }
      for (FileInfo file : files.listPrefix(folder)) {
        if (!live.contains(path(file.location()))) {
          table.io().deleteFile(file.location());
        }
      }
    }
  }

  private static Set<String> live(Table table) {
    Set<String> live = new HashSet<>();
    TableMetadata metadata = ((BaseTable) table).operations().current();
    live.add(path(metadata.metadataFileLocation()));
    metadata.previousFiles().forEach(file -> live.add(path(file.file())));
    live.add(path(table.location() + "/metadata/" + VERSION_HINT));
    Map<String, ManifestFile> manifests = new HashMap<>();
    for (Snapshot snapshot : table.snapshots()) {
      live.add(path(snapshot.manifestListLocation()));
      String list = FileHashes.listOf(snapshot);
      if (list != null) {
        live.add(path(table.location() + "/metadata/" + list));
      }
      snapshot.allManifests(table.io()).forEach(of -> manifests.putIfAbsent(of.path(), of));
    }
    for (ManifestFile manifest : manifests.values()) {
      live.add(path(manifest.path()));
      try (CloseableIterable<DataFile> dataFiles =
          ManifestFiles.read(manifest, table.io(), table.specs())) {
        for (ContentFile<?> file : dataFiles) {
          live.add(path(file.location()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("table " + table.name() + " cannot be read", e);
      }
    }
    return live;
  }

  // Listings carry the scheme of the file system, tables do not.
  private static String path(String location) {
    return new Path(location).toUri().getPath();
  }
}
