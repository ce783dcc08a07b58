package org.throughline.measure;

import java.util.List;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** No use in the last weeks of a trial, and at most one of them missing. */
final class TrialAbstinentWindow extends TrialEndpoint {
  static final Definition DEFINITION =
      new Definition(
          "trial_abstinent_12_15",
          1,
          "Trial endpoint: abstinent in weeks 12 to 15",
          Population.COHORT,
          "episodes without a week of use in weeks 12 to 15 and with at most one of them missing; a mixed week is use",
          "episodes of the cohort with 15 weeks over, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Abstinence at the end, where it must last, with one missed visit forgiven.",
          "Throughline measures 1.0: a window at the end of treatment, after no single paper; for such windows see Donovan et al. (2012, Addiction 107: 694–708)",
          MeasureGroup.TRIAL);

  TrialAbstinentWindow() {
    super(
        DEFINITION,
        "",
        List.of(15),
        (word, weeks) -> !word.anyUse(12, weeks) && word.observedWeeks(12, weeks) >= 3 ? 1 : 0,
        EPISODE);
  }
}
