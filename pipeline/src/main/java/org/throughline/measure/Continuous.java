package org.throughline.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
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
  private static final ContinuousWeeks HEADLINE = new ContinuousWeeks(HEADLINE_WEEKS);

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
        estimation.figure(of(estimation.counts(), weeks, slice));
      }
    }
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    estimation.figure(of(earlier, HEADLINE, Slice.OVERALL));
  }

  @Override
  public Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    return Optional.of(of(counts, HEADLINE, slice));
  }

  @Override
  public Map<String, Computed.OfFigure> headlineByRule(Counts counts, Slice slice) {
    Map<String, Computed.OfFigure> byRule = new LinkedHashMap<>();
    HEADLINE
        .rules()
        .others()
        .forEach(
            (rule, counter) -> {
              long[] episodes = counts.at(counter, slice, ShareCounter.LENGTH);
              Result result = Shares.ofEpisodes(episodes, nobody(HEADLINE));
              byRule.put(rule, of(counts, HEADLINE, slice, rule, result, Shares.cells(episodes)));
            });
    return byRule;
  }

  private static Computed.OfFigure of(Counts counts, ContinuousWeeks weeks, Slice slice) {
    return of(
        counts,
        weeks,
        slice,
        RULE,
        weeks.rules().share(counts, slice, nobody(weeks)),
        weeks.rules().cells(counts, slice));
  }

  private static Computed.OfFigure of(
      Counts counts, ContinuousWeeks weeks, Slice slice, String rule, Result result, Long[] cells) {
    return new Computed.OfFigure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            OptionalInt.of(weeks.horizon()),
            slice,
            rule,
            Unit.SHARE,
            counts.cut(),
            result),
        List.of(cells));
  }

  private static String nobody(ContinuousWeeks weeks) {
    return "No episode of the cohort has " + weeks.horizon() + " weeks over and is in this group.";
  }
}
