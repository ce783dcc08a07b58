package org.throughline.flow;

import java.util.Arrays;
import org.apache.iceberg.Snapshot;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.throughline.feed.Feed;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;

/** Reads row tables column by column, without an object for each row. */
final class RowScan {
  private final SparkSession spark;
  private final Lake lake;

  RowScan(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Some columns of all versions of a feed's rows; a row is filled anew for the next one. */
  JavaRDD<InternalRow> all(Feed feed, String... columns) {
    return select(rows(feed), columns);
  }

  /** The same, of deliveries after a number. */
  JavaRDD<InternalRow> after(int delivery, Feed feed, String... columns) {
    return select(rows(feed).where(functions.col("delivery").gt(delivery)), columns);
  }

  private Dataset<Row> rows(Feed feed) {
    Snapshot snapshot = lake.table(feed).currentSnapshot();
    return spark
        .read()
        .option("versionAsOf", snapshot.snapshotId())
        .table(lake.sparkName(LakeTable.of(feed)));
  }

  private static JavaRDD<InternalRow> select(Dataset<Row> rows, String... columns) {
    Column[] selected = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
    return rows.select(selected).queryExecution().toRdd().toJavaRDD();
  }
}
