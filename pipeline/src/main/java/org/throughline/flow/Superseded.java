package org.throughline.flow;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows that a later row of the same key supersedes: for each delivery a compressed set of lines.
 * Small even where a source sends everything anew each month. Goes to executors.
 */
final class Superseded implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Integer, RoaringBitmap> linesOfRank = new HashMap<>();

  void add(long version) {
    linesOfRank
        .computeIfAbsent(DeliveryOrder.rankOf(version), any -> new RoaringBitmap())
        .add(line(DeliveryOrder.lineOf(version)));
  }

  void merge(Superseded other) {
    for (Map.Entry<Integer, RoaringBitmap> entry : other.linesOfRank.entrySet()) {
      linesOfRank.computeIfAbsent(entry.getKey(), any -> new RoaringBitmap()).or(entry.getValue());
    }
  }

  /** Makes it ready to be sent to executors. */
  void settle() {
    linesOfRank.values().forEach(RoaringBitmap::runOptimize);
  }

  /** The superseded lines of a delivery. */
  Lines lines(int rank) {
    return new Lines(linesOfRank.getOrDefault(rank, new RoaringBitmap()));
  }

  /**
   * Superseded lines beside lines that are asked for: these mostly rise, as rows lie in their
   * files, so that the next superseded one is all that must be looked at.
   */
  static final class Lines {
    private static final long BEFORE_FIRST = -1;

    private final RoaringBitmap lines;
    private PeekableIntIterator rest;
    private long next = BEFORE_FIRST;
    private long asked = BEFORE_FIRST;

    private Lines(RoaringBitmap lines) {
      this.lines = lines;
      rest = lines.getIntIterator();
    }

    boolean contains(long line) {
      if (line < asked) {
        rest = lines.getIntIterator();
        next = BEFORE_FIRST;
      }
      asked = line;
      if (next < line) {
        rest.advanceIfNeeded(line(line));
        next = rest.hasNext() ? Integer.toUnsignedLong(rest.next()) : Long.MAX_VALUE;
      }
      return next == line;
    }
  }

  // four thousand million lines: the set counts without a sign
  private static int line(long line) {
    if (line >>> 32 != 0) {
      throw new IllegalArgumentException("a file of more than 4,294,967,295 lines");
    }
    return (int) line;
  }
}
