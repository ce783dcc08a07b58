package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeOutcome;

/**
 * A client as known at a cut.
 *
 * @param cut the cut
 * @param episodes outcomes of all episodes admitted by the cut, in order of admission
 */
record ClientAtCut(Cut cut, List<EpisodeOutcome> episodes) {

  /** Whether this is the reporting month, for which every group is tallied. */
  boolean inFull() {
    return cut.isPublished();
  }

  /** Whether the reporting month is read under other rules: overall and by tier. */
  boolean readOtherwise() {
    return cut.reading() > 0 && cut.monthsBack() == 0;
  }

  /** The client's first episode in the cohort. */
  Optional<EpisodeOutcome> first() {
    for (int i = 0; i < episodes.size(); i++) {
      if (episodes.get(i).inCohort()) {
        return Optional.of(episodes.get(i));
      }
    }
    return Optional.empty();
  }

  /** The same, where it is old enough to be followed. */
  Optional<EpisodeOutcome> firstFollowed() {
    return first().filter(EpisodeOutcome::followed);
  }
}
