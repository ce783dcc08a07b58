package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import org.throughline.figure.Interval;

/**
 * Cumulative incidence of one cause while the others compete (Aalen and Johansen 1978): {@code F(t)
 * = Σ S(s−1)·d_cause(s)/n(s)} with S the Kaplan–Meier probability of no event of any cause.
 *
 * <p>The variance is the Greenwood-type one of the delta method with multinomial increments (Dinse
 * and Larson 1986; Andersen, Borgan, Gill and Keiding 1993, 4.4.1; Marubini and Valsecchi 1995,
 * 10.3):
 *
 * <pre>
 *   Σ (F(t)−F(s))²·d/(n(n−d)) + Σ S(s−1)²·d_c(n−d_c)/n³ − 2·Σ (F(t)−F(s))·S(s−1)·d_c/n²
 * </pre>
 *
 * Without censoring it is F(1−F)/n exactly, and without delayed entry it equals the infinitesimal
 * jackknife of R's survfit; with one cause it is Greenwood's. R's cmprsk gives Aalen's variance
 * instead, which is a little larger. Here it is carried forward as the covariance matrix of S and
 * F, which is the same sum in one pass. Intervals are log−log.
 */
public final class AalenJohansen {

  private AalenJohansen() {}

  /**
   * The cumulative incidence of a cause from index 0 on.
   *
   * @throws IllegalArgumentException if the table has no such cause
   */
  public static StepCurve estimate(RiskTable table, int cause) {
    return estimate(table, cause, 0);
  }

  /**
   * The cumulative incidence given no event before an index: it is 0 just before {@code fromIndex}.
   *
   * @throws IllegalArgumentException if the table has no such cause or index
   */
  public static StepCurve estimate(RiskTable table, int cause, int fromIndex) {
    table.requireCause(cause);
    table.requireIndex(fromIndex);
    List<StepCurve.Point> points = new ArrayList<>();
    State state = State.START;
    for (int t = fromIndex; t < table.length(); t++) {
      if (table.events(t) > 0) {
        state = state.after(table.events(t), table.events(cause, t), table.atRisk(t));
      }
      if (t == fromIndex || table.changesAt(t)) {
        Interval interval = LogLog.interval(state.incidence, state.incidenceVariance);
        points.add(
            new StepCurve.Point(
                t,
                table.atRisk(t),
                table.events(cause, t),
                table.censored(t),
                table.atRisk(t + 1),
                state.incidence,
                state.incidenceVariance,
                interval.low(),
                interval.high()));
      }
    }
    return new StepCurve(StepCurve.Kind.INCIDENCE, fromIndex, table.length() - 1, points);
  }

  /** Event-free probability and cumulative incidence, with their covariance matrix. */
  private record State(
      double eventFree,
      double incidence,
      double eventFreeVariance,
      double covariance,
      double incidenceVariance) {

    static final State START = new State(1, 0, 0, 0, 0);

    State after(long events, long ofCause, long atRisk) {
      double n = (double) atRisk;
      double any = events / n;
      double own = ofCause / n;
      double kept = (atRisk - events) / n;
      double notOwn = (atRisk - ofCause) / n;
      double noise = eventFree * eventFree / n;
      double nextVariance =
          incidenceVariance
              + 2 * own * covariance
              + own * own * eventFreeVariance
              + noise * own * notOwn;
      return new State(
          eventFree * kept,
          // incidences of all causes add up to 1, but for a rounding error
          Math.min(1, incidence + eventFree * own),
          kept * kept * eventFreeVariance + noise * any * kept,
          kept * (covariance + own * eventFreeVariance) - noise * own * kept,
          // a variance that is 0 may come out a rounding error below it
          Math.max(0, nextVariance));
    }
  }
}
