package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Bounds;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Interval;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Time to the first sign of use, in care or after it. */
final class FirstUse implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "first_use",
          1,
          "No use seen by day {at}",
          Population.COHORT,
          "probability of no sign of use from day 1 to the day, after exit too; observed: censored"
              + " at the last day with any sign; worst: who was not seen in the last 28 days up to"
              + " the cut used on the day after it; best: who has no sign of use is censored at the"
              + " cut. The file's numerator is the number of episodes with use by the day",
          "episodes of the cohort; by family involvement those at risk before and after the first"
              + " family contact (Simon–Makuch), the involved curve starting where 10 are at risk",
          Unit.SHARE,
          "95 %, Kaplan–Meier, Greenwood, on the scale of log(−log S); bounds are the values under"
              + " the rules worst and best",
          Direction.UP_IS_BETTER,
          "How long sobriety lasts before the first return to use.",
          "Throughline measures 1.0; Kaplan and Meier (1958); Simon and Makuch (1984)");

  private static final String RULE = "observed";
  private static final int USE = 0;

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(FirstUseTimes.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byInvolvement());
    for (Slice slice : slices) {
      estimate(estimation, slice);
    }
  }

  private static void estimate(Estimation estimation, Slice slice) {
    RiskTable table = FirstUseTimes.INSTANCE.table(estimation.counts(), slice, Rule.OBSERVED);
    long entered = table.entered();
    long clients = FirstUseTimes.INSTANCE.clients(estimation.counts(), slice);
    Optional<StepCurve> curve = TimeDependentCurve.of(slice, table);
    Optional<StepCurve> worst = other(estimation, slice, Rule.WORST, curve);
    Optional<StepCurve> best = other(estimation, slice, Rule.BEST, curve);
    curve.ifPresent(c -> estimation.curve(DEFINITION, slice, c, entered, clients));
    for (int day : Horizons.DAYS) {
      int from = curve.map(StepCurve::first).orElse(0);
      long used = 0;
      for (int t = from; t <= day && t < table.length(); t++) {
        used += table.events(USE, t);
      }
      long events = used;
      Result result =
          curve
              .flatMap(c -> c.at(day))
              .<Result>map(
                  p ->
                      new Result.AtDay(
                          p.estimate(),
                          new Interval(p.low(), p.high()),
                          bounds(worst, best, day),
                          events,
                          entered,
                          p.remaining()))
              .orElseGet(
                  () ->
                      new Result.Unavailable(
                          curve.isEmpty()
                              ? TimeDependentCurve.why(entered)
                              : "Nobody in this group was still observed without use on day "
                                  + day
                                  + "."));
      estimation.figure(
          DEFINITION, OptionalInt.of(day), slice, RULE, result, clients, events, entered - events);
    }
    estimation.figure(
        Medians.of(
            estimation,
            DEFINITION,
            slice,
            RULE,
            curve,
            entered,
            curve.isEmpty()
                ? TimeDependentCurve.why(entered)
                : "Fewer than half were seen to use."),
        clients);
  }

  /** The curve under another rule, from the day on which the figure's own begins. */
  private static Optional<StepCurve> other(
      Estimation estimation, Slice slice, Rule rule, Optional<StepCurve> own) {
    RiskTable table = FirstUseTimes.INSTANCE.table(estimation.counts(), slice, rule);
    return own.map(c -> KaplanMeier.estimate(table, c.first()));
  }

  private static Optional<Bounds> bounds(
      Optional<StepCurve> worst, Optional<StepCurve> best, int day) {
    Optional<StepCurve.Point> low = worst.flatMap(c -> c.at(day));
    Optional<StepCurve.Point> high = best.flatMap(c -> c.at(day));
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Bounds(low.get().estimate(), high.get().estimate()))
        : Optional.empty();
  }
}
