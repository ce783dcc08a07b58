package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Relapse: four weeks of use or missing in a row. */
final class TrialRelapse extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_relapse",
          1,
          "Trial endpoint: relapse within {at} weeks",
          Population.COHORT,
          "episodes with four or more consecutive weeks of use or missing among their first weeks; missing is use, and so is a mixed week",
          "episodes of the cohort with that many weeks over, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.DOWN_IS_BETTER,
          "How trials of medication for opioid use disorder count relapse.",
          "CTN-0094 relapse in CTNote 0.1.0 (Odom, Brandt, Luo and Balise 2022), in the form of Lee et al. (2018, Lancet 391: 309–318, CTN-0051), who count from day 21 on and also take seven days of use in a row",
          MeasureGroup.TRIAL);

  TrialRelapse() {
    super(
        DEFINITION,
        "worst",
        TRIALS,
        (word, weeks) -> word.longestNotSober(1, weeks) >= 4 ? 1 : 0,
        EPISODE);
  }
}
