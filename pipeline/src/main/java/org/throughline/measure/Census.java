package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** Episodes in care at the cut, and those that silence had ended and attendance has restored. */
final class Census implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "census",
          1,
          "In care on the last day of the month",
          Population.MONTH,
          "episodes not known to have ended by the cut; tier is that at admission, family"
              + " involvement that of the last day",
          "none",
          Unit.COUNT,
          "none: a count",
          Direction.NEITHER,
          "How many people the program is caring for.",
          "Throughline measures 1.0");

  static final Definition RESTORED =
      new Definition(
          "restored",
          1,
          "Came back after silence",
          Population.MONTH,
          "episodes that counted as ended by silence at the cut before, whose client has attended a"
              + " session since",
          "none",
          Unit.COUNT,
          "none: a count",
          Direction.NEITHER,
          "How often silence was mistaken for leaving.",
          "Throughline measures 1.0");

  private static final EpisodeCount IN_CARE =
      new EpisodeCount(
          "census", episode -> !episode.exit().happened(), EpisodeCount.Involvement.AS_OF_THE_CUT);

  private static final EpisodeCount CAME_BACK =
      new EpisodeCount("restored", EpisodeOutcome::restored, EpisodeCount.Involvement.NOT_GROUPED);

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION, RESTORED);
  }

  @Override
  public List<Counting> countings() {
    return List.of(IN_CARE, CAME_BACK);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byInvolvement());
    slices.forEach(slice -> count(estimation, DEFINITION, IN_CARE, slice));
    estimation.plain().forEach(slice -> count(estimation, RESTORED, CAME_BACK, slice));
  }

  private static void count(
      Estimation estimation, Definition definition, EpisodeCount count, Slice slice) {
    long[] counts = estimation.counts().at(count.name(), slice, ShareCounter.LENGTH);
    estimation.figure(
        definition,
        OptionalInt.empty(),
        slice,
        "",
        new Result.Count(counts[ShareCounter.DENOMINATOR]),
        counts[ShareCounter.CLIENTS]);
  }
}
