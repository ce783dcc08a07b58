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
 * Picks a feed's current rows, applies the rules that need the row's episode, and sends events, a
 * few bytes each, to the range of the roster that their episode is in. Rows set aside travel with
 * the events, so that a task that runs twice counts once.
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
   * @param superseded rows that do not stand
   * @param touched episodes whose timelines are built anew
   * @param ranges first numbers of the ranges of the roster
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Shared(
      Broadcast<Roster> roster,
      Broadcast<DeliveryOrder> order,
      Broadcast<Superseded> superseded,
      Broadcast<BitSet> touched,
      int[] ranges)
      implements Serializable {

    int partitions() {
      return ranges.length - 1;
    }
  }

  EventScan(Feed feed, Shared shared) {
    this.feed = feed;
    this.shared = shared;
  }

  @Override
  public Iterator<Tuple2<Integer, Chunk>> call(Iterator<ColumnarBatch> batches) {
    Outbox outbox = new Outbox(shared.partitions());
    Work work = new Work(shared, EventPacker.of(feed, outbox));
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
    private final Superseded superseded;
    private final BitSet touched;
    private final int[] ranges;
    private final Shared shared;
    private final EventPacker packer;
    private int[] numbers = {};
    private int lastRank = DeliveryOrder.NOT_STANDING;
    private Superseded.Lines linesOfRank;
    private int lastRange;

    Work(Shared shared, EventPacker packer) {
      roster = shared.roster().value();
      order = shared.order().value();
      superseded = shared.superseded().value();
      linesOfRank = superseded.lines(lastRank);
      touched = shared.touched().value();
      ranges = shared.ranges();
      this.shared = shared;
      this.packer = packer;
    }

    void read(ColumnarBatch batch) {
      int rows = batch.numRows();
      if (numbers.length < rows) {
        numbers = new int[rows];
      }
      roster.numbers(batch.column(1), rows, numbers);
      for (int i = 0; i < rows; i++) {
        read(batch.getRow(i), numbers[i]);
      }
    }

    private void read(InternalRow row, int number) {
      int rank = order.rank(row.getInt(2));
      if (rank == DeliveryOrder.NOT_STANDING || row.getBoolean(4)) {
        return;
      }
      if (rank != lastRank) {
        lastRank = rank;
        linesOfRank = superseded.lines(rank);
      }
      long line = row.getLong(3);
      if (linesOfRank.contains(line)) {
        return;
      }
      long version = DeliveryOrder.version(rank, line);
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
      int partition = (int) Long.remainderUnsigned(LongTable.mix(key), shared.partitions());
      packer.outbox.add(Chunk.Kind.SET_ASIDE, partition, version, (long) rule.number(), key);
    }
  }
}
