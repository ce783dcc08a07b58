package org.throughline.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Check sums of a file's chunks, taken while their ends are found. */
final class ChunkSums {
  private final RowScan rows;
  private final CRC32C whole = new CRC32C();
  private final CRC32C open = new CRC32C();
  private final List<Integer> closed = new ArrayList<>();
  private long position;

  /**
   * @param position of the first byte that will come
   */
  ChunkSums(RowScan rows, long position) {
    this.rows = rows;
    this.position = position;
  }

  /** Takes bytes that the rows have just taken. */
  void take(byte[] bytes, int length) {
    whole.update(bytes, 0, length);
    List<Chunk> ends = rows.complete();
    int from = 0;
    while (closed.size() < ends.size()) {
      int to = (int) (ends.get(closed.size()).to() - position);
      open.update(bytes, from, to - from);
      closed.add((int) open.getValue());
      open.reset();
      from = to;
    }
    open.update(bytes, from, length - from);
    position += length;
  }

  int ofAll() {
    return (int) whole.getValue();
  }

  /** The chunks with their sums, after the last byte. */
  List<Chunk> chunks() {
    List<Chunk> chunks = rows.chunks();
    if (chunks.size() == 1) {
      return List.of(chunks.get(0).withSum(ofAll()));
    }
    List<Chunk> summed = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      summed.add(chunks.get(i).withSum(i < closed.size() ? closed.get(i) : (int) open.getValue()));
    }
    return summed;
  }
}
