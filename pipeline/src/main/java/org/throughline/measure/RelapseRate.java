package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Interval;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.DesignEffect;
import org.throughline.statistics.PoissonRate;

/** Recorded relapses over time in care. */
final class RelapseRate implements Measure {
  private static final double CLIENT_MONTH = 30.4375;
  private static final double PER = 100;

  static final Definition DEFINITION =
      new Definition(
          "relapse_rate",
          1,
          "Relapses per 100 client-months",
          Population.COHORT,
          "recorded relapses, lapses left out, that begin on a day in care from day 1 on; records"
              + " that overlap or touch are one",
          "client-months of 30.4375 days in care, day 1 to the exit, at latest the retention cut;"
              + " the file's denominator is the days; tier and family involvement are those of the"
              + " day",
          Unit.PER_100_CLIENT_MONTHS,
          "95 %, exact Poisson at count and time over the design effect of clients",
          Direction.DOWN_IS_BETTER,
          "How often staff record a return to use, whatever the length of care.",
          "Throughline measures 1.0; Garwood (1936); ratio variance by Cochran (1977)");

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
      long[] counts = estimation.counts().at(CareCounts.RELAPSES, slice, ShareCounter.LENGTH);
      long clients = counts[ShareCounter.CLIENTS];
      long relapsed = counts[ShareCounter.CLIENTS_ABOVE];
      estimation.figure(
          DEFINITION,
          OptionalInt.empty(),
          slice,
          "",
          rate(counts),
          clients,
          relapsed,
          clients - relapsed);
    }
  }

  private static Result rate(long[] counts) {
    long days = counts[ShareCounter.DENOMINATOR];
    if (days == 0) {
      return new Result.Unavailable("Nobody of this group had a day in care.");
    }
    long relapses = counts[ShareCounter.NUMERATOR];
    double effect =
        DesignEffect.ofRate(
            counts[ShareCounter.CLIENTS],
            relapses,
            days,
            counts[ShareCounter.SUM_YY],
            counts[ShareCounter.SUM_YN],
            counts[ShareCounter.SUM_NN]);
    double hundredMonths = days / (CLIENT_MONTH * PER);
    Interval interval = PoissonRate.interval(relapses, hundredMonths, effect);
    return new Result.Rate(relapses / hundredMonths, interval, relapses, days);
  }
}
