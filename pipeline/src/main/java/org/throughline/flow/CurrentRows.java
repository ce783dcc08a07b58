package org.throughline.flow;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;

/**
 * Finds the rows of event feeds that do not stand. Of many rows, only those whose key may come more
 * than once are compared; a source that sends everything anew each month has all of them compared.
 */
final class CurrentRows {
  private static final long COMPARED_AT_ONCE = 1_000_000;
  private static final long KEYS_OF_A_PARTITION = 2_000_000;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final RowScan scan;
  private final Broadcast<DeliveryOrder> order;

  CurrentRows(SparkSession spark, RowScan scan, Broadcast<DeliveryOrder> order) {
    this.spark = spark;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.scan = scan;
    this.order = order;
  }

  /**
   * The superseded rows, and the episodes that lose one to a fresh row.
   *
   * @param rows accepted rows of event feeds
   */
  Superseded superseded(Ledger ledger, long rows) {
    List<Feed> feeds =
        Arrays.stream(Feed.values())
            .filter(feed -> feed != Feed.EPISODES)
            .filter(
                feed ->
                    ledger.deliveries().stream()
                        .map(Delivery::feed)
                        .anyMatch(delivered -> delivered == feed))
            .toList();
    long compared =
        Long.parseLong(spark.conf().get(Curate.COMPARED_ROWS, Long.toString(COMPARED_AT_ONCE)));
    Broadcast<KeyBits.Marks> marked =
        context.broadcast(rows <= compared ? KeyBits.Marks.all() : look(feeds, rows).marks());
    int partitions = Math.toIntExact(rows / KEYS_OF_A_PARTITION + 1);
    JavaPairRDD<Integer, Chunk> versions = JavaPairRDD.fromJavaRDD(context.emptyRDD());
    for (Feed feed : feeds) {
      versions =
          versions.union(
              scan.all(feed, keyColumns(feed))
                  .mapPartitionsToPair(new KeyVersions.Send(order, marked, partitions)));
    }
    Superseded superseded = new Superseded();
    PartitionResults.forEach(
        versions
            .partitionBy(new ByNumber(partitions))
            .mapPartitions(new KeyVersions.Compare(order)),
        superseded::merge);
    marked.destroy();
    return superseded;
  }

  private KeyBits look(List<Feed> feeds, long rows) {
    int cores = context.defaultParallelism();
    JavaRDD<ColumnarBatch> keys = context.emptyRDD();
    for (Feed feed : feeds) {
      keys = keys.union(scan.all(feed, keyColumns(feed)[0]));
    }
    KeyBits all = KeyBits.sized(rows, cores);
    PartitionResults.forEach(
        keys.coalesce(cores).mapPartitions(found -> look(found, rows, cores)), all::merge);
    return all;
  }

  private static Iterator<KeyBits> look(Iterator<ColumnarBatch> batches, long rows, int tasks) {
    KeyBits bits = KeyBits.sized(rows, tasks);
    Longs keys = new Longs();
    while (batches.hasNext()) {
      ColumnarBatch batch = batches.next();
      bits.add(keys.of(batch.column(0), batch.numRows()), batch.numRows());
    }
    return List.of(bits).iterator();
  }

  private static String[] keyColumns(Feed feed) {
    return Arrays.copyOf(EventScan.columns(feed), 4);
  }
}
