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

  /**
   * A ratio of hazards from a regression.
   *
   * @param p of Wald's test that it is 1
   * @param events behind it
   * @param episodes behind it
   */
  record Ratio(double value, Interval interval, double p, long events, long episodes)
      implements Result {}

  /**
   * A share of one site beside what sites of its size have by chance.
   *
   * @param limits absent where there are too few sites
   * @param clients distinct clients behind the denominator
   */
  record Funnel(
      double value, Optional<FunnelLimits> limits, long numerator, long denominator, long clients)
      implements Result {

    /** Whether the share is beyond the outer limits. */
    public boolean flagged() {
      return limits
          .map(l -> value < l.outer().low() || value > l.outer().high())
          .orElse(Boolean.FALSE);
    }
  }

  /**
   * Limits for a site's size.
   *
   * @param centre share of all sites together
   * @param inner passed by one site in twenty by chance: no flag
   * @param outer passed by one in five hundred by chance
   */
  record FunnelLimits(double centre, Interval inner, Interval outer) implements Serializable {}

  /**
   * Whether the latest month is out of the usual, on a chart of individual values.
   *
   * @param verdict in the direction of the measure
   * @param reason the rule by which it is a signal, as words after "since"; empty where it is none
   * @param centre mean of the months that set the limits
   * @param limits of usual variation, of a share, so within 0 and 1
   * @param points months in the series
   * @param trial whether there are too few months yet for limits that stay
   */
  record Signal(
      Verdict verdict, String reason, double centre, Interval limits, int points, boolean trial)
      implements Result {

    /** What a signal says. */
    public enum Verdict {
      BETTER(1),
      WORSE(-1),
      /** Usual variation: nothing to explain. */
      USUAL(0);

      private final int code;

      Verdict(int code) {
        this.code = code;
      }

      /** 1, −1 or 0, as written in files. */
      public int code() {
        return code;
      }
    }
  }

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
