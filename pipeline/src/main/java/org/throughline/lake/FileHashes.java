package org.throughline.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a table's data files, kept with each commit.
 *
 * <p>A snapshot names, in its summary, a list beside the table's metadata that holds the hashes of
 * all of its files. The list is written before the commit and counts only through it, so both come
 * to be at once. It has the form of {@code sha256sum}, with paths relative to the table's folder,
 * so that it can be checked by hand: {@code cd lake/timelines && sha256sum -c metadata/….sha256}.
 */
final class FileHashes {
  /** Ending of the lists' names. */
  static final String ENDING = ".sha256";

  private static final String LIST = "throughline.sha256-list";
  private static final String BETWEEN = "  ";

  private FileHashes() {}

  /**
   * The same file with its hash. On the way from task to commit it stands where Iceberg has room
   * for the metadata of an encryption key, which plain files do not have; the commit takes it out.
   */
  static DataFile carry(DataFile file, PartitionSpec spec, byte[] sha256) {
    return DataFiles.builder(spec)
        .copy(file)
        .withEncryptionKeyMetadata(ByteBuffer.wrap(sha256))
        .build();
  }

  /**
   * Writes the list for a commit that adds files, and names it in the commit.
   *
   * @param kept hashes of files that stay
   * @param added as they came from their writers
   * @return the same files as the table shall know them
   */
  static List<DataFile> commit(
      Table table, Map<String, String> kept, List<DataFile> added, SnapshotUpdate<?> commit) {
    SortedMap<String, String> hashes = new TreeMap<>(kept);
    added.forEach(
        file -> {
          ByteBuffer carried = file.keyMetadata();
          if (carried != null) {
            byte[] sha256 = new byte[carried.remaining()];
            carried.duplicate().get(sha256);
            hashes.put(relative(table, file.location()), HexFormat.of().formatHex(sha256));
          }
        });
    String name = UUID.randomUUID() + ENDING;
    write(table, name, hashes);
    commit.set(LIST, name);
    return added.stream().map(file -> plain(file, table.spec())).toList();
  }

  private static DataFile plain(DataFile file, PartitionSpec spec) {
    return DataFiles.builder(spec).copy(file).withEncryptionKeyMetadata((ByteBuffer) null).build();
  }

  /**
   * The hashes that stood at a snapshot, by path relative to the table's folder. They may name
   * files that the snapshot has no more.
   *
   * @throws UncheckedIOException if the list cannot be read
   */
  static SortedMap<String, String> of(Table table, @Nullable Snapshot snapshot) {
    for (Snapshot at = snapshot; at != null; at = parent(table, at)) {
      String name = listOf(at);
      if (name != null) {
        return read(table, name);
      }
    }
    return new TreeMap<>();
  }

  /** The name of a snapshot's list, in the folder of the table's metadata. */
  static @Nullable String listOf(Snapshot snapshot) {
    return snapshot.summary().get(LIST);
  }

  /** A data file's path relative to its table's folder. */
  static String relative(Table table, String location) {
    String folder = table.location() + "/";
    return location.startsWith(folder) ? location.substring(folder.length()) : location;
  }

  private static @Nullable Snapshot parent(Table table, Snapshot snapshot) {
    Long parent = snapshot.parentId();
    return parent == null ? null : table.snapshot(parent);
  }

  private static void write(Table table, String name, SortedMap<String, String> hashes) {
    StringBuilder text = new StringBuilder();
    hashes.forEach((path, sha256) -> text.append(sha256).append(BETWEEN).append(path).append('\n'));
    try (OutputStream out = table.io().newOutputFile(place(table, name)).createOrOverwrite()) {
      out.write(text.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("hashes of table " + table.name() + " cannot be written", e);
    }
  }

  private static SortedMap<String, String> read(Table table, String name) {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (InputStream in = table.io().newInputFile(place(table, name)).newStream()) {
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .forEach(
              line -> {
                int end = line.indexOf(BETWEEN);
                hashes.put(line.substring(end + BETWEEN.length()), line.substring(0, end));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("hashes of table " + table.name() + " cannot be read", e);
    }
    return hashes;
  }

  private static String place(Table table, String name) {
    return table.location() + "/metadata/" + name;
  }
}
