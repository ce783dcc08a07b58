package org.throughline.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;

/**
 * Latest versions of roster rows, one per episode, in flat arrays: 80 bytes an episode. Pieces of
 * it, made by tasks, merge in any order to the same roster.
 */
final class RosterRows implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int EPISODE = 0;
  static final int CLIENT = 1;
  static final int VERSION = 2;
  static final int LONGS = 3;

  static final int WITHDRAWN = 0;
  static final int ADMITTED = 1;
  static final int DISCHARGED = 2;
  static final int SITE = 3;
  static final int TIER = 4;
  static final int FIRST_CODE = 5;
  static final int INTS = FIRST_CODE + Roster.CODED.size();

  private final LongTable index = new LongTable(1024);
  private final ArrayList<String> names = new ArrayList<>();
  private final HashMap<String, Integer> numberOfName = new HashMap<>();
  private long[] longs = new long[LONGS * 1024];
  private int[] ints = new int[INTS * 1024];
  private int size;

  int size() {
    return size;
  }

  long at(int row, int longColumn) {
    return longs[row * LONGS + longColumn];
  }

  int number(int row, int intColumn) {
    return ints[row * INTS + intColumn];
  }

  /** The site or tier whose number stands in a column. */
  String name(int number) {
    return names.get(number);
  }

  int numberOf(String name) {
    return numberOfName.computeIfAbsent(
        name,
        added -> {
          names.add(added);
          return names.size() - 1;
        });
  }

  /** Keeps a row unless a later version of its episode is there. */
  void offer(long[] rowLongs, int[] rowInts) {
    int row = index.putIfAbsent(rowLongs[EPISODE], size);
    if (row == LongTable.ABSENT) {
      row = size++;
      if (size * LONGS > longs.length) {
        longs = Arrays.copyOf(longs, longs.length * 2);
        ints = Arrays.copyOf(ints, ints.length * 2);
      }
    } else if (at(row, VERSION) >= rowLongs[VERSION]) {
      return;
    }
    System.arraycopy(rowLongs, 0, longs, row * LONGS, LONGS);
    System.arraycopy(rowInts, 0, ints, row * INTS, INTS);
  }

  /** Keeps the later version of each episode of both. */
  void merge(RosterRows other) {
    for (int row = 0; row < other.size; row++) {
      long[] rowLongs = Arrays.copyOfRange(other.longs, row * LONGS, (row + 1) * LONGS);
      int[] rowInts = Arrays.copyOfRange(other.ints, row * INTS, (row + 1) * INTS);
      rowInts[SITE] = numberOf(other.name(rowInts[SITE]));
      rowInts[TIER] = numberOf(other.name(rowInts[TIER]));
      offer(rowLongs, rowInts);
    }
  }
}
