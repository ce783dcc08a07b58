package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Bounds;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Interval;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.WholeNumbers;

/** The longest run of sober weeks: its mean and median over episodes. */
final class LongestRun implements Measure {
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

  private static final List<RunLengths> HORIZONS = List.of(new RunLengths(12), new RunLengths(26));

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.copyOf(HORIZONS);
  }

  @Override
  public void estimate(Estimation estimation) {
    int later = ContinuousWeeks.firstWeekAfter(estimation.plan().rules().landmarkDay());
    for (RunLengths runs : HORIZONS) {
      List<Slice> slices = new ArrayList<>(estimation.plain());
      if (later <= runs.horizon()) {
        slices.addAll(estimation.byLandmark());
      }
      for (Slice slice : slices) {
        WholeNumbers worst = numbers(estimation, runs, slice, Rule.WORST);
        figure(
            estimation,
            runs,
            slice,
            "mean",
            WholeNumbers::mean,
            worst.size() == 0 ? Optional.empty() : worst.meanInterval());
        figure(
            estimation,
            runs,
            slice,
            "median",
            WholeNumbers::median,
            worst.size() == 0 ? Optional.empty() : worst.medianInterval());
      }
    }
  }

  private static WholeNumbers numbers(
      Estimation estimation, RunLengths runs, Slice slice, Rule rule) {
    return new WholeNumbers(runs.byRun(estimation.counts(), slice, rule));
  }

  private static void figure(
      Estimation estimation,
      RunLengths runs,
      Slice slice,
      String which,
      ToDoubleFunction<WholeNumbers> of,
      Optional<Interval> interval) {
    WholeNumbers worst = numbers(estimation, runs, slice, Rule.WORST);
    WholeNumbers observed = numbers(estimation, runs, slice, Rule.OBSERVED);
    WholeNumbers best = numbers(estimation, runs, slice, Rule.BEST);
    Result result;
    if (worst.size() == 0) {
      result =
          new Result.Unavailable(
              "No episode of the cohort has "
                  + runs.horizon()
                  + " weeks over and is in this group.");
    } else {
      double most = of.applyAsDouble(best);
      double seen = observed.size() == 0 ? most : of.applyAsDouble(observed);
      result =
          new Result.Duration(
              of.applyAsDouble(worst),
              interval,
              Optional.of(new Bounds(Math.min(seen, most), Math.max(seen, most))),
              worst.size());
    }
    estimation.figure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id() + "_" + which,
            OptionalInt.of(runs.horizon()),
            slice,
            "worst",
            Unit.WEEKS,
            estimation.counts().cut(),
            result),
        runs.cells(estimation.counts(), slice));
  }
}
