package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of episodes sober in each of their first weeks, left or not. */
final class Continuous implements Measure {
  static final int HEADLINE_WEEKS = 12;

  static final Definition DEFINITION =
      new Definition(
          "continuous",
          1,
          "Sober in each of the first {at} weeks",
          Population.COHORT,
          "worst: all weeks sober; best: no week of use; observed: no week of use among the"
              + " observed weeks. In landmark family groups only weeks that begin after the landmark"
              + " count",
          "episodes with that many weeks over, left or not; observed: with at least one observed"
              + " week",
          Unit.SHARE,
          "95 %, Wilson; bounds are the values under the rules observed and best",
          Direction.UP_IS_BETTER,
          "Whether sobriety holds from the first week on.",
          "Throughline measures 1.0; missing as use is the convention of the NIDA Clinical Trials"
              + " Network");

  private static final String RULE = "worst";
  private static final List<ContinuousWeeks> HORIZONS =
      List.of(new ContinuousWeeks(4), new ContinuousWeeks(12), new ContinuousWeeks(26));

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
    int firstAfterLandmark =
        ContinuousWeeks.firstWeekAfter(estimation.plan().rules().landmarkDay());
    for (ContinuousWeeks weeks : HORIZONS) {
      List<Slice> slices = new ArrayList<>(estimation.plain());
      if (firstAfterLandmark <= weeks.horizon()) {
        slices.addAll(estimation.byLandmark());
      }
      for (Slice slice : slices) {
        figure(estimation, estimation.counts(), weeks, slice);
      }
    }
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    figure(estimation, earlier, new ContinuousWeeks(HEADLINE_WEEKS), Slice.OVERALL);
  }

  private static void figure(
      Estimation estimation, Counts counts, ContinuousWeeks weeks, Slice slice) {
    String nobody =
        "No episode of the cohort has " + weeks.horizon() + " weeks over and is in this group.";
    estimation.figure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            OptionalInt.of(weeks.horizon()),
            slice,
            RULE,
            Unit.SHARE,
            counts.cut(),
            weeks.rules().share(counts, slice, nobody)),
        weeks.rules().cells(counts, slice));
  }
}
