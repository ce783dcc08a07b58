package org.throughline.measure;

import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Follow-up of the cohort on a grid of days: exits of each class, and ends of follow-up without
 * one. Groups: overall, tier at admission, site; and the landmark groups of family involvement, for
 * episodes followed beyond the landmark.
 */
final class FollowUp implements Counting {
  static final FollowUp INSTANCE = new FollowUp();

  /** Earlier months need the headline's horizon only. */
  static final int SERIES_DAY = 90;

  private static final String ENTERED = "follow_up_entered";
  private static final EndNames ENDS = new EndNames("follow_up");

  private FollowUp() {}

  @Override
  public boolean inSeries() {
    return true;
  }

  @Override
  public boolean readOtherwise() {
    return true;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter entered = tally.share(ENTERED);
    for (EpisodeOutcome episode : client.episodes()) {
      if (!episode.followed()) {
        continue;
      }
      List<Slice> plain = tally.groups().plain(client, episode);
      entered.add(plain, 1, 1);
      count(episode, plain, client, tally);
      if (client.inFull() && episode.beyondLandmark()) {
        List<Slice> family =
            tally.groups().family(episode.timeline().tier(), episode.landmarkGroup());
        entered.add(family, 1, 1);
        count(episode, family, client, tally);
      }
    }
    entered.flush();
  }

  private static void count(
      EpisodeOutcome episode, List<Slice> slices, ClientAtCut client, Tally tally) {
    int day = episode.followUpDays();
    int days = client.inFull() ? tally.days() : SERIES_DAY + 1;
    if (day >= days) {
      return;
    }
    String name = ENDS.end(episode);
    for (Slice slice : slices) {
      tally.counter(name, slice, days)[day]++;
    }
  }

  /** Episodes followed. */
  static long entered(Counts counts, Slice slice) {
    return counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.DENOMINATOR];
  }

  /** Distinct clients followed. */
  static long clients(Counts counts, Slice slice) {
    return counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
  }

  /** The risk table of a group: causes are the exit classes, in their order. */
  static RiskTable table(Counts counts, Slice slice) {
    int days = counts.days();
    long[][] byClass = new long[ExitClass.values().length][];
    for (ExitClass kind : ExitClass.values()) {
      byClass[kind.cause()] = counts.at(ENDS.exits(kind), slice, days);
    }
    return new RiskTable(
        entered(counts, slice), new long[days], byClass, counts.at(ENDS.censored(), slice, days));
  }
}
