package org.throughline.measure;

import java.util.function.Predicate;
import org.throughline.episode.EpisodeOutcome;

/**
 * Episodes of the cohort with something, among those that can be asked.
 *
 * @param name of the counter
 * @param asked which episodes are below the line
 * @param counts which of them are above it
 */
record EpisodeShareCount(
    String name, Predicate<EpisodeOutcome> asked, Predicate<EpisodeOutcome> counts)
    implements Counting {

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter counter = tally.share(name);
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.inCohort() && asked.test(episode)) {
        counter.add(tally.groups().plain(client, episode), counts.test(episode) ? 1 : 0, 1);
      }
    }
    counter.flush();
  }
}
