package org.throughline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.feed.Feed;
import org.throughline.lake.Lake;
import org.throughline.lake.TableFiles;

/**
 * Reads row tables column by column in batches, past Spark's planner and without an object for each
 * row.
 */
final class RowScan {
  private static final long MOST_BYTES_OF_A_TASK = 64L << 20;
  private static final long OPENING = 1L << 16;
  private static final int TASKS_OF_A_CORE = 4;

  private final JavaSparkContext context;
  private final Lake lake;

  RowScan(JavaSparkContext context, Lake lake) {
    this.context = context;
    this.lake = lake;
  }

  /** Some columns of all versions of a feed's rows; valid until the next batch. */
  JavaRDD<ColumnarBatch> all(Feed feed, String... columns) {
    return read(feed, Expressions.alwaysTrue(), columns);
  }

  /** The same of files with deliveries after a number; rows of earlier ones may be among them. */
  JavaRDD<ColumnarBatch> after(int delivery, Feed feed, String... columns) {
    return read(feed, Expressions.greaterThan("delivery", delivery), columns);
  }

  private JavaRDD<ColumnarBatch> read(Feed feed, Expression filter, String... columns) {
    Table table = lake.table(feed);
    List<List<TableFiles.Part>> tasks = tasks(parts(table, filter));
    return tasks.isEmpty()
        ? context.emptyRDD()
        : context
            .parallelize(tasks, tasks.size())
            .mapPartitions(new Read(new TableFiles(table), List.of(columns)));
  }

  private static List<TableFiles.Part> parts(Table table, Expression filter) {
    List<TableFiles.Part> parts = new ArrayList<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().filter(filter).planFiles()) {
      for (FileScanTask file : files) {
        for (FileScanTask part : file.split(MOST_BYTES_OF_A_TASK)) {
          parts.add(new TableFiles.Part(part.file().location(), part.start(), part.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + table.name() + " cannot be read", e);
    }
    return parts;
  }

  /** Parts of files to tasks of about one size, the large ones first. */
  private List<List<TableFiles.Part>> tasks(List<TableFiles.Part> parts) {
    long bytes = parts.stream().mapToLong(part -> part.length() + OPENING).sum();
    long share =
        Math.min(
            MOST_BYTES_OF_A_TASK,
            bytes / ((long) TASKS_OF_A_CORE * context.defaultParallelism()) + 1);
    parts.sort(
        Comparator.comparingLong((TableFiles.Part part) -> -part.length())
            .thenComparing(TableFiles.Part::path)
            .thenComparingLong(TableFiles.Part::start));
    List<List<TableFiles.Part>> tasks = new ArrayList<>();
    List<TableFiles.Part> next = new ArrayList<>();
    long taken = 0;
    for (TableFiles.Part part : parts) {
      if (taken + part.length() > share && !next.isEmpty()) {
        tasks.add(next);
        next = new ArrayList<>();
        taken = 0;
      }
      next.add(part);
      taken += part.length() + OPENING;
    }
    if (!next.isEmpty()) {
      tasks.add(next);
    }
    return tasks;
  }

  /** Reads the parts of a task, one after the other. */
  private record Read(TableFiles table, List<String> columns)
      implements FlatMapFunction<Iterator<List<TableFiles.Part>>, ColumnarBatch> {
    @Override
    public Iterator<ColumnarBatch> call(Iterator<List<TableFiles.Part>> tasks) {
      return new Batches(table, tasks.next(), columns);
    }
  }
}
