package org.throughline.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Beta;
import org.throughline.figure.Interval;

/**
 * How often each of the whole numbers 0, 1, 2, … was found: all that their mean and median need.
 */
public final class WholeNumbers {
  private static final double TAIL = 0.025;

  private final long[] counts;
  private final long size;
  private final long sum;
  private final long squares;

  /**
   * @param counts by number, how often it was found
   * @throws IllegalArgumentException if a count is negative
   */
  public WholeNumbers(long[] counts) {
    this.counts = counts.clone();
    if (Arrays.stream(counts).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("a count is negative: " + Arrays.toString(counts));
    }
    long n = 0;
    long total = 0;
    long squared = 0;
    for (int i = 0; i < counts.length; i++) {
      n = Math.addExact(n, counts[i]);
      total = Math.addExact(total, Math.multiplyExact(i, counts[i]));
      squared = Math.addExact(squared, Math.multiplyExact((long) i * i, counts[i]));
    }
    size = n;
    sum = total;
    squares = squared;
  }

  /** How many were found. */
  public long size() {
    return size;
  }

  /** What they add up to. */
  public long sum() {
    return sum;
  }

  /** Their mean; there must be one. */
  public double mean() {
    requireSome();
    return (double) sum / size;
  }

  /**
   * The 95 % interval of the mean by Student's t, kept between 0 and the largest number that could
   * have been found.
   *
   * @return empty under two, or where all are the same: then nothing tells how they vary
   */
  public Optional<Interval> meanInterval() {
    BigInteger n = BigInteger.valueOf(size);
    BigInteger spread =
        n.multiply(BigInteger.valueOf(squares)).subtract(BigInteger.valueOf(sum).pow(2));
    if (size < 2 || spread.signum() == 0) {
      return Optional.empty();
    }
    double variance = spread.doubleValue() / n.multiply(n.subtract(BigInteger.ONE)).doubleValue();
    double half = Distributions.tQuantile(1 - TAIL, size - 1) * Math.sqrt(variance / size);
    return Optional.of(
        new Interval(Math.max(0, mean() - half), Math.min(counts.length - 1.0, mean() + half)));
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    requireSome();
    return (at((size + 1) / 2) + at(size / 2 + 1)) / 2.0;
  }

  /**
   * The 95 % interval of the median by order statistics: from the k-th smallest to the k-th
   * largest, k the greatest rank for which fewer than k of so many fair coins fall heads at most
   * once in forty.
   *
   * @return empty under six, which are too few for such an interval
   */
  public Optional<Interval> medianInterval() {
    long low = 0;
    long high = size / 2 + 1;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (fewerHeadsThan(middle) <= TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(new Interval(at(low), at(size + 1 - low)));
  }

  /** P(X ≤ k − 1) of X binomial with ½. */
  private double fewerHeadsThan(long k) {
    return Beta.regularizedBeta(0.5, (double) (size - k + 1), (double) k);
  }

  /** The r-th smallest, counted from 1. */
  private int at(long rank) {
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return i;
      }
    }
    throw new IllegalStateException("there are only " + size);
  }

  private void requireSome() {
    if (size == 0) {
      throw new IllegalStateException("nothing was found, so there is no mean and no median");
    }
  }
}
