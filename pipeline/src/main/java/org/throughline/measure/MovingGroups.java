package org.throughline.measure;

import java.util.List;
import org.throughline.episode.FamilyGroup;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Groups of involvement between which episodes move: who is at risk, has the event and is censored
 * before and after the first family contact. A first contact on day x makes a client involved on
 * (x, …], from the start if x is 0; a contact on the day on which follow-up ends comes too late.
 * Index 0 stands for time 0.5, at which same-day events happen, so who is involved from the start
 * is involved at it.
 */
final class MovingGroups {
  private final String entered;
  private final String joined;
  private final String moved;

  /**
   * @param prefix of all counters
   */
  MovingGroups(String prefix) {
    entered = prefix + "_entered";
    joined = prefix + "_joined";
    moved = prefix + "_moved";
  }

  /**
   * Counts an episode's time in the groups of its tier and over all tiers.
   *
   * @param contact day of the first family contact, or OPEN
   * @param end day on which follow-up ends
   * @param how counter of the way in which it ends
   */
  void count(Tally tally, String tier, int contact, int end, String how) {
    List<Slice> involved = tally.groups().family(tier, FamilyGroup.INVOLVED);
    if (contact == 0) {
      bump(tally, entered, involved, 0, 1);
      bump(tally, how, involved, end, tally.days());
      return;
    }
    List<Slice> notYet = tally.groups().family(tier, FamilyGroup.NOT_YET);
    bump(tally, entered, notYet, 0, 1);
    if (contact < end) {
      bump(tally, moved, notYet, contact, tally.days());
      bump(tally, joined, involved, contact, tally.days());
      bump(tally, how, involved, end, tally.days());
    } else {
      bump(tally, how, notYet, end, tally.days());
    }
  }

  private static void bump(Tally tally, String name, List<Slice> slices, int at, int length) {
    for (Slice slice : slices) {
      tally.counter(name, slice, length)[at]++;
    }
  }

  /** Counts the client in each group in which such an episode is ever at risk. */
  void distinct(ShareCounter clients, Tally tally, String tier, int contact, int end) {
    if (contact > 0) {
      clients.add(tally.groups().family(tier, FamilyGroup.NOT_YET), 1, 1);
    }
    if (contact == 0 || contact < end) {
      clients.add(tally.groups().family(tier, FamilyGroup.INVOLVED), 1, 1);
    }
  }

  /** Episodes that were in the group on day 0. */
  long fromTheStart(Counts counts, Slice slice) {
    return counts.at(entered, slice, 1)[0];
  }

  /**
   * The risk table of a group, {@code not_yet} or {@code involved}.
   *
   * @param causes counters of the events, in order
   * @param censored counter of follow-up that ends without one
   */
  RiskTable table(Counts counts, Slice slice, List<String> causes, String censored) {
    int days = counts.days();
    long[][] byCause = new long[causes.size()][];
    for (int cause = 0; cause < byCause.length; cause++) {
      byCause[cause] = counts.at(causes.get(cause), slice, days);
    }
    long[] leaving = counts.at(censored, slice, days);
    long[] movedOn = counts.at(moved, slice, days);
    for (int t = 0; t < days; t++) {
      leaving[t] += movedOn[t];
    }
    return new RiskTable(
        fromTheStart(counts, slice), counts.at(joined, slice, days), byCause, leaving);
  }
}
