package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
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
      estimation.figure(of(estimation.counts(), slice));
    }
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    estimation.figure(of(earlier, Slice.OVERALL));
  }

  @Override
  public Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    return Optional.of(of(counts, slice));
  }

  private static Computed.OfFigure of(Counts counts, Slice slice) {
    long[] exits = counts.at(ExitCounts.name(ExitClass.PLANNED), slice, ShareCounter.LENGTH);
    return new Computed.OfFigure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            OptionalInt.empty(),
            slice,
            "",
            Unit.SHARE,
            counts.cut(),
            Shares.ofEpisodes(exits, NOBODY)),
        List.of(Shares.cells(exits)));
  }
}
