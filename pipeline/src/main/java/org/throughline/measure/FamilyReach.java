package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of episodes with an early family contact. */
final class FamilyReach extends EpisodeShare {
  private static final int BY_DAY = 30;

  static final Definition DEFINITION =
      new Definition(
          "family_reach",
          1,
          "Family contact by day 30",
          Population.COHORT,
          "episodes with a family contact on or before day 30; one before admission counts as on"
              + " day 0",
          "episodes of the cohort admitted 30 or more days before the cut, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Whom the program reaches beside the client, before staying or leaving decides it.",
          "Throughline measures 1.0; Wilson (1927)");

  FamilyReach() {
    super(
        DEFINITION,
        new EpisodeShareCount(
            "family_reach",
            episode -> episode.cutDay() >= BY_DAY,
            episode -> episode.firstFamilyDay() <= BY_DAY),
        "No episode of this group was admitted 30 or more days before the cut.");
  }
}
