package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of episodes with a first attended session soon after admission. */
final class Initiation extends EpisodeShare {
  /** The last day that counts. */
  static final int WITHIN = 14;

  static final Definition DEFINITION =
      new Definition(
          "initiation_14",
          1,
          "First session within 14 days",
          Population.COHORT,
          "episodes with an attended session, of any service, on one of days 1 to 14",
          "episodes of the cohort admitted 14 or more days before the cut, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Who has not come within two weeks of admission seldom comes.",
          "Throughline measures 1.0; after HEDIS initiation of treatment; Wilson (1927)");

  Initiation() {
    super(
        DEFINITION,
        new EpisodeShareCount(
            "initiation", episode -> episode.cutDay() >= WITHIN, Initiation::initiated),
        "No episode of this group was admitted 14 or more days before the cut.");
  }

  /** The first day from day 1 on with an attended session; OPEN if there is none. */
  static int firstAttended(Timeline timeline) {
    int[] sessions = timeline.sessions();
    for (int i = Sessions.firstFrom(sessions, 1); i < sessions.length; i++) {
      if (Sessions.attended(sessions[i])) {
        return Sessions.day(sessions[i]);
      }
    }
    return Timeline.OPEN;
  }

  /** Whether an episode has initiated. */
  static boolean initiated(EpisodeOutcome episode) {
    return firstAttended(episode.timeline()) <= WITHIN;
  }
}
