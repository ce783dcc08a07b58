package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Three or more sober weeks in a row. */
final class TrialThreeSober extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_three_sober",
          1,
          "Trial endpoint: three sober weeks in a row within {at}",
          Population.COHORT,
          "episodes with three or more consecutive sober weeks among their first weeks; a missing week is neither, and breaks a row",
          "episodes of the cohort with that many weeks over, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Three weeks in a row are the least that trials call continuous abstinence.",
          "Kosten et al. (1993, J Nerv Ment Dis 181: 358–364), three or more weeks of negative samples; missing as coded in CTNote 0.1.0 (2022)",
          MeasureGroup.TRIAL);

  TrialThreeSober() {
    super(
        DEFINITION,
        "worst",
        TRIALS,
        (word, weeks) -> word.endOfSoberRun(1, weeks, 3) > 0 ? 1 : 0,
        EPISODE);
  }
}
