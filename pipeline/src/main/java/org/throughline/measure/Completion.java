package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of exits that were planned. */
final class Completion implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "completion",
          1,
          "Completed",
          Population.MONTH,
          "planned exits",
          "all exits that became known in the month",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Finishing the plan is the exit that care aims for.",
          "Throughline measures 1.0; Wilson (1927)");

  private static final String NOBODY = "No exit became known in the month.";

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(ExitCounts.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byLandmark());
    for (Slice slice : slices) {
      long[] counts = counts(estimation.counts(), slice);
      estimation.figure(
          DEFINITION,
          OptionalInt.empty(),
          slice,
          "",
          Shares.ofEpisodes(counts, NOBODY),
          Shares.cells(counts));
    }
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    long[] counts = counts(earlier, Slice.OVERALL);
    estimation.figure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            OptionalInt.empty(),
            Slice.OVERALL,
            "",
            Unit.SHARE,
            earlier.cut(),
            Shares.ofEpisodes(counts, NOBODY)),
        Shares.cells(counts));
  }

  private static long[] counts(Counts counts, Slice slice) {
    return counts.at(ExitCounts.name(ExitClass.PLANNED), slice, ShareCounter.LENGTH);
  }
}
