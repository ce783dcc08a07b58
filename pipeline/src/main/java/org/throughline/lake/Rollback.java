package org.throughline.lake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.throughline.feed.Feed;

/**
 * Takes away snapshots of row tables and rejects that no ledger row names: a run was stopped after
 * it had written them and before it wrote the ledger.
 */
final class Rollback {
  /**
   * Marks the empty snapshot that each row table begins with, so that there is one to go back to.
   */
  private static final String BASE = "throughline.base";

  private final Lake lake;

  Rollback(Lake lake) {
    this.lake = lake;
  }

  void run() {
    Set<Long> named = new HashSet<>();
    for (Delivery delivery : lake.ledger()) {
      named.add(delivery.rowsSnapshot());
      named.add(delivery.rejectsSnapshot());
    }
    for (Feed feed : Feed.values()) {
      settle(lake.table(feed), named);
    }
    settle(lake.table(LakeTable.REJECTS), named);
  }

  private static void settle(Table table, Set<Long> named) {
    List<Long> unnamed = new ArrayList<>();
    Snapshot kept = table.currentSnapshot();
    while (kept != null && !named.contains(kept.snapshotId()) && !isBase(kept)) {
      unnamed.add(kept.snapshotId());
      Long parent = kept.parentId();
      kept = parent == null ? null : table.snapshot(parent);
    }
    if (kept == null) {
      table.newAppend().set(BASE, "true").commit();
      return;
    }
    if (unnamed.isEmpty()) {
      return;
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
