package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Dropout: four missing weeks in a row. */
final class TrialDropout extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_dropout",
          1,
          "Trial endpoint: dropout within {at} weeks",
          Population.COHORT,
          "episodes with four or more consecutive missing weeks among their first weeks; missing is missing",
          "episodes of the cohort with that many weeks over, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.DOWN_IS_BETTER,
          "When nothing is heard of a client for a month, trials speak of dropout.",
          "CTN-0094 study dropout in CTNote 0.1.0 (Odom, Brandt, Luo and Balise 2022)",
          MeasureGroup.TRIAL);

  TrialDropout() {
    super(
        DEFINITION,
        "",
        TRIALS,
        (word, weeks) -> word.longestMissing(1, weeks) >= 4 ? 1 : 0,
        EPISODE);
  }
}
