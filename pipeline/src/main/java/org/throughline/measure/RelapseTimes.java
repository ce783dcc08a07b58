package org.throughline.measure;

import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Time to the first recorded relapse in the cohort's follow-up, with every exit competing; a
 * relapse on the day of exit comes first. Groups: overall, tier at admission, site; and the
 * landmark groups, for episodes followed beyond the landmark in care and without a relapse.
 */
final class RelapseTimes implements Counting {
  static final RelapseTimes INSTANCE = new RelapseTimes();

  /** The cause of the table that is the relapse; exits of any class are the other. */
  static final int RELAPSE = 0;

  private static final String ENTERED = "relapse_entered";
  private static final String RELAPSED = "relapse_first";
  private static final String EXITED = "relapse_exit";
  private static final String CENSORED = "relapse_censored";

  private RelapseTimes() {}

  @Override
  public boolean inSeries() {
    return false;
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
      int end = episode.followUpDays();
      String how = episode.followedToExit() ? EXITED : CENSORED;
      int relapse = episode.signDays().relapse(0);
      if (relapse <= end) {
        end = relapse;
        how = RELAPSED;
      }
      count(tally.groups().plain(client, episode), entered, how, end, tally);
      if (client.inFull() && end > episode.rules().landmarkDay()) {
        count(
            tally.groups().family(episode.timeline().tier(), episode.landmarkGroup()),
            entered,
            how,
            end,
            tally);
      }
    }
    entered.flush();
  }

  private static void count(
      List<Slice> slices, ShareCounter entered, String how, int end, Tally tally) {
    entered.add(slices, 1, 1);
    for (Slice slice : slices) {
      tally.counter(how, slice, tally.days())[end]++;
    }
  }

  /** Distinct clients in a group. */
  static long clients(Counts counts, Slice slice) {
    return counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
  }

  /** The risk table of a group: relapse, then exit. */
  static RiskTable table(Counts counts, Slice slice) {
    int days = counts.days();
    return new RiskTable(
        counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.DENOMINATOR],
        new long[days],
        new long[][] {counts.at(RELAPSED, slice, days), counts.at(EXITED, slice, days)},
        counts.at(CENSORED, slice, days));
  }
}
