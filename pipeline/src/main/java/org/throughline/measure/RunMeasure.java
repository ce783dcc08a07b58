package org.throughline.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Bounds;
import org.throughline.figure.Definition;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.WholeNumbers;

/** The longest run of sober weeks by a rule for missing ones: its mean and median over episodes. */
abstract class RunMeasure implements Measure {
  private final Definition definition;
  private final Rule primary;
  private final List<RunLengths> horizons;

  /**
   * @param definition of the id; {@code _mean} and {@code _median} are added to it
   * @param primary the rule of the figure; the two others bound it
   * @param horizons within how many weeks
   */
  RunMeasure(Definition definition, Rule primary, List<RunLengths> horizons) {
    this.definition = definition;
    this.primary = primary;
    this.horizons = horizons;
  }

  @Override
  public final List<Definition> definitions() {
    return List.of(definition);
  }

  @Override
  public final List<Counting> countings() {
    return List.copyOf(horizons);
  }

  /** The groups in which runs within so many weeks are given. */
  List<Slice> slices(Estimation estimation, int weeks) {
    return estimation.plain();
  }

  @Override
  public final void estimate(Estimation estimation) {
    for (RunLengths runs : horizons) {
      for (Slice slice : slices(estimation, runs.horizon())) {
        figure(estimation, runs, slice, "mean", WholeNumbers::mean, WholeNumbers::meanInterval);
        figure(
            estimation, runs, slice, "median", WholeNumbers::median, WholeNumbers::medianInterval);
      }
    }
  }

  private static WholeNumbers numbers(
      Estimation estimation, RunLengths runs, Slice slice, Rule rule) {
    return new WholeNumbers(runs.byRun(estimation.counts(), slice, rule));
  }

  private void figure(
      Estimation estimation,
      RunLengths runs,
      Slice slice,
      String which,
      ToDoubleFunction<WholeNumbers> of,
      Function<WholeNumbers, Optional<Interval>> interval) {
    WholeNumbers own = numbers(estimation, runs, slice, primary);
    Result result;
    if (own.size() == 0) {
      result =
          new Result.Unavailable(
              "No episode of the cohort has "
                  + runs.horizon()
                  + " weeks over"
                  + (primary == Rule.OBSERVED ? ", one of them observed," : "")
                  + " and is in this group.");
    } else {
      result =
          new Result.Duration(
              of.applyAsDouble(own),
              interval.apply(own),
              Optional.of(bounds(estimation, runs, slice, of)),
              own.size());
    }
    estimation.figure(
        Estimation.of(
            definition,
            definition.id() + "_" + which,
            OptionalInt.of(runs.horizon()),
            slice,
            primary.name().toLowerCase(Locale.ROOT),
            definition.unit(),
            estimation.counts().cut(),
            result),
        runs.cells(estimation.counts(), slice));
  }

  /** The values under the two other rules; where no week was observed, that rule has none. */
  private Bounds bounds(
      Estimation estimation, RunLengths runs, Slice slice, ToDoubleFunction<WholeNumbers> of) {
    Set<Rule> others = EnumSet.complementOf(EnumSet.of(primary));
    List<Double> values = new ArrayList<>();
    for (Rule rule : others) {
      WholeNumbers numbers = numbers(estimation, runs, slice, rule);
      if (numbers.size() > 0) {
        values.add(of.applyAsDouble(numbers));
      }
    }
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    return new Bounds(low, values.stream().mapToDouble(v -> v).max().orElse(low));
  }
}
