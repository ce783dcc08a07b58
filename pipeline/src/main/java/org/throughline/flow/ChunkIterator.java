package org.throughline.flow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;

/** Reads batches of rows only as far as it takes to fill the next chunk. */
final class ChunkIterator implements Iterator<Tuple2<Integer, Chunk>> {
  private final Iterator<ColumnarBatch> batches;
  private final Consumer<ColumnarBatch> reader;
  private final Outbox outbox;
  private boolean finished;

  /**
   * @param reader puts records of a batch into the outbox
   */
  ChunkIterator(Iterator<ColumnarBatch> batches, Consumer<ColumnarBatch> reader, Outbox outbox) {
    this.batches = batches;
    this.reader = reader;
    this.outbox = outbox;
  }

  @Override
  public boolean hasNext() {
    while (outbox.full().isEmpty() && batches.hasNext()) {
      reader.accept(batches.next());
    }
    if (outbox.full().isEmpty() && !finished) {
      finished = true;
      outbox.finish();
    }
    return !outbox.full().isEmpty();
  }

  @Override
  public Tuple2<Integer, Chunk> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no chunk is left");
    }
    return outbox.full().remove();
  }
}
