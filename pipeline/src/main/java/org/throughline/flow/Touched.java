package org.throughline.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.Feed;
import org.throughline.lake.Ledger;

/** Finds the episodes that gain or lose a row by fresh deliveries. */
final class Touched {
  private static final int MOST_FRESH_KEYS = 4_000_000;

  private final JavaSparkContext context;
  private final RowScan scan;
  private final Roster roster;
  private final Broadcast<DeliveryOrder> order;
  private final Broadcast<KeyBits.Marks> marks;

  /**
   * @param marks which row keys may come more than once
   */
  Touched(
      JavaSparkContext context,
      RowScan scan,
      Roster roster,
      Broadcast<DeliveryOrder> order,
      Broadcast<KeyBits.Marks> marks) {
    this.context = context;
    this.scan = scan;
    this.roster = roster;
    this.order = order;
    this.marks = marks;
  }

  /** What fresh rows name: episodes, and those of their own keys that may have come before. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Named(long[] episodes, long[] keys) implements Serializable {}

  /** All episodes of the roster. */
  static BitSet all(Roster roster) {
    BitSet all = new BitSet(roster.size());
    all.set(0, roster.size());
    return all;
  }

  /**
   * Episodes whose roster row is fresh, those that fresh rows name, and those that lose a row to a
   * fresh one. All of them where so many keys come again that nearly all would be.
   *
   * @param through number of the last delivery that is not fresh
   */
  BitSet by(Ledger ledger, int through) {
    BitSet touched = roster.fresh(order.value());
    LongTable keys = new LongTable(1024);
    for (Feed feed : eventFeeds(ledger, through)) {
      PartitionResults.forEach(
          scan.after(through, feed, columns(feed)).mapPartitions(new Fresh(through, order, marks)),
          named -> {
            add(named.episodes(), touched);
            for (int i = 0; i < named.keys().length && keys.size() <= MOST_FRESH_KEYS; i++) {
              keys.putIfAbsent(named.keys()[i], 0);
            }
          });
    }
    if (keys.size() > MOST_FRESH_KEYS) {
      return all(roster);
    }
    if (keys.size() > 0) {
      addLosers(ledger, keys, touched);
    }
    return touched;
  }

  private static List<Feed> eventFeeds(Ledger ledger, int after) {
    List<Feed> feeds = new ArrayList<>();
    for (Feed feed : Feed.values()) {
      if (feed != Feed.EPISODES
          && ledger.deliveries().stream()
              .anyMatch(delivery -> delivery.feed() == feed && delivery.number() > after)) {
        feeds.add(feed);
      }
    }
    return feeds;
  }

  /** Row key, episode key, delivery. */
  private static String[] columns(Feed feed) {
    return Arrays.copyOf(EventScan.columns(feed), 3);
  }

  /** Reads what fresh rows name. */
  private record Fresh(int through, Broadcast<DeliveryOrder> order, Broadcast<KeyBits.Marks> marks)
      implements FlatMapFunction<Iterator<ColumnarBatch>, Named> {
    @Override
    public Iterator<Named> call(Iterator<ColumnarBatch> batches) {
      LongTable episodes = new LongTable(1024);
      LongTable keys = new LongTable(1024);
      Longs ofBatch = new Longs();
      while (batches.hasNext()) {
        ColumnarBatch batch = batches.next();
        ColumnVector episode = batch.column(1);
        ColumnVector delivery = batch.column(2);
        for (int i = 0; i < batch.numRows(); i++) {
          if (delivery.getInt(i) > through && !episode.isNullAt(i)) {
            episodes.putIfAbsent(episode.getLong(i), 0);
          }
        }
        long[] all = ofBatch.of(batch.column(0), batch.numRows());
        int[] at = new int[batch.numRows() + 1];
        int picked = marks.value().pick(all, batch.numRows(), at);
        for (int i = 0; i < picked; i++) {
          int number = delivery.getInt(at[i]);
          if (number > through && order.value().rank(number) != DeliveryOrder.NOT_STANDING) {
            keys.putIfAbsent(all[at[i]], 0);
          }
        }
      }
      return List.of(new Named(episodes.keys(), keys.keys())).iterator();
    }
  }

  /** Adds the episodes of all standing rows that have one of some keys. */
  private void addLosers(Ledger ledger, LongTable keys, BitSet touched) {
    Broadcast<LongTable> fresh = context.broadcast(keys);
    for (Feed feed : eventFeeds(ledger, 0)) {
      PartitionResults.forEach(
          scan.all(feed, columns(feed)).mapPartitions(new Losing(fresh, order)),
          episodes -> add(episodes, touched));
    }
    fresh.destroy();
  }

  /** Reads the episodes of all standing rows that have one of some keys. */
  private record Losing(Broadcast<LongTable> keys, Broadcast<DeliveryOrder> order)
      implements FlatMapFunction<Iterator<ColumnarBatch>, long[]> {
    @Override
    public Iterator<long[]> call(Iterator<ColumnarBatch> batches) {
      LongTable episodes = new LongTable(1024);
      LongTable wanted = keys.value();
      while (batches.hasNext()) {
        ColumnarBatch batch = batches.next();
        ColumnVector key = batch.column(0);
        ColumnVector episode = batch.column(1);
        for (int i = 0; i < batch.numRows(); i++) {
          if (wanted.contains(key.getLong(i))
              && !episode.isNullAt(i)
              && order.value().rank(batch.column(2).getInt(i)) != DeliveryOrder.NOT_STANDING) {
            episodes.putIfAbsent(episode.getLong(i), 0);
          }
        }
      }
      return List.of(episodes.keys()).iterator();
    }
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
