package org.throughline.measure;

import java.util.Optional;
import org.throughline.figure.Bounds;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.statistics.DesignEffect;
import org.throughline.statistics.Wilson;

/** Proportions read from counts that {@link ShareCounter} laid out. */
final class Shares {
  private Shares() {}

  /** A share of episodes, with a Wilson interval. */
  static Result ofEpisodes(long[] counts, String nobody) {
    return share(counts, 1, nobody);
  }

  /** A share of units that repeat within a client: Wilson, widened by the design effect. */
  static Result ofRepeatedUnits(long[] counts, String nobody) {
    double effect =
        DesignEffect.of(
            counts[ShareCounter.CLIENTS],
            counts[ShareCounter.NUMERATOR],
            counts[ShareCounter.DENOMINATOR],
            counts[ShareCounter.SUM_YY],
            counts[ShareCounter.SUM_YN],
            counts[ShareCounter.SUM_NN]);
    return share(counts, effect, nobody);
  }

  private static Result share(long[] counts, double effect, String nobody) {
    long n = counts[ShareCounter.DENOMINATOR];
    if (n == 0) {
      return new Result.Unavailable(nobody);
    }
    long y = counts[ShareCounter.NUMERATOR];
    Interval interval = Wilson.interval((double) y, (double) n, effect);
    return new Result.Proportion(
        (double) y / n, interval, Optional.empty(), y, n, counts[ShareCounter.CLIENTS]);
  }

  /** The same with the values under the two other rules for missing weeks as bounds. */
  static Result withBounds(Result result, Optional<Bounds> bounds) {
    return result instanceof Result.Proportion p
        ? new Result.Proportion(
            p.value(), p.interval(), bounds, p.numerator(), p.denominator(), p.clients())
        : result;
  }

  /** Clients behind the denominator, the numerator and the rest. */
  static Long[] cells(long[] counts) {
    return new Long[] {
      counts[ShareCounter.CLIENTS],
      counts[ShareCounter.CLIENTS_ABOVE],
      counts[ShareCounter.CLIENTS_REST]
    };
  }
}
