package org.throughline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** Episodes admitted in the month. */
final class Admissions implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "admissions",
          1,
          "Admissions",
          Population.MONTH,
          "episodes admitted in the month",
          "none",
          Unit.COUNT,
          "none: a count",
          Direction.NEITHER,
          "The size of what follows.",
          "Throughline measures 1.0");

  private static final EpisodeCount COUNT =
      new EpisodeCount(
          "admissions", EpisodeOutcome::admittedInMonth, EpisodeCount.Involvement.NOT_GROUPED);

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(COUNT);
  }

  @Override
  public void estimate(Estimation estimation) {
    for (Slice slice : estimation.plain()) {
      long[] counts = estimation.counts().at(COUNT.name(), slice, ShareCounter.LENGTH);
      estimation.figure(
          DEFINITION,
          OptionalInt.empty(),
          slice,
          "",
          new Result.Count(counts[ShareCounter.DENOMINATOR]),
          counts[ShareCounter.CLIENTS]);
    }
  }
}
