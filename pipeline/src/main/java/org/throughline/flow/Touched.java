package org.throughline.flow;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;

/** Finds the episodes that gain or lose a row by fresh deliveries. */
final class Touched {
  private final RowScan scan;
  private final Roster roster;
  private final DeliveryOrder order;

  Touched(RowScan scan, Roster roster, DeliveryOrder order) {
    this.scan = scan;
    this.roster = roster;
    this.order = order;
  }

  /**
   * Episodes whose roster row is fresh, those that fresh rows name, and those that lose a row to a
   * fresh one.
   *
   * @param through number of the last delivery that is not fresh
   */
  BitSet by(Ledger ledger, Superseded superseded, int through) {
    BitSet touched = roster.fresh(order);
    add(superseded.touched(), touched);
    for (Feed feed : Feed.values()) {
      boolean fresh =
          ledger.deliveries().stream()
              .anyMatch(
                  (Delivery delivery) -> delivery.feed() == feed && delivery.number() > through);
      if (fresh && feed != Feed.EPISODES) {
        PartitionResults.forEach(
            scan.after(through, feed, "episode_key", "delivery")
                .mapPartitions(batches -> named(batches, through)),
            episodes -> add(episodes, touched));
      }
    }
    return touched;
  }

  private static Iterator<long[]> named(Iterator<ColumnarBatch> batches, int through) {
    LongTable episodes = new LongTable(1024);
    while (batches.hasNext()) {
      ColumnarBatch batch = batches.next();
      ColumnVector episode = batch.column(0);
      ColumnVector delivery = batch.column(1);
      for (int i = 0; i < batch.numRows(); i++) {
        if (delivery.getInt(i) > through && !episode.isNullAt(i)) {
          episodes.putIfAbsent(episode.getLong(i), 0);
        }
      }
    }
    return List.of(episodes.keys()).iterator();
  }

  private void add(long[] episodes, BitSet touched) {
    for (long episode : episodes) {
      int number = roster.number(episode);
      if (number != LongTable.ABSENT) {
        touched.set(number);
      }
    }
  }
}
