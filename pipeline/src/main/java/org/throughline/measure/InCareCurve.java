package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Interval;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.LogRank;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Time to any exit; by family involvement the Simon–Makuch curves of time-dependent groups. */
final class InCareCurve implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "in_care_curve",
          1,
          "Still in care after day {at}",
          Population.COHORT,
          "probability of no exit of any class by the day",
          "episodes of the cohort admitted by the retention cut; by family involvement those at"
              + " risk before and after the first family contact (Simon–Makuch), the involved curve"
              + " starting where 10 are at risk",
          Unit.SHARE,
          "95 %, Kaplan–Meier, Greenwood, on the scale of log(−log S)",
          Direction.NEITHER,
          "How long care lasts, however it ends.",
          "Throughline measures 1.0; Kaplan and Meier (1958); Simon and Makuch (1984)");

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(FollowUp.INSTANCE, Involvement.COHORT, Naive.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    for (Slice slice : estimation.plain()) {
      RiskTable table = FollowUp.table(estimation.counts(), slice);
      publish(
          estimation,
          slice,
          table,
          table.entered() == 0 ? Optional.empty() : Optional.of(KaplanMeier.estimate(table)),
          FollowUp.clients(estimation.counts(), slice));
    }
    for (Slice slice : estimation.byInvolvement()) {
      RiskTable table = Involvement.COHORT.table(estimation.counts(), slice);
      publish(
          estimation,
          slice,
          table,
          TimeDependentCurve.of(slice, table),
          Involvement.COHORT.clients(estimation.counts(), slice));
    }
    logRankOverTiers(estimation);
  }

  private static void publish(
      Estimation estimation,
      Slice slice,
      RiskTable table,
      Optional<StepCurve> curve,
      long clients) {
    long entered = table.entered();
    curve.ifPresent(c -> estimation.curve(DEFINITION, slice, c, entered, clients));
    for (int day : Horizons.DAYS) {
      Optional<StepCurve.Point> point = curve.flatMap(c -> c.at(day));
      int start = curve.map(StepCurve::first).orElse(0);
      long exits = exits(table, start, day);
      Result result =
          point
              .<Result>map(
                  p ->
                      new Result.AtDay(
                          p.estimate(),
                          new Interval(p.low(), p.high()),
                          exits,
                          entered,
                          p.remaining()))
              .orElseGet(() -> new Result.Unavailable(why(entered, curve, day)));
      estimation.figure(
          DEFINITION, OptionalInt.of(day), slice, "", result, clients, exits, entered - exits);
    }
    estimation.figure(
        Medians.of(
            estimation,
            DEFINITION,
            slice,
            "",
            curve,
            entered,
            curve.isEmpty() ? why(entered, curve, 0) : "More than half were still in care."),
        clients);
  }

  private static String why(long entered, Optional<StepCurve> curve, int day) {
    return curve.isEmpty()
        ? TimeDependentCurve.why(entered)
        : "Nobody was at risk in this group on day " + day + ".";
  }

  private static long exits(RiskTable table, int from, int day) {
    long sum = 0;
    for (int t = from; t <= day && t < table.length(); t++) {
      sum += table.events(t);
    }
    return sum;
  }

  private static void logRankOverTiers(Estimation estimation) {
    List<RiskTable> groups = new ArrayList<>();
    long episodes = 0;
    long clients = 0;
    for (String tier : estimation.tiers()) {
      Slice slice = Slice.ofTier(tier);
      groups.add(FollowUp.table(estimation.counts(), slice));
      episodes += FollowUp.entered(estimation.counts(), slice);
      clients += FollowUp.clients(estimation.counts(), slice);
    }
    Optional<LogRank.Result> test = groups.size() < 2 ? Optional.empty() : LogRank.test(groups);
    long entered = episodes;
    Result result =
        test.<Result>map(
                t ->
                    new Result.Comparison(
                        t.chiSquare(),
                        t.degreesOfFreedom(),
                        t.p(),
                        entered,
                        t.observed().stream().mapToLong(Long::longValue).sum()))
            .orElseGet(() -> new Result.Unavailable("There are not two tiers to compare."));
    estimation.figure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id() + "_logrank",
            OptionalInt.empty(),
            Slice.OVERALL.withLevel("any_exit"),
            "",
            Unit.CHI_SQUARE,
            estimation.counts().cut(),
            result),
        clients);
  }
}
