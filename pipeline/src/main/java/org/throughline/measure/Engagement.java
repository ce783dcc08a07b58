package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Sessions;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of episodes that initiated and went on. */
final class Engagement extends EpisodeShare {
  private static final int WITHIN = 34;
  private static final int MORE_DAYS = 2;

  static final Definition DEFINITION =
      new Definition(
          "engagement_34",
          1,
          "First session within 14 days, and two more days within 34 days of it",
          Population.COHORT,
          "episodes that initiated (an attended session on one of days 1 to 14) and have attended"
              + " sessions on two or more further days, at latest 34 days after the first",
          "episodes of the cohort admitted 48 or more days before the cut, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Coming back after the first session is what care builds on.",
          "Throughline measures 1.0; after HEDIS engagement of treatment; Wilson (1927)");

  Engagement() {
    super(
        DEFINITION,
        new EpisodeShareCount(
            "engagement",
            episode -> episode.cutDay() >= Initiation.WITHIN + WITHIN,
            Engagement::engaged),
        "No episode of this group was admitted 48 or more days before the cut.");
  }

  private static boolean engaged(EpisodeOutcome episode) {
    if (!Initiation.initiated(episode)) {
      return false;
    }
    int[] sessions = episode.timeline().sessions();
    int first = Initiation.firstAttended(episode.timeline());
    int found = 0;
    int before = first;
    for (int i = Sessions.firstFrom(sessions, first + 1); i < sessions.length; i++) {
      int day = Sessions.day(sessions[i]);
      if (day > first + WITHIN) {
        break;
      }
      if (Sessions.attended(sessions[i]) && day != before) {
        before = day;
        found++;
      }
    }
    return found >= MORE_DAYS;
  }
}
