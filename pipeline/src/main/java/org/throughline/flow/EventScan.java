package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;
import scala.Tuple2;

/**
 * Applies the rules that need a row's episode, and sends events, a few bytes each, to the range of
 * the roster that their episode is in. Rows set aside travel with the events, so that a task that
 * runs twice counts once.
 *
 * <p>A row whose key may come more than once is sent on with its version, and the key with it to
 * where all versions of the key meet: which of them stands is told to the ranges afterwards, and no
 * row need be read twice.
 */
final class EventScan implements PairFlatMapFunction<Iterator<ColumnarBatch>, Integer, Chunk> {
  private static final long serialVersionUID = 1L;

  private final Feed feed;
  private final Shared shared;

  /**
   * What all tasks need.
   *
   * @param roster current episodes
   * @param order of deliveries
   * @param marks which row keys may come more than once
   * @param touched episodes whose timelines are built anew
   * @param ranges first numbers of the ranges of the roster
   * @param keyPartitions in how many parts keys are compared
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Shared(
      Broadcast<Roster> roster,
      Broadcast<DeliveryOrder> order,
      Broadcast<KeyBits.Marks> marks,
      Broadcast<BitSet> touched,
      int[] ranges,
      int keyPartitions)
      implements Serializable {

    /** Of the roster; they are the first partitions, and those of keys come after. */
    int rangeCount() {
      return ranges.length - 1;
    }

    int partitions() {
      return rangeCount() + keyPartitions;
    }

    private int partitionOf(long rowKey) {
      return rangeCount()
          + (int) Long.remainderUnsigned(LongTable.mix(rowKey) >>> 20, keyPartitions);
    }
  }

  EventScan(Feed feed, Shared shared) {
    this.feed = feed;
    this.shared = shared;
  }

  @Override
  public Iterator<Tuple2<Integer, Chunk>> call(Iterator<ColumnarBatch> batches) {
    Outbox outbox = new Outbox(shared.partitions());
    Work work = new Work(shared, feed, outbox);
    return new ChunkIterator(batches, work::read, outbox);
  }

  /** The columns to read: those that all feeds have, and the feed's own. */
  static String[] columns(Feed feed) {
    String[] common = {
      feed.columns().get(0).name().replaceFirst("_id$", "_key"),
      "episode_key",
      "delivery",
      "line",
      "row_deleted"
    };
    String[] own = EventPacker.columns(feed);
    String[] all = Arrays.copyOf(common, common.length + own.length);
    System.arraycopy(own, 0, all, common.length, own.length);
    return all;
  }

  /** The state of one task. */
  private static final class Work {
    private final Roster roster;
    private final DeliveryOrder order;
    private final KeyBits.Marks marks;
    private final BitSet touched;
    private final int[] ranges;
    private final Shared shared;
    private final Outbox outbox;
    private final EventPacker sure;
    private final EventPacker doubtful;
    private final Longs keys = new Longs();
    private int[] numbers = {};
    private int[] picked = {};
    private int lastRange;

    Work(Shared shared, Feed feed, Outbox outbox) {
      roster = shared.roster().value();
      order = shared.order().value();
      marks = shared.marks().value();
      touched = shared.touched().value();
      ranges = shared.ranges();
      this.shared = shared;
      this.outbox = outbox;
      sure = EventPacker.of(feed, outbox);
      doubtful = EventPacker.ofDoubtful(feed, outbox);
    }

    void read(ColumnarBatch batch) {
      int rows = batch.numRows();
      if (numbers.length < rows) {
        numbers = new int[rows];
        picked = new int[rows + 1];
      }
      roster.numbers(batch.column(1), rows, numbers);
      int doubts = marks.pick(keys.of(batch.column(0), rows), rows, picked);
      int doubt = 0;
      for (int i = 0; i < rows; i++) {
        if (doubt < doubts && picked[doubt] == i) {
          doubt++;
          read(batch.getRow(i), numbers[i], doubtful);
        } else {
          read(batch.getRow(i), numbers[i], sure);
        }
      }
    }

    @SuppressWarnings("ReferenceEquality") // one of the two
    private void read(InternalRow row, int number, EventPacker packer) {
      int rank = order.rank(row.getInt(2));
      if (rank == DeliveryOrder.NOT_STANDING) {
        return;
      }
      long version = DeliveryOrder.version(rank, row.getLong(3));
      if (packer == doubtful) {
        long key = row.getLong(0);
        outbox.add(Chunk.Kind.KEY_VERSION, shared.partitionOf(key), key, version);
      }
      if (row.getBoolean(4)) {
        return;
      }
      if (number == LongTable.ABSENT) {
        setAside(row, version, Rule.HELD);
        return;
      }
      int on = row.getInt(EventPacker.DAY);
      int admitted = roster.admitted(number);
      long day = (long) on - admitted;
      if (day < Timeline.EARLIEST_DAY) {
        setAside(row, version, Rule.BEFORE_ADMISSION);
      } else if (day > Rule.LAST_DAY) {
        setAside(row, version, Rule.OUT_OF_RANGE);
      } else if (packer.endsWithCare()
          && on - (long) roster.discharged(number) > Rule.DAYS_AFTER_DISCHARGE) {
        setAside(row, version, Rule.AFTER_DISCHARGE);
      } else if (packer.wanted(touched.get(number))) {
        if (number < ranges[lastRange] || number >= ranges[lastRange + 1]) {
          lastRange = range(number);
        }
        packer.pack(row, lastRange, number - ranges[lastRange], (int) day, admitted, version);
      }
    }

    private int range(int number) {
      int low = 0;
      int high = ranges.length - 1;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (ranges[middle] <= number) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private void setAside(InternalRow row, long version, Rule rule) {
      long key = row.getLong(0);
      int partition = (int) Long.remainderUnsigned(LongTable.mix(key), shared.rangeCount());
      outbox.add(Chunk.Kind.SET_ASIDE, partition, version, (long) rule.number(), key);
    }
  }
}
