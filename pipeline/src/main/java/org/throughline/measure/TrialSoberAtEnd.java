package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Sober at the end, with one bad week of the last four forgiven. */
final class TrialSoberAtEnd extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_sober_at_end",
          1,
          "Trial endpoint: sober in week {at} and in two of the three before",
          Population.COHORT,
          "episodes whose last of so many weeks is sober, and at least two of the three before it; missing is use, and so is a mixed week",
          "episodes of the cohort with that many weeks over, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "A successful outcome at the end of treatment that forgives one bad week.",
          "Weiss et al. (2011, Arch Gen Psychiatry 68: 1238–1246, CTN-0030), extended treatment of 12 weeks; missing as coded in CTNote 0.1.0 (2022)",
          MeasureGroup.TRIAL);

  TrialSoberAtEnd() {
    super(
        DEFINITION,
        "worst",
        TRIALS,
        (word, weeks) -> word.sober(weeks) && word.soberWeeks(weeks - 3, weeks - 1) >= 2 ? 1 : 0,
        EPISODE);
  }
}
