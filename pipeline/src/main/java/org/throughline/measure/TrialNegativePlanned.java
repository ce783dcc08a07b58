package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of planned weeks that were shown to be sober. */
final class TrialNegativePlanned extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_negative_planned",
          1,
          "Trial endpoint: negative weeks of the {at} planned",
          Population.COHORT,
          "sober weeks among the first weeks; missing is use, and so is a mixed week",
          "the planned weeks of episodes of the cohort with that many over, left or not",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "How much of the planned time was shown to be free of use.",
          "Fiellin et al. (2006, N Engl J Med 355: 365–374), share of negative samples with missing as positive, as coded in CTNote 0.1.0 (2022); there a mixed week counts half; ratio variance by Cochran (1977)",
          MeasureGroup.TRIAL);

  TrialNegativePlanned() {
    super(
        DEFINITION,
        "worst",
        TRIALS,
        (word, weeks) -> word.soberWeeks(1, weeks),
        (word, weeks) -> weeks);
  }
}
