package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.FamilyGroup;
import org.throughline.episode.Timeline;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Time-dependent involvement: who is at risk, exits and is censored before and after the first
 * family contact. A first contact on day x makes a client involved on (x, …], from the start if x
 * is 0; a contact on the day of exit comes too late. Index 0 stands for time 0.5, at which same-day
 * exits happen, so who is involved from the start is involved at it.
 */
final class Involvement implements Counting {
  /** All episodes of the cohort: for curves. */
  static final Involvement COHORT = new Involvement("involvement");

  /** Each client's first episode in the cohort: for tests. */
  static final Involvement FIRST_EPISODES = new Involvement("first_involvement");

  private final EndNames ends;
  private final String entered;
  private final String joined;
  private final String moved;
  private final String clients;

  private Involvement(String prefix) {
    ends = new EndNames(prefix);
    entered = prefix + "_entered";
    joined = prefix + "_joined";
    moved = prefix + "_moved";
    clients = prefix + "_clients";
  }

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    if (this == FIRST_EPISODES) {
      Optional<EpisodeOutcome> first = client.firstFollowed();
      first.ifPresent(episode -> count(episode, tally));
      return;
    }
    ShareCounter distinct = tally.share(clients);
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.followed()) {
        count(episode, tally);
        String tier = episode.timeline().tier();
        if (episode.firstFamilyDay() > 0) {
          distinct.add(tally.groups().family(tier, FamilyGroup.NOT_YET), 1, 1);
        }
        if (becomesInvolved(episode)) {
          distinct.add(tally.groups().family(tier, FamilyGroup.INVOLVED), 1, 1);
        }
      }
    }
    distinct.flush(tally);
  }

  private static boolean becomesInvolved(EpisodeOutcome episode) {
    int x = episode.firstFamilyDay();
    return x == 0 || x < episode.followUpDays();
  }

  private void count(EpisodeOutcome episode, Tally tally) {
    String tier = episode.timeline().tier();
    List<Slice> notYet = tally.groups().family(tier, FamilyGroup.NOT_YET);
    List<Slice> involved = tally.groups().family(tier, FamilyGroup.INVOLVED);
    int x = episode.firstFamilyDay();
    int end = episode.followUpDays();
    String how = ends.end(episode);
    if (x == 0) {
      bump(tally, entered, involved, 0, 1);
      bump(tally, how, involved, end, tally.days());
      return;
    }
    bump(tally, entered, notYet, 0, 1);
    if (x < end && x != Timeline.OPEN) {
      bump(tally, moved, notYet, x, tally.days());
      bump(tally, joined, involved, x, tally.days());
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

  /** Distinct clients that were ever at risk in the group. */
  long clients(Counts counts, Slice slice) {
    return counts.at(clients, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
  }

  /** Episodes that were in the group on day 0. */
  long fromTheStart(Counts counts, Slice slice) {
    return counts.at(entered, slice, 1)[0];
  }

  /**
   * The risk table of a group, {@code not_yet} or {@code involved}: causes are the exit classes.
   */
  RiskTable table(Counts counts, Slice slice) {
    int days = counts.days();
    long[][] byClass = new long[ExitClass.values().length][];
    for (ExitClass kind : ExitClass.values()) {
      byClass[kind.cause()] = counts.at(ends.exits(kind), slice, days);
    }
    long[] leaving = counts.at(ends.censored(), slice, days);
    long[] movedOn = counts.at(moved, slice, days);
    for (int t = 0; t < days; t++) {
      leaving[t] += movedOn[t];
    }
    return new RiskTable(
        fromTheStart(counts, slice), counts.at(joined, slice, days), byClass, leaving);
  }
}
