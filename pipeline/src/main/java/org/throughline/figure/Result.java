package org.throughline.figure;

import java.io.Serializable;
import java.util.Optional;

/**
 * What was found for a figure. Sealed, so that every renderer answers for each kind: a figure that
 * cannot be shown has no number to leak and says why.
 */
public sealed interface Result extends Serializable {

  /** A number of episodes. */
  record Count(long value) implements Result {}

  /**
   * A share of 1 of something counted.
   *
   * @param clients distinct clients behind the denominator; at most {@code denominator}
   */
  record Proportion(
      double value,
      Interval interval,
      Optional<Bounds> bounds,
      long numerator,
      long denominator,
      long clients)
      implements Result {}

  /**
   * A share of 1 read from a curve at a fixed day. Its value is not numerator over denominator,
   * since some are censored or leave for another reason.
   *
   * @param bounds the values under other rules for missing weeks, where they matter
   * @param events the curve's events up to and including that day
   * @param entered episodes that the curve started with
   * @param atRisk episodes still observed just after that day
   */
  record AtDay(
      double value,
      Interval interval,
      Optional<Bounds> bounds,
      long events,
      long entered,
      long atRisk)
      implements Result {

    /** One for which no other rule matters. */
    public AtDay(double value, Interval interval, long events, long entered, long atRisk) {
      this(value, interval, Optional.empty(), events, entered, atRisk);
    }
  }

  /**
   * Events per unit of time.
   *
   * @param value in the figure's unit
   * @param interval in the same unit
   * @param events counted
   * @param days in which they were, over all clients
   */
  record Rate(double value, Interval interval, long events, long days) implements Result {}

  /**
   * A length of time: a mean, a median.
   *
   * @param interval absent where its end is not reached, or too few episodes tell
   * @param bounds the values under other rules for missing weeks, where they matter
   * @param episodes behind it
   */
  record Duration(double value, Optional<Interval> interval, Optional<Bounds> bounds, long episodes)
      implements Result {

    /** One for which no other rule matters. */
    public Duration(double value, Optional<Interval> interval, long episodes) {
      this(value, interval, Optional.empty(), episodes);
    }
  }

  /** A test: three rows in {@code figures.csv}. */
  record Comparison(double chiSquare, int degreesOfFreedom, double p, long episodes, long events)
      implements Result {}

  /** It cannot be computed; the reason is a sentence for a reader. */
  record Unavailable(String reason) implements Result {}

  /** It was computed and is not released, since it is about fewer clients than the threshold. */
  record Suppressed(Kind kind) implements Result {
    /** Why it is hidden. */
    public enum Kind {
      /** The cell itself is small. */
      PRIMARY("primary"),
      /** It would give a small cell away by subtraction. */
      COMPLEMENTARY("complementary");

      private final String code;

      Kind(String code) {
        this.code = code;
      }

      public String code() {
        return code;
      }
    }
  }
}
