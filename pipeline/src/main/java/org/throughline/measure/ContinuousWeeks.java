package org.throughline.measure;

import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Slice;

/**
 * Episodes of the cohort without a break of sobriety in their first weeks, by each rule for missing
 * weeks. In landmark groups only the weeks that begin after the landmark count.
 *
 * @param horizon weeks
 * @param rules the counters
 */
record ContinuousWeeks(int horizon, MissingRules rules) implements Counting {

  ContinuousWeeks(int horizon) {
    this(horizon, new MissingRules("continuous_" + horizon));
  }

  /** The first week that begins after the landmark: the least k with 7k − 6 above it. */
  static int firstWeekAfter(int landmarkDay) {
    return (landmarkDay + 6) / 7 + 1;
  }

  @Override
  public boolean inSeries() {
    return horizon == Continuous.HEADLINE_WEEKS;
  }

  @Override
  public boolean readOtherwise() {
    return inSeries();
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    for (EpisodeOutcome episode : client.episodes()) {
      if (!episode.inCohort() || episode.cutDay() < 7 * horizon) {
        continue;
      }
      SobrietyWord word = episode.word();
      rules.count(tally, word, 1, horizon, tally.groups().plain(client, episode));
      int later = firstWeekAfter(episode.rules().landmarkDay());
      if (client.inFull() && episode.beyondLandmark() && later <= horizon) {
        List<Slice> family =
            tally.groups().family(episode.timeline().tier(), episode.landmarkGroup());
        rules.count(tally, word, later, horizon, family);
      }
    }
    rules.flush(tally);
  }
}
