package org.throughline.measure;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.throughline.figure.Slice;

/**
 * Gathers what one client adds to a share, by group, and then adds it to the tally: units above and
 * below the line, clients behind each cell, and the sums of squares that the clustered variance
 * needs.
 */
final class ShareCounter {
  static final int NUMERATOR = 0;
  static final int DENOMINATOR = 1;
  static final int CLIENTS = 2;
  static final int CLIENTS_ABOVE = 3;
  static final int CLIENTS_REST = 4;
  static final int SUM_YY = 5;
  static final int SUM_YN = 6;
  static final int SUM_NN = 7;
  static final int LENGTH = 8;

  private final IdentityHashMap<Slice, long[]> tally;
  private Slice[] slices = new Slice[16];
  private long[] above = new long[16];
  private long[] below = new long[16];
  private int used;

  /**
   * @param tally its counts by group
   */
  ShareCounter(IdentityHashMap<Slice, long[]> tally) {
    this.tally = tally;
  }

  /** Adds units of the client at hand. */
  @SuppressWarnings("ReferenceEquality") // Groups hands out one instance a slice
  void add(Slice slice, long numerator, long denominator) {
    int i = 0;
    while (i < used && slices[i] != slice) {
      i++;
    }
    if (i == used) {
      if (used == slices.length) {
        slices = Arrays.copyOf(slices, 2 * used);
        above = Arrays.copyOf(above, 2 * used);
        below = Arrays.copyOf(below, 2 * used);
      }
      slices[i] = slice;
      above[i] = 0;
      below[i] = 0;
      used++;
    }
    above[i] += numerator;
    below[i] += denominator;
  }

  void add(List<Slice> groups, long numerator, long denominator) {
    for (int i = 0; i < groups.size(); i++) {
      add(groups.get(i), numerator, denominator);
    }
  }

  /** Adds the client to the tally and is empty again. */
  void flush() {
    for (int i = 0; i < used; i++) {
      long y = above[i];
      long n = below[i];
      if (n > 0) {
        long[] sum = Tally.counter(tally, slices[i], LENGTH);
        sum[NUMERATOR] += y;
        sum[DENOMINATOR] += n;
        sum[CLIENTS]++;
        sum[CLIENTS_ABOVE] += y > 0 ? 1 : 0;
        sum[CLIENTS_REST] += y < n ? 1 : 0;
        sum[SUM_YY] += y * y;
        sum[SUM_YN] += y * n;
        sum[SUM_NN] += n * n;
      }
    }
    used = 0;
  }
}
