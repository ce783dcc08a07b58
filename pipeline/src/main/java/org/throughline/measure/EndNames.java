package org.throughline.measure;

import java.util.EnumMap;
import java.util.Map;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;

/** Names of the counters of how follow-up ends, made once: they are looked up for every episode. */
final class EndNames {
  private final Map<ExitClass, String> exits = new EnumMap<>(ExitClass.class);
  private final String censored;

  /**
   * @param prefix of all names
   */
  EndNames(String prefix) {
    for (ExitClass kind : ExitClass.values()) {
      exits.put(kind, prefix + "_" + kind.code());
    }
    censored = prefix + "_censored";
  }

  /** The counter of exits of a class. */
  String exits(ExitClass kind) {
    return exits.getOrDefault(kind, censored);
  }

  /** The counter of follow-up that ends without an exit. */
  String censored() {
    return censored;
  }

  /** The counter of the way in which an episode's follow-up ends. */
  String end(EpisodeOutcome episode) {
    return episode.followedToExit() ? exits(episode.exit().kind()) : censored;
  }
}
