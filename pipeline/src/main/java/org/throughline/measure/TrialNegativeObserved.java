package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of observed weeks that were sober. */
final class TrialNegativeObserved extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_negative_observed",
          1,
          "Trial endpoint: negative weeks of the observed among {at}",
          Population.COHORT,
          "sober weeks among the first weeks; missing ones are left out, and a mixed week is use",
          "the observed weeks of episodes of the cohort with that many over, left or not, taken together: not the mean of clients' shares",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "The same without judging weeks of which nothing is known.",
          "Fudala et al. (2003, N Engl J Med 349: 949–958), share of negative samples with missing left out, as coded in CTNote 0.1.0 (2022); there a mixed week counts half; ratio variance by Cochran (1977)",
          MeasureGroup.TRIAL);

  TrialNegativeObserved() {
    super(
        DEFINITION,
        "observed",
        TRIALS,
        (word, weeks) -> word.soberWeeks(1, weeks),
        (word, weeks) -> word.observedWeeks(1, weeks));
  }
}
