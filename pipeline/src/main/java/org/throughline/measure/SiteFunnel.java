package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.FunnelLimits;

/** Sites beside the limits within which sites of their size lie if they differ by chance alone. */
final class SiteFunnel implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "site_funnel",
          1,
          "Sites beside limits of chance",
          Population.COHORT,
          "level retention: episodes without unplanned exit by day 90, a plain proportion; level"
              + " completion: planned exits; level attendance: sessions attended",
          "level retention: episodes with 90 days and the days of silence of follow-up; level"
              + " completion: exits known by the cut; level attendance: sessions of episodes of the"
              + " cohort that were attended, not shown up for, or cancelled by the client",
          Unit.SHARE,
          "limits around the share of all sites, not an interval: ci_low and ci_high 95 %, bound_low"
              + " and bound_high 99.8 %, binomial, widened by √φ where sites are overdispersed; none"
              + " under 10 sites. Only a share beyond 99.8 % is a flag",
          Direction.UP_IS_BETTER,
          "Which sites differ by more than their size explains; a ranking would not tell.",
          "Throughline measures 1.0; Spiegelhalter (2005)");

  private record Indicator(String level, OptionalInt at, String counter) {}

  private static final List<Indicator> INDICATORS =
      List.of(
          new Indicator("retention", OptionalInt.of(Horizons.HEADLINE_DAY), SiteShares.RETENTION),
          new Indicator("completion", OptionalInt.empty(), SiteShares.COMPLETION),
          new Indicator("attendance", OptionalInt.empty(), SiteShares.ATTENDANCE));

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(SiteShares.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    INDICATORS.forEach(indicator -> publish(estimation, indicator));
  }

  private static void publish(Estimation estimation, Indicator indicator) {
    List<FunnelLimits.Unit> units = new ArrayList<>();
    for (String site : estimation.sites()) {
      long[] counts = counts(estimation, indicator, site);
      if (counts[ShareCounter.DENOMINATOR] > 0) {
        units.add(
            new FunnelLimits.Unit(
                counts[ShareCounter.NUMERATOR], counts[ShareCounter.DENOMINATOR]));
      }
    }
    Optional<FunnelLimits> limits = FunnelLimits.of(units);
    for (String site : estimation.sites()) {
      long[] counts = counts(estimation, indicator, site);
      estimation.figure(
          DEFINITION,
          indicator.at,
          Slice.ofSite(site).withLevel(indicator.level),
          "",
          result(counts, limits),
          Shares.cells(counts));
    }
  }

  private static long[] counts(Estimation estimation, Indicator indicator, String site) {
    return estimation.counts().at(indicator.counter, Slice.ofSite(site), ShareCounter.LENGTH);
  }

  private static Result result(long[] counts, Optional<FunnelLimits> limits) {
    long n = counts[ShareCounter.DENOMINATOR];
    if (n == 0) {
      return new Result.Unavailable("Nothing at this site counts for it.");
    }
    long y = counts[ShareCounter.NUMERATOR];
    return new Result.Funnel(
        (double) y / n,
        limits.map(l -> new Result.FunnelLimits(l.centre(), l.inner(n), l.outer(n))),
        y,
        n,
        counts[ShareCounter.CLIENTS]);
  }
}
