package org.throughline.measure;

import java.util.List;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The longest run of sober weeks as trials report it, with missing weeks passed over. */
final class TrialLongestRun extends RunMeasure {
  static final Definition DEFINITION =
      new Definition(
          "trial_longest_run",
          1,
          "Trial endpoint: longest run of sober weeks within {at}",
          Population.COHORT,
          "weeks in the longest run of sober weeks among the first ones; observed: missing weeks are"
              + " passed over; worst: a missing week ends a run; best: it counts; a mixed week is"
              + " use. trial_longest_run_mean is the mean over episodes, trial_longest_run_median"
              + " the median",
          "episodes of the cohort with that many weeks over, one of them observed, left or not;"
              + " worst and best: observed or not",
          Unit.WEEKS,
          "95 %; mean: Student's t, none where all runs are alike; median: order statistics, none"
              + " under 6 episodes; bounds are the values under the rules worst and best",
          Direction.UP_IS_BETTER,
          "Of two clients with as many sober weeks, who had them in a row is further.",
          "Schottenfeld et al. (2005, Am J Psychiatry 162: 340–349) with missing passed over; worst"
              + " is Schottenfeld et al. (2008, Lancet 371: 2192–2200); both as coded in CTNote"
              + " 0.1.0 (2022)",
          MeasureGroup.TRIAL);

  TrialLongestRun() {
    super(DEFINITION, Rule.OBSERVED, List.of(RunLengths.WEEKS_12, RunLengths.WEEKS_24));
  }
}
