package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;

/**
 * The order in which deliveries supersede each other, as ranks: a row's version is (rank, line).
 * Goes to executors.
 */
final class DeliveryOrder implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The rank of a delivery that no longer counts. */
  static final int NOT_STANDING = -1;

  private static final int LINE_BITS = 36;

  private final int[] rankOfNumber;
  private final int[] numberOfRank;
  private final Feed[] feedOfRank;
  private final int curatedThrough;

  private DeliveryOrder(
      int[] rankOfNumber, int[] numberOfRank, Feed[] feedOfRank, int curatedThrough) {
    this.rankOfNumber = rankOfNumber;
    this.numberOfRank = numberOfRank;
    this.feedOfRank = feedOfRank;
    this.curatedThrough = curatedThrough;
  }

  /**
   * The order of a ledger's standing deliveries.
   *
   * @param curatedThrough the last delivery that was curated before; later ones are fresh
   */
  static DeliveryOrder of(Ledger ledger, int curatedThrough) {
    List<Delivery> ordered = ledger.byPrecedence();
    int last = ledger.deliveries().stream().mapToInt(Delivery::number).max().orElse(0);
    int[] ranks = new int[last + 1];
    Arrays.fill(ranks, NOT_STANDING);
    int[] numbers = new int[ordered.size()];
    Feed[] feeds = new Feed[ordered.size()];
    for (int rank = 0; rank < numbers.length; rank++) {
      numbers[rank] = ordered.get(rank).number();
      ranks[numbers[rank]] = rank;
      feeds[rank] = ordered.get(rank).feed();
    }
    return new DeliveryOrder(ranks, numbers, feeds, curatedThrough);
  }

  /** The rank of a delivery, or {@link #NOT_STANDING}. */
  int rank(int delivery) {
    return rankOfNumber[delivery];
  }

  int number(int rank) {
    return numberOfRank[rank];
  }

  Feed feed(int rank) {
    return feedOfRank[rank];
  }

  /** Whether a delivery came after the last curation. */
  boolean fresh(int rank) {
    return numberOfRank[rank] > curatedThrough;
  }

  /** A number that is greater for the row that supersedes the other. */
  static long version(int rank, long line) {
    return ((long) rank << LINE_BITS) | line;
  }

  static int rankOf(long version) {
    return (int) (version >>> LINE_BITS);
  }

  static long lineOf(long version) {
    return version & ((1L << LINE_BITS) - 1);
  }
}
