package org.throughline.flow;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.throughline.episode.Timeline;

/**
 * Current episodes, numbered in the order of the table {@code timelines}: by client, admission and
 * key. Goes to executors, so that a task can tell at once whose an event is and whether it is in
 * time.
 */
final class Roster implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Columns of codes, in the order of the table {@code timelines}. */
  static final List<String> CODED =
      List.of(
          "discharge_reason",
          "prior_care",
          "age_group",
          "sex",
          "primary_substance",
          "medication",
          "daily_role");

  private final RosterRows rows;
  private final int[] rowOfNumber;
  private final LongTable numberOfEpisode;
  private final int[] admitted;
  private final int[] discharged;

  private Roster(RosterRows rows, int[] rowOfNumber) {
    this.rows = rows;
    this.rowOfNumber = rowOfNumber;
    numberOfEpisode = new LongTable(rowOfNumber.length);
    admitted = new int[rowOfNumber.length];
    discharged = new int[rowOfNumber.length];
    for (int number = 0; number < rowOfNumber.length; number++) {
      numberOfEpisode.putIfAbsent(episode(number), number);
      admitted[number] = rows.number(rowOfNumber[number], RosterRows.ADMITTED);
      discharged[number] = rows.number(rowOfNumber[number], RosterRows.DISCHARGED);
    }
  }

  /** Numbers the episodes that are not withdrawn. */
  static Roster of(RosterRows rows) {
    return new Roster(rows, RosterOrder.of(rows));
  }

  int size() {
    return rowOfNumber.length;
  }

  /** The number of an episode, or {@link LongTable#ABSENT}. */
  int number(long episodeKey) {
    return numberOfEpisode.get(episodeKey);
  }

  /** The numbers of a column of episode keys. */
  void numbers(ColumnVector episodes, int rows, int[] numbers) {
    long last = 0;
    int number = LongTable.ABSENT;
    boolean known = false;
    for (int i = 0; i < rows; i++) {
      if (episodes.isNullAt(i)) {
        numbers[i] = LongTable.ABSENT;
        continue;
      }
      long key = episodes.getLong(i);
      if (key != last || !known) {
        number = numberOfEpisode.get(key);
        last = key;
        known = true;
      }
      numbers[i] = number;
    }
  }

  long episode(int number) {
    return rows.at(rowOfNumber[number], RosterRows.EPISODE);
  }

  long client(int number) {
    return rows.at(rowOfNumber[number], RosterRows.CLIENT);
  }

  /** The rank of the delivery that the current row came with. */
  int rank(int number) {
    return DeliveryOrder.rankOf(rows.at(rowOfNumber[number], RosterRows.VERSION));
  }

  /** Days since 1970-01-01. */
  int admitted(int number) {
    return admitted[number];
  }

  /** Days since 1970-01-01, or {@link Timeline#OPEN}. */
  int discharged(int number) {
    return discharged[number];
  }

  String site(int number) {
    return rows.name(rows.number(rowOfNumber[number], RosterRows.SITE));
  }

  String tier(int number) {
    return rows.name(rows.number(rowOfNumber[number], RosterRows.TIER));
  }

  /** The index of a code in a column of {@link #CODED}, or {@link CodeReader#BLANK}. */
  int code(int number, int column) {
    return rows.number(rowOfNumber[number], RosterRows.FIRST_CODE + column);
  }

  /** Codes of all sites, in order. */
  List<String> sites() {
    TreeSet<String> sites = new TreeSet<>();
    for (int number = 0; number < size(); number++) {
      sites.add(site(number));
    }
    return List.copyOf(sites);
  }

  /** Episodes whose current row came with a fresh delivery. */
  BitSet fresh(DeliveryOrder order) {
    BitSet fresh = new BitSet(size());
    for (int number = 0; number < size(); number++) {
      if (order.fresh(rank(number))) {
        fresh.set(number);
      }
    }
    return fresh;
  }

  /**
   * Parts the numbers into ranges of about one size that never part a client.
   *
   * @return first numbers of the ranges, and the number of episodes at the end
   */
  int[] ranges(int parts) {
    int[] starts = new int[parts + 1];
    starts[parts] = size();
    for (int part = 1; part < parts; part++) {
      int start = Math.max(starts[part - 1], (int) ((long) size() * part / parts));
      while (start > 0 && start < size() && client(start) == client(start - 1)) {
        start++;
      }
      starts[part] = start;
    }
    return starts;
  }

  /** Episodes that begin before an earlier one of the same client at the same site has ended. */
  long overlapping() {
    long overlapping = 0;
    for (int number = 1; number < size(); number++) {
      for (int earlier = number - 1; earlier >= 0 && client(earlier) == client(number); earlier--) {
        if (discharged(earlier) > admitted(number) && site(earlier).equals(site(number))) {
          overlapping++;
          break;
        }
      }
    }
    return overlapping;
  }
}
