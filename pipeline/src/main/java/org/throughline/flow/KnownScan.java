package org.throughline.flow;

import com.google.common.collect.Iterators;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.FeedRow;

/** Picks the latest versions of episodes, as records of {@link KnownEpisodes}. */
final class KnownScan implements FlatMapFunction<Iterator<ColumnarBatch>, long[]> {
  private static final long serialVersionUID = 1L;

  /** The columns that it reads, in order. */
  static final String[] COLUMNS = {
    "episode_key", "delivery", "line", "row_deleted", "admitted_on", "discharged_on"
  };

  private final Broadcast<DeliveryOrder> order;

  KnownScan(Broadcast<DeliveryOrder> order) {
    this.order = order;
  }

  @Override
  public Iterator<long[]> call(Iterator<ColumnarBatch> batches) {
    Iterator<InternalRow> rows =
        Iterators.concat(Iterators.transform(batches, ColumnarBatch::rowIterator));
    KnownEpisodes known = new KnownEpisodes();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      int rank = order.value().rank(row.getInt(1));
      if (rank != DeliveryOrder.NOT_STANDING) {
        known.offer(
            row.getLong(0),
            DeliveryOrder.version(rank, row.getLong(2)),
            row.getBoolean(3)
                ? KnownEpisodes.WITHDRAWN
                : KnownEpisodes.pack(
                    row.getInt(4), row.isNullAt(5) ? FeedRow.BLANK : row.getInt(5)));
      }
    }
    return List.of(known.records()).iterator();
  }
}
