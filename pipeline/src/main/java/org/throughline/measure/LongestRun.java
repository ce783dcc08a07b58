package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The longest run of sober weeks: its mean and median over episodes. */
final class LongestRun extends RunMeasure {
  static final Definition DEFINITION =
      new Definition(
          "longest_run",
          1,
          "Longest run of sober weeks in the first {at}",
          Population.COHORT,
          "weeks in the longest run of sober weeks; worst: a missing week ends a run; best: it"
              + " counts; observed: it is passed over. In landmark family groups only weeks that"
              + " begin after the landmark count. longest_run_mean is the mean over episodes,"
              + " longest_run_median the median",
          "episodes with that many weeks over, left or not; observed: with at least one observed"
              + " week",
          Unit.WEEKS,
          "95 %; mean: Student's t, none where all runs are alike; median: order statistics, none"
              + " under 6 episodes; bounds are the values under the rules observed and best",
          Direction.UP_IS_BETTER,
          "A slip does not erase the sober weeks around it.",
          "Throughline measures 1.0; missing as use is the convention of the NIDA Clinical Trials"
              + " Network");

  LongestRun() {
    super(DEFINITION, Rule.WORST, List.of(RunLengths.WEEKS_12, RunLengths.WEEKS_26));
  }

  @Override
  List<Slice> slices(Estimation estimation, int weeks) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    if (ContinuousWeeks.firstWeekAfter(estimation.plan().rules().landmarkDay()) <= weeks) {
      slices.addAll(estimation.byLandmark());
    }
    return slices;
  }
}
