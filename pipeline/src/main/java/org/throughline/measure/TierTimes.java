package org.throughline.measure;

import java.util.Arrays;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/** How follow-up of each client's first episode in the cohort ends, by tier at admission. */
final class TierTimes implements Counting {
  static final TierTimes INSTANCE = new TierTimes();

  private static final EndNames ENDS = new EndNames("tier_times");

  private TierTimes() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    client
        .firstFollowed()
        .ifPresent(
            episode -> {
              Slice tier = tally.groups().tier(episode.timeline().tier());
              int end = episode.followUpDays();
              tally.counter(ENDS.end(episode), tier, tally.days())[end]++;
            });
  }

  /** The risk table of a tier: causes are the exit classes. */
  static RiskTable table(Counts counts, String tier) {
    Slice slice = Slice.ofTier(tier);
    int days = counts.days();
    long[][] byClass = new long[ExitClass.values().length][];
    long[] censored = counts.at(ENDS.censored(), slice, days);
    long entered = Arrays.stream(censored).sum();
    for (ExitClass kind : ExitClass.values()) {
      long[] exits = counts.at(ENDS.exits(kind), slice, days);
      byClass[kind.cause()] = exits;
      entered += Arrays.stream(exits).sum();
    }
    return new RiskTable(entered, new long[days], byClass, censored);
  }
}
