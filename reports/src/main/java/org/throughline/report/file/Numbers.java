package org.throughline.report.file;

import java.util.Optional;
import org.throughline.figure.Bounds;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;

/**
 * The numeric cells of one row of {@code figures.csv}, each empty where the figure has none.
 *
 * <p>A share read from a curve puts the events up to its day into {@code numerator} and the
 * episodes that the curve started with into {@code denominator}; its value is not their quotient. A
 * rate has its events there and the days, over all clients, in which they were. A site's share has
 * the inner limits of the funnel where others have their interval, and the outer ones as bounds.
 */
record Numbers(
    String value,
    String low,
    String high,
    String boundLow,
    String boundHigh,
    String numerator,
    String denominator,
    String suppressed) {

  private static final Numbers EMPTY = new Numbers("", "", "", "", "", "", "", "");

  static Numbers of(Result result) {
    if (result instanceof Result.Count count) {
      return EMPTY.withValue(Long.toString(count.value()));
    }
    if (result instanceof Result.Proportion share) {
      return EMPTY
          .withValue(Decimals.text(share.value()))
          .withInterval(share.interval())
          .withBounds(share.bounds())
          .over(share.numerator(), share.denominator());
    }
    if (result instanceof Result.AtDay day) {
      return EMPTY
          .withValue(Decimals.text(day.value()))
          .withInterval(day.interval())
          .withBounds(day.bounds())
          .over(day.events(), day.entered());
    }
    if (result instanceof Result.Rate rate) {
      return EMPTY
          .withValue(Decimals.text(rate.value()))
          .withInterval(rate.interval())
          .over(rate.events(), rate.days());
    }
    if (result instanceof Result.Duration time) {
      Numbers numbers =
          EMPTY
              .withValue(Decimals.text(time.value()))
              .withBounds(time.bounds())
              .withDenominator(Long.toString(time.episodes()));
      return time.interval().map(numbers::withInterval).orElse(numbers);
    }
    if (result instanceof Result.Comparison test) {
      return EMPTY.withValue(Decimals.text(test.chiSquare())).over(test.events(), test.episodes());
    }
    if (result instanceof Result.Ratio ratio) {
      return EMPTY
          .withValue(Decimals.text(ratio.value()))
          .withInterval(ratio.interval())
          .over(ratio.events(), ratio.episodes());
    }
    if (result instanceof Result.Funnel share) {
      Numbers numbers =
          EMPTY
              .withValue(Decimals.text(share.value()))
              .over(share.numerator(), share.denominator());
      return share
          .limits()
          .map(l -> numbers.withInterval(l.inner()).withBounds(l.outer().low(), l.outer().high()))
          .orElse(numbers);
    }
    if (result instanceof Result.Signal signal) {
      return EMPTY.withValue(Integer.toString(signal.verdict().code()));
    }
    if (result instanceof Result.Suppressed hidden) {
      return new Numbers("", "", "", "", "", "", "", hidden.kind().code());
    }
    return EMPTY;
  }

  /** The centre of a chart and its limits of usual variation. */
  static Numbers limits(Result.Signal signal) {
    return EMPTY.withValue(Decimals.text(signal.centre())).withInterval(signal.limits());
  }

  /** A row that holds one number only. */
  static Numbers single(double value) {
    return EMPTY.withValue(Decimals.text(value));
  }

  private Numbers withValue(String text) {
    return new Numbers(text, low, high, boundLow, boundHigh, numerator, denominator, suppressed);
  }

  private Numbers withInterval(Interval interval) {
    return new Numbers(
        value,
        Decimals.text(interval.low()),
        Decimals.text(interval.high()),
        boundLow,
        boundHigh,
        numerator,
        denominator,
        suppressed);
  }

  private Numbers withBounds(Optional<Bounds> bounds) {
    return bounds.map(b -> withBounds(b.low(), b.high())).orElse(this);
  }

  private Numbers withBounds(double lowest, double highest) {
    return new Numbers(
        value,
        low,
        high,
        Decimals.text(lowest),
        Decimals.text(highest),
        numerator,
        denominator,
        suppressed);
  }

  private Numbers over(long above, long below) {
    return new Numbers(
        value,
        low,
        high,
        boundLow,
        boundHigh,
        Long.toString(above),
        Long.toString(below),
        suppressed);
  }

  private Numbers withDenominator(String below) {
    return new Numbers(value, low, high, boundLow, boundHigh, numerator, below, suppressed);
  }
}
