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
 * @param worst name of the counter in which a missing week is use
 * @param observed of the one in which missing weeks are left out
 * @param best of the one in which a missing week is sober
 */
record ContinuousWeeks(int horizon, String worst, String observed, String best)
    implements Counting {

  ContinuousWeeks(int horizon) {
    this(
        horizon,
        "continuous_" + horizon + "_worst",
        "continuous_" + horizon + "_observed",
        "continuous_" + horizon + "_best");
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
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter worst = tally.share(this.worst);
    ShareCounter observed = tally.share(this.observed);
    ShareCounter best = tally.share(this.best);
    for (EpisodeOutcome episode : client.episodes()) {
      if (!episode.inCohort() || episode.cutDay() < 7 * horizon) {
        continue;
      }
      SobrietyWord word = episode.word();
      add(word, 1, tally.groups().plain(client, episode), worst, observed, best);
      int later = firstWeekAfter(episode.rules().landmarkDay());
      if (client.inFull() && episode.beyondLandmark() && later <= horizon) {
        List<Slice> family =
            tally.groups().family(episode.timeline().tier(), episode.landmarkGroup());
        add(word, later, family, worst, observed, best);
      }
    }
    worst.flush();
    observed.flush();
    best.flush();
  }

  private void add(
      SobrietyWord word,
      int from,
      List<Slice> slices,
      ShareCounter worst,
      ShareCounter observed,
      ShareCounter best) {
    boolean use = word.anyUse(from, horizon);
    worst.add(slices, word.allSober(from, horizon) ? 1 : 0, 1);
    best.add(slices, use ? 0 : 1, 1);
    if (word.anyObserved(from, horizon)) {
      observed.add(slices, use ? 0 : 1, 1);
    }
  }
}
