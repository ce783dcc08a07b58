package org.throughline.flow;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.Feed;
import org.throughline.lake.Ledger;

/**
 * Finds the keys of event rows that may come more than once, so that of many rows only few are
 * compared; a source that sends everything anew each month has all of them compared.
 */
final class KeyLook {
  private static final long COMPARED_AT_ONCE = 1_000_000;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final RowScan scan;

  KeyLook(SparkSession spark, RowScan scan) {
    this.spark = spark;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.scan = scan;
  }

  /**
   * The keys to look at closely; all of them where there are few rows.
   *
   * @param rows accepted rows of event feeds
   */
  KeyBits.Marks marks(Ledger ledger, long rows) {
    long compared =
        Long.parseLong(spark.conf().get(Curate.COMPARED_ROWS, Long.toString(COMPARED_AT_ONCE)));
    return rows <= compared ? KeyBits.Marks.all() : look(feeds(ledger), rows).marks();
  }

  /** Event feeds that were ever delivered. */
  private static List<Feed> feeds(Ledger ledger) {
    return Arrays.stream(Feed.values())
        .filter(feed -> feed != Feed.EPISODES)
        .filter(feed -> ledger.deliveries().stream().anyMatch(delivery -> delivery.feed() == feed))
        .toList();
  }

  private KeyBits look(List<Feed> feeds, long rows) {
    int cores = context.defaultParallelism();
    JavaRDD<ColumnarBatch> keys = context.emptyRDD();
    for (Feed feed : feeds) {
      keys = keys.union(scan.all(feed, EventScan.columns(feed)[0]));
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
}
