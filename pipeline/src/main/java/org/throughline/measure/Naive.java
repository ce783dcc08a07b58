package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.Timeline;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * The comparison that is wrong: clients grouped by whether a family contact ever came. Who stays
 * longer has more time to bring somebody, so it flatters involvement even where that does nothing
 * (immortal time bias). Counted only to show how far off it is; never in a file of figures.
 */
final class Naive implements Counting {
  static final Naive INSTANCE = new Naive();
  static final Slice EVER = Slice.ofFamily("ever");
  static final Slice NEVER = Slice.ofFamily("never");

  private static final String ENTERED = "naive_entered";
  private static final EndNames ENDS = new EndNames("naive");

  private Naive() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.followed()) {
        Slice slice = episode.firstFamilyDay() == Timeline.OPEN ? NEVER : EVER;
        String name = ENDS.end(episode);
        tally.counter(ENTERED, slice, 1)[0]++;
        tally.counter(name, slice, tally.days())[episode.followUpDays()]++;
      }
    }
  }

  /** The risk table of a group: causes are the exit classes. */
  static RiskTable table(Counts counts, Slice slice) {
    int days = counts.days();
    long[][] byClass = new long[ExitClass.values().length][];
    for (ExitClass kind : ExitClass.values()) {
      byClass[kind.cause()] = counts.at(ENDS.exits(kind), slice, days);
    }
    return new RiskTable(
        counts.at(ENTERED, slice, 1)[0],
        new long[days],
        byClass,
        counts.at(ENDS.censored(), slice, days));
  }
}
