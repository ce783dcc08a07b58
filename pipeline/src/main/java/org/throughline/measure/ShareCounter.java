package org.throughline.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Slice, Slice> pairs = new HashMap<>();
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
        if (!slices[i].group().isEmpty()) {
          pairs(i);
        }
      }
    }
    used = 0;
  }

  /**
   * What must be added where two levels of a column, in both of which the client has units, are
   * taken together: the client is one then, and the squares are those of the sums.
   */
  private void pairs(int i) {
    for (int j = 0; j < i; j++) {
      if (below[j] > 0
          && slices[j].group().equals(slices[i].group())
          && Levels.canBePooled(slices[i])) {
        long[] sum = Tally.counter(tally, Levels.pair(slices[j], slices[i], pairs), LENGTH);
        sum[CLIENTS]--;
        sum[CLIENTS_ABOVE] -= above[i] > 0 && above[j] > 0 ? 1 : 0;
        sum[CLIENTS_REST] -= above[i] < below[i] && above[j] < below[j] ? 1 : 0;
        sum[SUM_YY] += 2 * above[i] * above[j];
        sum[SUM_YN] += above[i] * below[j] + above[j] * below[i];
        sum[SUM_NN] += 2 * below[i] * below[j];
      }
    }
  }
}
