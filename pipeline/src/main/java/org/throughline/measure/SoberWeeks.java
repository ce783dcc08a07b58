package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Bounds;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of weeks in care that were sober. */
final class SoberWeeks implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "sober_weeks",
          1,
          "Sober weeks",
          Population.COHORT,
          "weeks with a sign of sobriety and none of use; best: missing weeks too",
          "weeks that are over and whose first day is in care, at latest the retention cut;"
              + " observed: with a sign of either kind; worst and best: all; tier and family"
              + " involvement are those of the first day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients; bounds are the values under the"
              + " rules worst and best",
          Direction.UP_IS_BETTER,
          "How much of care is sober, week by week.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  private static final String NOBODY =
      "No week in care of this group has a sign of sobriety or use.";

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(CareCounts.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byInvolvement());
    for (Slice slice : slices) {
      long[] observed =
          estimation.counts().at(CareCounts.WEEKS_OBSERVED, slice, ShareCounter.LENGTH);
      long[] all = estimation.counts().at(CareCounts.WEEKS, slice, ShareCounter.LENGTH);
      Result result =
          Shares.withBounds(Shares.ofRepeatedUnits(observed, NOBODY), bounds(observed, all));
      estimation.figure(
          DEFINITION, OptionalInt.empty(), slice, "observed", result, Shares.cells(observed));
    }
  }

  private static Optional<Bounds> bounds(long[] observed, long[] all) {
    long weeks = all[ShareCounter.DENOMINATOR];
    if (weeks == 0) {
      return Optional.empty();
    }
    long sober = all[ShareCounter.NUMERATOR];
    long missing = weeks - observed[ShareCounter.DENOMINATOR];
    return Optional.of(new Bounds((double) sober / weeks, (double) (sober + missing) / weeks));
  }
}
