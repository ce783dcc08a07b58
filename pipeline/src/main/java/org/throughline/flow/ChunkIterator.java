package org.throughline.flow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Reads rows only as far as it takes to fill the next chunk. */
final class ChunkIterator implements Iterator<Tuple2<Integer, Chunk>> {
  private final Iterator<InternalRow> rows;
  private final Consumer<InternalRow> reader;
  private final Outbox outbox;
  private final Runnable atEnd;
  private boolean finished;

  /**
   * @param reader puts records of a row into the outbox
   * @param atEnd puts in what is known only after the last row
   */
  ChunkIterator(
      Iterator<InternalRow> rows, Consumer<InternalRow> reader, Outbox outbox, Runnable atEnd) {
    this.rows = rows;
    this.reader = reader;
    this.outbox = outbox;
    this.atEnd = atEnd;
  }

  @Override
  public boolean hasNext() {
    while (outbox.full().isEmpty() && rows.hasNext()) {
      reader.accept(rows.next());
    }
    if (outbox.full().isEmpty() && !finished) {
      finished = true;
      atEnd.run();
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
