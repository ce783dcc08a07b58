package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Slice;

/**
 * Episodes of the cohort without a break of sobriety in their first weeks, by each rule for missing
 * weeks. In landmark groups only the weeks that begin after the landmark count.
 *
 * @param horizon weeks
 */
record ContinuousWeeks(int horizon) implements Counting {

  String worst() {
    return "continuous_" + horizon + "_worst";
  }

  String observed() {
    return "continuous_" + horizon + "_observed";
  }

  String best() {
    return "continuous_" + horizon + "_best";
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
    ShareCounter worst = new ShareCounter();
    ShareCounter observed = new ShareCounter();
    ShareCounter best = new ShareCounter();
    for (EpisodeOutcome episode : client.episodes()) {
      SobrietyWord word = episode.word();
      if (!episode.inCohort() || word.weeks() < horizon) {
        continue;
      }
      List<Spell> spells = new ArrayList<>();
      spells.add(new Spell(1, tally.groups().plain(client, episode)));
      int later = firstWeekAfter(episode.rules().landmarkDay());
      if (client.inFull() && episode.beyondLandmark() && later <= horizon) {
        spells.add(
            new Spell(
                later, tally.groups().family(episode.timeline().tier(), episode.landmarkGroup())));
      }
      for (Spell spell : spells) {
        boolean use = word.anyUse(spell.from(), horizon);
        worst.add(spell.slices(), word.allSober(spell.from(), horizon) ? 1 : 0, 1);
        best.add(spell.slices(), use ? 0 : 1, 1);
        if (word.anyObserved(spell.from(), horizon)) {
          observed.add(spell.slices(), use ? 0 : 1, 1);
        }
      }
    }
    worst.flush(tally, worst());
    observed.flush(tally, observed());
    best.flush(tally, best());
  }

  private record Spell(int from, List<Slice> slices) {}
}
