package org.throughline.lake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.throughline.feed.Feed;

/**
 * Takes away snapshots of row tables and rejects that no ledger row names, and of rows set aside
 * that the timelines do not name: a run was stopped after it had written them and before it wrote
 * the ledger or the timelines.
 */
final class Rollback {
  /**
   * Marks the empty snapshot that each row table begins with, so that there is one to go back to.
   */
  private static final String BASE = "throughline.base";

  /** In the summary of a snapshot of timelines: the snapshot of rows set aside beside it. */
  static final String ROWS_OF_TIMELINES = "throughline.set-aside-rows-snapshot";

  /** The same, of their counts. */
  static final String COUNTS_OF_TIMELINES = "throughline.set-aside-snapshot";

  /** In the summary of a snapshot of answers: the ledger's snapshot just before their delivery. */
  static final String LEDGER_BEFORE = "throughline.ledger-before";

  private final Lake lake;

  Rollback(Lake lake) {
    this.lake = lake;
  }

  void run() {
    Set<Long> named = named(lake.readLedger());
    for (Feed feed : Feed.values()) {
      settle(lake.table(feed), named);
    }
    settle(lake.table(LakeTable.REJECTS), named);
    settle(lake.table(LakeTable.MENDED), followedByLedger());
    settle(lake.table(LakeTable.SET_ASIDE_ROWS), namedByTimelines(ROWS_OF_TIMELINES));
    settle(lake.table(LakeTable.SET_ASIDE), namedByTimelines(COUNTS_OF_TIMELINES));
  }

  /** Answers come just before their ledger rows: what names the ledger of now came to nothing. */
  private Set<Long> followedByLedger() {
    String now = lake.ledgerSnapshot();
    Set<Long> followed = new HashSet<>();
    for (Snapshot snapshot : lake.table(LakeTable.MENDED).snapshots()) {
      if (!now.equals(snapshot.summary().get(LEDGER_BEFORE))) {
        followed.add(snapshot.snapshotId());
      }
    }
    return followed;
  }

  private Set<Long> namedByTimelines(String fact) {
    Snapshot timelines = lake.table(LakeTable.TIMELINES).currentSnapshot();
    return timelines == null || !timelines.summary().containsKey(fact)
        ? Set.of()
        : Set.of(Long.parseLong(timelines.summary().get(fact)));
  }

  /** The snapshots of row tables and rejects that a ledger names. */
  static Set<Long> named(Ledger ledger) {
    Set<Long> named = new HashSet<>();
    for (Delivery delivery : ledger.deliveries()) {
      named.add(delivery.rowsSnapshot());
      named.add(delivery.rejectsSnapshot());
    }
    return named;
  }

  /** The latest snapshot that a ledger names, or the base; empty where there is neither. */
  static Optional<Snapshot> settled(Table table, Set<Long> named) {
    Snapshot kept = table.currentSnapshot();
    while (kept != null && !named.contains(kept.snapshotId()) && !isBase(kept)) {
      Long parent = kept.parentId();
      kept = parent == null ? null : table.snapshot(parent);
    }
    return Optional.ofNullable(kept);
  }

  private static void settle(Table table, Set<Long> named) {
    Snapshot current = table.currentSnapshot();
    if (current == null) {
      table.newAppend().set(BASE, "true").commit();
      return;
    }
    Snapshot kept =
        settled(table, named)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "table " + table.name() + " holds no state that was committed whole"));
    if (kept.snapshotId() == current.snapshotId()) {
      return;
    }
    List<Long> unnamed = new ArrayList<>();
    for (Snapshot at = current; at.snapshotId() != kept.snapshotId(); ) {
      unnamed.add(at.snapshotId());
      at = table.snapshot(at.parentId());
    }
    table.manageSnapshots().rollbackTo(kept.snapshotId()).commit();
    ExpireSnapshots expire = table.expireSnapshots();
    unnamed.forEach(expire::expireSnapshotId);
    expire.commit();
  }

  private static boolean isBase(Snapshot snapshot) {
    return "true".equals(snapshot.summary().get(BASE));
  }
}
