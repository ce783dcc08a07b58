package org.throughline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.TaskCompletionListener;
import org.throughline.lake.TableFiles;

/** The rows of some parts of files, in batches. The memory of a batch is used again by the next. */
final class Batches implements Iterator<ColumnarBatch> {
  private final TableFiles table;
  private final Iterator<TableFiles.Part> parts;
  private final List<String> columns;
  private Optional<CloseableIterable<ColumnarBatch>> open = Optional.empty();
  private CloseableIterator<ColumnarBatch> batches = CloseableIterator.empty();

  Batches(TableFiles table, List<TableFiles.Part> parts, List<String> columns) {
    this.table = table;
    this.parts = parts.iterator();
    this.columns = columns;
    // a task that fails lets go of its buffers, too
    TaskCompletionListener atEnd = task -> close();
    Optional.ofNullable(TaskContext.get()).ifPresent(task -> task.addTaskCompletionListener(atEnd));
  }

  @Override
  public boolean hasNext() {
    while (!batches.hasNext()) {
      close();
      if (!parts.hasNext()) {
        return false;
      }
      CloseableIterable<ColumnarBatch> next = table.readBatches(parts.next(), columns);
      open = Optional.of(next);
      batches = next.iterator();
    }
    return true;
  }

  @Override
  public ColumnarBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no batch is left");
    }
    return batches.next();
  }

  private void close() {
    if (open.isPresent()) {
      try {
        batches.close();
        open.get().close();
      } catch (IOException e) {
        throw new UncheckedIOException("a data file cannot be closed", e);
      }
      open = Optional.empty();
      batches = CloseableIterator.empty();
    }
  }
}
