package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;

/** Episodes of the cohort by group: what decides which levels of a column are pooled. */
final class CohortSize implements Counting {
  static final CohortSize INSTANCE = new CohortSize();
  static final String NAME = "cohort_episodes";

  private CohortSize() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter counter = tally.share(NAME);
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.inCohort()) {
        counter.add(tally.groups().plain(client, episode), 1, 1);
      }
    }
    counter.flush();
  }
}
