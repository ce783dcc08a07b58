package org.throughline.measure;

import java.util.List;
import java.util.function.Predicate;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Slice;

/**
 * A number of episodes in the reporting month, with the clients behind it.
 *
 * @param name of the counter
 * @param counts which episodes
 * @param involvement whether family involvement as of the cut is a group
 */
record EpisodeCount(String name, Predicate<EpisodeOutcome> counts, Involvement involvement)
    implements Counting {

  /** Whether a count is grouped by family involvement on the last day. */
  enum Involvement {
    AS_OF_THE_CUT,
    NOT_GROUPED
  }

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter counter = tally.share(name);
    for (EpisodeOutcome episode : client.episodes()) {
      if (counts.test(episode)) {
        counter.add(tally.groups().plain(client, episode), 1, 1);
        if (involvement == Involvement.AS_OF_THE_CUT) {
          List<Slice> family =
              tally.groups().family(episode.timeline().tier(), episode.familyOn(episode.cutDay()));
          counter.add(family, 1, 1);
        }
      }
    }
    counter.flush();
  }
}
