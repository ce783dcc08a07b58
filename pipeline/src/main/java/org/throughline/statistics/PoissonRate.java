package org.throughline.statistics;

import org.throughline.figure.Interval;

/**
 * The exact 95 % interval of a rate of events over time (Garwood 1936): the rates under which so
 * many events or more, or so many or fewer, are not rarer than one in forty.
 */
public final class PoissonRate {
  private static final double TAIL = 0.025;

  private PoissonRate() {}

  /**
   * The interval, with count and time divided by a design effect, which leaves the rate and widens
   * the interval.
   *
   * @param events at least 0
   * @param time above 0
   * @param designEffect at least 1, see {@link DesignEffect#ofRate}
   * @return events for each unit of time; from 0 where there was no event
   * @throws IllegalArgumentException if there is no such rate
   */
  public static Interval interval(long events, double time, double designEffect) {
    if (events < 0 || !(time > 0) || !(designEffect >= 1) || Double.isInfinite(designEffect)) {
      throw new IllegalArgumentException(
          "no rate: %d events in %s, design effect %s".formatted(events, time, designEffect));
    }
    double count = events / designEffect;
    double length = time / designEffect;
    double low = events == 0 ? 0 : Distributions.gammaQuantile(TAIL, count) / length;
    return new Interval(low, Distributions.gammaQuantile(1 - TAIL, count + 1) / length);
  }
}
