package org.throughline.lake;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;

/**
 * The states of {@code episode_outcomes}: each publication writes one, whole and in one commit. The
 * table is that of the latest month; a month that is published or done again after a later one has
 * its state beside the table, where only the publication's tag leads to it.
 */
public final class OutcomeStates {
  /** In the summary of a snapshot: the month whose cut it shows. */
  private static final String MONTH = "throughline.month";

  private static final String EDITION = "throughline.edition";

  private final Lake lake;

  public OutcomeStates(Lake lake) {
    this.lake = lake;
  }

  /**
   * Writes the state of a publication.
   *
   * @param files data files, written and not committed
   */
  public void add(YearMonth month, int edition, List<DataFile> files) {
    Table table = lake.table(LakeTable.EPISODE_OUTCOMES);
    OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    FileHashes.commit(table, Map.of(), files, overwrite).forEach(overwrite::addFile);
    overwrite.set(MONTH, month.toString());
    overwrite.set(EDITION, Integer.toString(edition));
    Snapshot current = table.currentSnapshot();
    if (current != null
        && month.isBefore(YearMonth.parse(current.summary().getOrDefault(MONTH, "0000-01")))) {
      overwrite.stageOnly();
    }
    overwrite.commit();
  }

  /** The snapshot of a publication's state, the last one that was written. */
  public Optional<Long> of(YearMonth month, int edition) {
    Table table = lake.table(LakeTable.EPISODE_OUTCOMES);
    return StreamSupport.stream(table.snapshots().spliterator(), false)
        .filter(state -> month.toString().equals(state.summary().get(MONTH)))
        .filter(state -> Integer.toString(edition).equals(state.summary().get(EDITION)))
        .max(Comparator.comparingLong(Snapshot::sequenceNumber))
        .map(Snapshot::snapshotId);
  }
}
