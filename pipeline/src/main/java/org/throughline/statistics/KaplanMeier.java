package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import org.throughline.figure.Interval;

/**
 * Probability of no event yet (Kaplan and Meier 1958), events of all causes pooled, with
 * Greenwood's variance and log−log intervals. On a table with entries after index 0 it is the
 * estimator for delayed entry; on the tables of groups between which people move it is Simon and
 * Makuch's (1984).
 *
 * <p>Where everybody at risk fails, the estimate is 0 from there on, whoever enters later: a curve
 * that fills up from nobody should begin where enough are at risk ({@link
 * RiskTable#startingWhereAtRisk}).
 */
public final class KaplanMeier {

  private KaplanMeier() {}

  /** The curve from index 0 on. */
  public static StepCurve estimate(RiskTable table) {
    return estimate(table, 0);
  }

  /**
   * The curve given no event before an index: it is 1 just before {@code fromIndex}.
   *
   * @throws IllegalArgumentException if the table has no such index
   */
  public static StepCurve estimate(RiskTable table, int fromIndex) {
    table.requireIndex(fromIndex);
    List<StepCurve.Point> points = new ArrayList<>();
    double survival = 1;
    double relativeVariance = 0;
    for (int t = fromIndex; t < table.length(); t++) {
      long atRisk = table.atRisk(t);
      long events = table.events(t);
      if (events > 0) {
        double surviving = (double) (atRisk - events);
        survival *= surviving / atRisk;
        relativeVariance += events / (atRisk * surviving);
      }
      if (t == fromIndex || table.changesAt(t)) {
        // at 0 Greenwood's sum is infinite, but the estimate cannot vary (R gives NaN)
        double variance = survival == 0 ? 0 : survival * survival * relativeVariance;
        Interval interval = LogLog.interval(survival, variance);
        points.add(
            new StepCurve.Point(
                t,
                atRisk,
                events,
                table.censored(t),
                table.atRisk(t + 1),
                survival,
                variance,
                interval.low(),
                interval.high()));
      }
    }
    return new StepCurve(StepCurve.Kind.SURVIVAL, fromIndex, table.length() - 1, points);
  }
}
