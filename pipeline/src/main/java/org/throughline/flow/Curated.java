package org.throughline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.throughline.lake.Delivery;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;
import org.throughline.lake.TableFiles;

/**
 * What the last curation left: how far it went, and its data files.
 *
 * @param through number of the last delivery that it took in; 0 if there was none
 * @param identity of the deliveries that counted then
 * @param facts that it noted in the snapshot's summary
 */
record Curated(int through, String identity, Map<String, String> facts) {
  /** Raised when timelines built before can no longer be reused. */
  static final String FORMAT = "2";

  static final String THROUGH_KEY = "throughline.curated-through";
  static final String IDENTITY_KEY = "throughline.data-identity";
  static final String FORMAT_KEY = "throughline.timelines-format";

  /** Reads what the table's current snapshot says. */
  static Optional<Curated> of(Lake lake) {
    Snapshot snapshot = lake.table(LakeTable.TIMELINES).currentSnapshot();
    if (snapshot == null || !FORMAT.equals(snapshot.summary().get(FORMAT_KEY))) {
      return Optional.empty();
    }
    Map<String, String> facts = snapshot.summary();
    return Optional.of(
        new Curated(
            Integer.parseInt(facts.getOrDefault(THROUGH_KEY, "0")),
            facts.getOrDefault(IDENTITY_KEY, ""),
            facts));
  }

  long number(String fact) {
    return Long.parseLong(facts.getOrDefault(fact, "0"));
  }

  /** Whether every delivery that counted then still does, so that only additions are to be seen. */
  boolean isPartOf(Ledger ledger) {
    List<Delivery> before =
        ledger.standing().stream().filter(delivery -> delivery.number() <= through).toList();
    return new Ledger(before, Map.of()).dataIdentity().equals(identity);
  }

  /** The data files of the table's current snapshot, in order of clients. */
  static OldTimelines files(Lake lake) {
    Table table = lake.table(LakeTable.TIMELINES);
    List<OldTimelines.OldFile> files = new ArrayList<>();
    int client = table.schema().findField("client_key").fieldId();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        DataFile file = task.file();
        files.add(
            new OldTimelines.OldFile(
                file.location(),
                bound(file.lowerBounds(), client),
                bound(file.upperBounds(), client)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table timelines cannot be read", e);
    }
    files.sort(Comparator.comparingLong(OldTimelines.OldFile::firstClient));
    return new OldTimelines(new TableFiles(table), files);
  }

  private static long bound(Map<Integer, ByteBuffer> bounds, int column) {
    ByteBuffer bound =
        Objects.requireNonNull(bounds.get(column), "a file of timelines has no bounds of clients");
    return Conversions.fromByteBuffer(Types.LongType.get(), bound);
  }
}
