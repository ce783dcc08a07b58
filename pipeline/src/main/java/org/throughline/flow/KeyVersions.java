package org.throughline.flow;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;

/** The close look at row keys: which version of each stands. */
final class KeyVersions {
  private KeyVersions() {}

  /** Sends versions of keys that may come more than once to one place for each key. */
  static final class Send implements PairFlatMapFunction<Iterator<ColumnarBatch>, Integer, Chunk> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<DeliveryOrder> order;
    private final Broadcast<KeyBits.Marks> marks;
    private final int partitions;

    /**
     * @param marks which keys may come more than once
     */
    Send(Broadcast<DeliveryOrder> order, Broadcast<KeyBits.Marks> marks, int partitions) {
      this.order = order;
      this.marks = marks;
      this.partitions = partitions;
    }

    @Override
    public Iterator<Tuple2<Integer, Chunk>> call(Iterator<ColumnarBatch> batches) {
      Outbox outbox = new Outbox(partitions);
      DeliveryOrder ranks = order.value();
      KeyBits.Marks marked = marks.value();
      Longs keys = new Longs();
      Consumer<ColumnarBatch> reader =
          batch -> {
            long[] all = keys.of(batch.column(0), batch.numRows());
            int[] at = new int[batch.numRows() + 1];
            int picked = marked.pick(all, batch.numRows(), at);
            for (int i = 0; i < picked; i++) {
              send(all[at[i]], batch.getRow(at[i]), ranks, outbox);
            }
          };
      return new ChunkIterator(batches, reader, outbox);
    }

    private void send(long key, InternalRow row, DeliveryOrder ranks, Outbox outbox) {
      int rank = ranks.rank(row.getInt(2));
      if (rank != DeliveryOrder.NOT_STANDING) {
        outbox.add(
            Chunk.Kind.KEY_VERSION,
            (int) Long.remainderUnsigned(LongTable.mix(key) >>> 20, partitions),
            key,
            DeliveryOrder.version(rank, row.getLong(3)),
            row.isNullAt(1) ? 0 : row.getLong(1));
      }
    }
  }

  /** Finds the versions that do not stand. */
  static final class Compare
      implements FlatMapFunction<Iterator<Tuple2<Integer, Chunk>>, Superseded> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<DeliveryOrder> order;

    Compare(Broadcast<DeliveryOrder> order) {
      this.order = order;
    }

    @Override
    public Iterator<Superseded> call(Iterator<Tuple2<Integer, Chunk>> chunks) {
      Outbox.Inbox inbox = new Outbox.Inbox();
      chunks.forEachRemaining(chunk -> inbox.add(chunk._2()));
      return List.of(superseded(inbox.take(Chunk.Kind.KEY_VERSION))).iterator();
    }

    private Superseded superseded(long[] versions) {
      int width = Chunk.Kind.KEY_VERSION.width();
      LongTable latest = new LongTable(versions.length / width);
      BitSet withFresh = new BitSet();
      for (int at = 0; at < versions.length; at += width) {
        int best = latest.putIfAbsent(versions[at], at);
        if (best != LongTable.ABSENT && versions[best + 1] < versions[at + 1]) {
          latest.put(versions[at], at);
        }
      }
      for (int at = 0; at < versions.length; at += width) {
        if (order.value().fresh(DeliveryOrder.rankOf(versions[at + 1]))) {
          withFresh.set(latest.get(versions[at]));
        }
      }
      Superseded superseded = new Superseded();
      for (int at = 0; at < versions.length; at += width) {
        int best = latest.get(versions[at]);
        if (best != at) {
          superseded.add(versions[at + 1]);
        }
        if (withFresh.get(best)) {
          superseded.touch(versions[at + 2]);
        }
      }
      return superseded;
    }
  }
}
