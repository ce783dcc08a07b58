package org.throughline.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of the episodes that are not withdrawn: by client, admission and key. Clients are
 * sorted as bare numbers, and the few episodes of each beside each other.
 */
final class RosterOrder {
  private final RosterRows rows;
  private final int[] order;

  private RosterOrder(RosterRows rows, int size) {
    this.rows = rows;
    order = new int[size];
  }

  /** Rows of the roster in order. */
  static int[] of(RosterRows rows) {
    int[] standing =
        IntStream.range(0, rows.size())
            .filter(row -> rows.number(row, RosterRows.WITHDRAWN) == 0)
            .toArray();
    RosterOrder sorting = new RosterOrder(rows, standing.length);
    sorting.sort(standing);
    return sorting.order;
  }

  private void sort(int[] standing) {
    long[] clients =
        Arrays.stream(standing).mapToLong(row -> rows.at(row, RosterRows.CLIENT)).toArray();
    Arrays.sort(clients);
    LongTable firstPlaces = new LongTable(clients.length);
    for (int place = 0; place < clients.length; place++) {
      firstPlaces.putIfAbsent(clients[place], place);
    }
    int[] placed = new int[clients.length]; // at a client's first place: how many have theirs
    for (int row : standing) {
      int first = firstPlaces.get(rows.at(row, RosterRows.CLIENT));
      order[first + placed[first]++] = row;
    }
    for (int first = 0; first < clients.length; first += placed[first]) {
      if (placed[first] > 1) {
        sortOfClient(first, first + placed[first]);
      }
    }
  }

  private void sortOfClient(int from, int to) {
    int[] sorted =
        Arrays.stream(order, from, to)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer row) -> rows.number(row, RosterRows.ADMITTED))
                    .thenComparingLong(row -> rows.at(row, RosterRows.EPISODE)))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }
}
