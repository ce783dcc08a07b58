package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.PoissonRate;
import org.throughline.statistics.RiskTable;

/** When clients leave: exits of a class in a period of care, over the time in care in it. */
final class ExitRisk implements Measure {
  private static final double WEEK = 7;
  private static final double PER = 100;

  /** Days of care: weeks 1, 2, 3 and 4, 5 to 8, 9 to 13, 14 to 26; day 0 goes with week 1. */
  private record Period(int from, int to) {
    String code() {
      return from + "-" + to;
    }
  }

  private static final List<Period> PERIODS =
      List.of(
          new Period(0, 7),
          new Period(8, 14),
          new Period(15, 28),
          new Period(29, 56),
          new Period(57, 91),
          new Period(92, 182));

  private static final List<Definition> DEFINITIONS =
      List.of(
          definition(ExitClass.PLANNED, "Completions per 100 client-weeks", Direction.NEITHER),
          definition(ExitClass.TRANSFERRED, "Transfers per 100 client-weeks", Direction.NEITHER),
          definition(
              ExitClass.UNPLANNED,
              "Unplanned exits per 100 client-weeks",
              Direction.DOWN_IS_BETTER),
          definition(ExitClass.OTHER, "Other exits per 100 client-weeks", Direction.NEITHER));

  private static Definition definition(ExitClass kind, String label, Direction direction) {
    return new Definition(
        "exit_risk_" + kind.code(),
        1,
        label,
        Population.COHORT,
        "exits of the class " + kind.code() + " in the days of care that the level names",
        "client-weeks: a seventh of the days on which episodes of the cohort were still in care,"
            + " among the days that the level names; the file's denominator is the days",
        Unit.PER_100_CLIENT_WEEKS,
        "95 %, exact Poisson",
        direction,
        "Says in which weeks of care clients leave, and so when to reach out.",
        "Throughline measures 1.0; Garwood (1936)");
  }

  @Override
  public List<Definition> definitions() {
    return DEFINITIONS;
  }

  @Override
  public List<Counting> countings() {
    return List.of(FollowUp.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    for (Slice slice : estimation.overallAndTiers()) {
      RiskTable table = FollowUp.table(estimation.counts(), slice);
      for (ExitClass kind : ExitClass.values()) {
        for (Period period : PERIODS) {
          estimate(estimation, slice, table, kind, period);
        }
      }
    }
  }

  private static void estimate(
      Estimation estimation, Slice slice, RiskTable table, ExitClass kind, Period period) {
    long events = 0;
    long days = 0;
    for (int t = period.from; t <= Math.min(period.to, table.length() - 1); t++) {
      events += table.events(kind.cause(), t);
      days += table.atRisk(t);
    }
    Result result =
        days == 0
            ? new Result.Unavailable("Nobody was in care in these days of care.")
            : rate(events, days);
    List<Long> cells = new ArrayList<>(List.of(events));
    if (period.from < table.length()) {
      cells.add(table.atRisk(period.from));
    }
    estimation.figure(
        DEFINITIONS.get(kind.cause()),
        OptionalInt.empty(),
        slice.withLevel(period.code()),
        "",
        result,
        cells.toArray(Long[]::new));
  }

  private static Result rate(long events, long days) {
    double hundredWeeks = days / (WEEK * PER);
    return new Result.Rate(
        events / hundredWeeks, PoissonRate.interval(events, hundredWeeks, 1), events, days);
  }
}
