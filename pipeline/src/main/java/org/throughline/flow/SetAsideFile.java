package org.throughline.flow;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.throughline.feed.Feed;
import org.throughline.lake.TableFiles;

/** Writes rows set aside to a data file of the table {@code set_aside_rows}, and counts them. */
final class SetAsideFile implements Closeable {
  private final TaskFiles file;
  private final DeliveryOrder order;
  private long[][] counts = new long[16][];

  SetAsideFile(TableFiles table, DeliveryOrder order) {
    file = new TaskFiles(table);
    this.order = order;
  }

  /** Writes records of {@link Chunk.Kind#SET_ASIDE}. */
  void add(long[] records) {
    for (int at = 0; at < records.length; at += Chunk.Kind.SET_ASIDE.width()) {
      add(records[at], Rule.of((int) records[at + 1]), records[at + 2]);
    }
  }

  void add(long version, Rule rule, long rowKey) {
    int rank = DeliveryOrder.rankOf(version);
    Feed feed = order.feed(rank);
    count(rank, rule);
    file.write(
        new GenericInternalRow(
            new Object[] {
              order.number(rank),
              UTF8String.fromString(feed.code()),
              DeliveryOrder.lineOf(version),
              rowKey,
              UTF8String.fromString(rule.status()),
              UTF8String.fromString(rule.reason()),
              UTF8String.fromString(rule.column(feed))
            }));
  }

  private void count(int rank, Rule rule) {
    if (rank >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(rank + 1, counts.length * 2));
    }
    if (counts[rank] == null) {
      counts[rank] = new long[Rule.values().length];
    }
    counts[rank][rule.number()]++;
  }

  /** Rank, rule and count of the rows that were written, one after the other. */
  long[] counts() {
    long[] flat = new long[counts.length * Rule.values().length * BuiltRange.WIDTH];
    int end = 0;
    for (int rank = 0; rank < counts.length; rank++) {
      for (int rule = 0; counts[rank] != null && rule < counts[rank].length; rule++) {
        if (counts[rank][rule] > 0) {
          flat[end++] = rank;
          flat[end++] = rule;
          flat[end++] = counts[rank][rule];
        }
      }
    }
    return Arrays.copyOf(flat, end);
  }

  /** Ends the file; none where no row came. */
  List<DataFile> finish() throws IOException {
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
