package org.throughline.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Who was at risk, failed, left and entered at each whole time index 0…T: all that survival
 * analysis needs to know of a group. An index is a day, or half a day where that is needed.
 *
 * <p>At one index the order is: events, then censorings, then entries. So whoever is censored on
 * the day of an event was at risk at it, and whoever joins on that day was not. Immutable.
 */
public final class RiskTable {

  private final long initial;
  private final long[] joined;
  private final long[][] eventsByCause;
  private final long[] events;
  private final long[] censored;

  /** One longer than the others: what is left after the last index. */
  private final long[] atRisk;

  /**
   * @param initial at risk at index 0, before its events
   * @param joined by index, those who enter the risk set just after it: at risk from the next on
   * @param eventsByCause by cause and index, events; at least one cause
   * @param censored by index, those who leave after its events without one: end of follow-up, or a
   *     move to another group
   * @throws IllegalArgumentException if lengths differ, a count is negative, or more leave at an
   *     index than were at risk at it
   */
  public RiskTable(long initial, long[] joined, long[][] eventsByCause, long[] censored) {
    this.initial = initial;
    this.joined = joined.clone();
    this.censored = censored.clone();
    this.eventsByCause = Arrays.stream(eventsByCause).map(long[]::clone).toArray(long[][]::new);
    requireShape();
    this.events = new long[joined.length];
    this.atRisk = new long[joined.length + 1];
    atRisk[0] = initial;
    for (int t = 0; t < joined.length; t++) {
      for (long[] ofCause : this.eventsByCause) {
        events[t] = Math.addExact(events[t], ofCause[t]);
      }
      long leaving = Math.addExact(events[t], this.censored[t]);
      if (leaving > atRisk[t]) {
        throw new IllegalArgumentException(
            "at index %d %d leave (%d events, %d censored) but only %d are at risk"
                .formatted(t, leaving, events[t], this.censored[t], atRisk[t]));
      }
      atRisk[t + 1] = Math.addExact(atRisk[t] - leaving, this.joined[t]);
    }
  }

  private void requireShape() {
    if (joined.length == 0 || eventsByCause.length == 0) {
      throw new IllegalArgumentException("a risk table needs at least one index and one cause");
    }
    if (initial < 0) {
      throw new IllegalArgumentException("initial count is negative: " + initial);
    }
    requireCounts("joined", joined);
    requireCounts("censored", censored);
    for (int cause = 0; cause < eventsByCause.length; cause++) {
      requireCounts("events of cause " + cause, eventsByCause[cause]);
    }
  }

  private void requireCounts(String what, long[] counts) {
    if (counts.length != joined.length) {
      throw new IllegalArgumentException(
          "%s: %d indices, but joined has %d".formatted(what, counts.length, joined.length));
    }
    for (int t = 0; t < counts.length; t++) {
      if (counts[t] < 0) {
        throw new IllegalArgumentException(
            "%s at index %d is negative: %d".formatted(what, t, counts[t]));
      }
    }
  }

  /** Number of indices, T + 1. */
  public int length() {
    return joined.length;
  }

  /** Number of causes. */
  public int causes() {
    return eventsByCause.length;
  }

  /** At risk at an index before its events; at {@link #length()}, those left after the last. */
  public long atRisk(int t) {
    return atRisk[t];
  }

  /** Events of any cause at an index. */
  public long events(int t) {
    return events[t];
  }

  /** Events of one cause, counted from 0, at an index. */
  public long events(int cause, int t) {
    requireCause(cause);
    return eventsByCause[cause][t];
  }

  /** Those who left after the events of an index without one. */
  public long censored(int t) {
    return censored[t];
  }

  /** Those who entered the risk set just after an index. */
  public long joined(int t) {
    return joined[t];
  }

  /** All who were ever in the risk set. */
  public long entered() {
    return initial + Arrays.stream(joined).sum();
  }

  /** Events of any cause over all indices. */
  public long totalEvents() {
    return Arrays.stream(events).sum();
  }

  /** Events of one cause over all indices. */
  public long totalEvents(int cause) {
    requireCause(cause);
    return Arrays.stream(eventsByCause[cause]).sum();
  }

  /** Whether anything changes at or just after an index: an event, a censoring, an entry. */
  boolean changesAt(int t) {
    return events[t] > 0 || censored[t] > 0 || joined[t] > 0;
  }

  /**
   * The first index at which at least so many are at risk: where the Simon–Makuch curve of a group
   * that fills up over time begins.
   */
  public OptionalInt startingWhereAtRisk(long atLeast) {
    for (int t = 0; t < length(); t++) {
      if (atRisk[t] >= atLeast) {
        return OptionalInt.of(t);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The same table given that one is still in the risk set at index {@code t}: indices keep their
   * meaning, nothing happens before {@code t}, and whoever is at risk at {@code t} entered just
   * before it.
   */
  public RiskTable from(int t) {
    requireIndex(t);
    if (t == 0) {
      return this;
    }
    long[] entries = withoutBefore(joined, t);
    entries[t - 1] = atRisk[t];
    long[][] later =
        Arrays.stream(eventsByCause).map(c -> withoutBefore(c, t)).toArray(long[][]::new);
    return new RiskTable(0, entries, later, withoutBefore(censored, t));
  }

  /**
   * The table of both groups together.
   *
   * @throws IllegalArgumentException if lengths or numbers of causes differ
   */
  public RiskTable plus(RiskTable other) {
    if (other.length() != length() || other.causes() != causes()) {
      throw new IllegalArgumentException(
          "cannot add a table of %d indices and %d causes to one of %d and %d"
              .formatted(other.length(), other.causes(), length(), causes()));
    }
    long[][] both = new long[causes()][];
    for (int cause = 0; cause < both.length; cause++) {
      both[cause] = sum(eventsByCause[cause], other.eventsByCause[cause]);
    }
    return new RiskTable(
        Math.addExact(initial, other.initial),
        sum(joined, other.joined),
        both,
        sum(censored, other.censored));
  }

  void requireCause(int cause) {
    if (cause < 0 || cause >= eventsByCause.length) {
      throw new IllegalArgumentException(
          "no cause %d: the table has %d".formatted(cause, eventsByCause.length));
    }
  }

  void requireIndex(int t) {
    if (t < 0 || t >= length()) {
      throw new IllegalArgumentException(
          "no index %d: the table has 0 to %d".formatted(t, length() - 1));
    }
  }

  private static long[] withoutBefore(long[] counts, int t) {
    long[] later = counts.clone();
    Arrays.fill(later, 0, t, 0);
    return later;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] both = new long[a.length];
    Arrays.setAll(both, t -> Math.addExact(a[t], b[t]));
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RiskTable that
        && initial == that.initial
        && Arrays.equals(joined, that.joined)
        && Arrays.deepEquals(eventsByCause, that.eventsByCause)
        && Arrays.equals(censored, that.censored);
  }

  @Override
  public int hashCode() {
    int hash = 31 * Long.hashCode(initial) + Arrays.hashCode(joined);
    return 31 * (31 * hash + Arrays.deepHashCode(eventsByCause)) + Arrays.hashCode(censored);
  }

  @Override
  public String toString() {
    return "RiskTable[entered=%d, indices=%d, causes=%d, events=%d]"
        .formatted(entered(), length(), causes(), totalEvents());
  }
}
