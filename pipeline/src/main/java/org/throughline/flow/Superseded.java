package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows that a later row of the same key supersedes: for each delivery a compressed set of lines.
 * Small even where a source sends everything anew each month. Goes to executors.
 */
final class Superseded implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Integer, RoaringBitmap> linesOfRank = new HashMap<>();
  private LongTable touched = new LongTable(16);

  void add(long version) {
    linesOfRank
        .computeIfAbsent(DeliveryOrder.rankOf(version), any -> new RoaringBitmap())
        .add(line(DeliveryOrder.lineOf(version)));
  }

  /** Notes an episode that may lose a row to a fresh one. */
  void touch(long episodeKey) {
    touched.putIfAbsent(episodeKey, 0);
  }

  /** Keys of episodes that may lose a row to a fresh one. */
  long[] touched() {
    return touched.keys();
  }

  void merge(Superseded other) {
    for (Map.Entry<Integer, RoaringBitmap> entry : other.linesOfRank.entrySet()) {
      linesOfRank.computeIfAbsent(entry.getKey(), any -> new RoaringBitmap()).or(entry.getValue());
    }
    Arrays.stream(other.touched()).forEach(this::touch);
  }

  /** Makes it ready to be sent to executors. */
  void settle() {
    linesOfRank.values().forEach(RoaringBitmap::runOptimize);
    touched = new LongTable(16);
  }

  /** The superseded lines of a delivery. */
  RoaringBitmap lines(int rank) {
    return linesOfRank.getOrDefault(rank, new RoaringBitmap());
  }

  static boolean contains(RoaringBitmap lines, long line) {
    return !lines.isEmpty() && lines.contains(line(line));
  }

  // four thousand million lines: the set counts without a sign
  private static int line(long line) {
    if (line >>> 32 != 0) {
      throw new IllegalArgumentException("a file of more than 4,294,967,295 lines");
    }
    return (int) line;
  }
}
