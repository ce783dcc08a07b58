package org.throughline.statistics;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The chart of individual values and moving ranges (Wheeler and Chambers, Understanding Statistical
 * Process Control, 1992; Wheeler, Understanding Variation, 1993): limits of what a process does as
 * long as nothing about it changes, and rules that tell when it did.
 *
 * <p>The centre is the mean of the points that set the limits, and the limits are 2.66 mean moving
 * ranges from it. Ranges above 3.268 times their mean are left out and the mean taken again, once,
 * so that one outlier does not widen the limits that should find it.
 *
 * @param limits what is usual
 * @param points in order of time, all of them, with what each of them signals
 */
public record XmR(Limits limits, List<Point> points) {
  /** 3 ÷ d₂, d₂ = 1.128 the mean range of two values of a normal distribution of variance 1. */
  static final double LIMIT = 2.66;

  /** D₄ for two values: three standard deviations above the mean of a moving range. */
  static final double RANGE_LIMIT = 3.268;

  /** With fewer points limits are on trial. */
  public static final int FIRM = 12;

  /** More points than this do not move the limits. */
  public static final int MOST = 24;

  /** Fewer points have no limits. */
  public static final int LEAST = 6;

  /** So many in a row make a run or a trend. */
  public static final int IN_A_ROW = 7;

  /** A rule by which a point signals, the strongest first. */
  public enum Rule {
    /** Beyond a limit. */
    OUTSIDE,
    /** Two of three points in a row more than two thirds of the way to one limit; its own is. */
    NEAR_LIMIT,
    /** One of seven or more in a row on one side of the centre. */
    ONE_SIDE,
    /** One of seven or more in a row, each above the one before it, or each below. */
    TREND
  }

  /** Which way a point signals. */
  public enum Way {
    UP,
    DOWN,
    /** It does not. */
    NONE
  }

  /** How sure limits are. */
  public enum Standing {
    /** From fewer than {@value #FIRM} points: they move with each new one. */
    TRIAL,
    /** From {@value #FIRM} points or more, {@value #MOST} at most. */
    FIRM
  }

  /**
   * @param centre mean of the points that set them
   * @param low lower natural limit; below 0 where a share cannot fall out of it
   * @param high upper natural limit
   * @param range mean moving range, screened
   * @param screened moving ranges that were left out
   * @param points how many points set them, the first ones
   */
  public record Limits(
      double centre, double low, double high, double range, int screened, int points) {

    /** Upper limit of the moving ranges. */
    public double rangeLimit() {
      return RANGE_LIMIT * range;
    }

    public Standing standing() {
      return points < FIRM ? Standing.TRIAL : Standing.FIRM;
    }

    /**
     * Limits from some values, in order of time; at least two.
     *
     * @param rangeLimit so many times their mean is the most that a moving range may be; infinite
     *     for no screening
     */
    static Limits of(List<Double> values, double rangeLimit) {
      double[] ranges = new double[values.size() - 1];
      double sum = values.get(0);
      for (int i = 1; i < values.size(); i++) {
        ranges[i - 1] = Math.abs(values.get(i) - values.get(i - 1));
        sum += values.get(i);
      }
      double unscreened = mean(ranges, Double.POSITIVE_INFINITY);
      double most = unscreened > 0 ? rangeLimit * unscreened : 0;
      double range = mean(ranges, most);
      int screened = 0;
      for (double one : ranges) {
        screened += one > most ? 1 : 0;
      }
      double centre = sum / values.size();
      return new Limits(
          centre, centre - LIMIT * range, centre + LIMIT * range, range, screened, values.size());
    }

    /** The mean of those up to a value. */
    private static double mean(double[] ranges, double most) {
      double sum = 0;
      int count = 0;
      for (double range : ranges) {
        if (range <= most) {
          sum += range;
          count++;
        }
      }
      return sum / count;
    }
  }

  /**
   * @param value the point
   * @param rules by which it signals
   * @param way which way, by the strongest of them
   */
  public record Point(double value, Set<Rule> rules, Way way) {
    public Point {
      rules = Set.copyOf(rules);
    }

    public boolean signals() {
      return !rules.isEmpty();
    }

    /** The strongest of its rules. */
    public Optional<Rule> strongest() {
      return rules.stream().sorted().findFirst();
    }
  }

  public XmR {
    points = List.copyOf(points);
  }

  /**
   * The chart of a series, its limits from its first {@value #MOST} points, or as many as there
   * are.
   *
   * @param values in order of time, one a month, months without a value left out
   * @return empty under {@value #LEAST} points
   */
  public static Optional<XmR> of(List<Double> values) {
    if (values.size() < LEAST) {
      return Optional.empty();
    }
    Limits limits = Limits.of(values.subList(0, Math.min(MOST, values.size())), RANGE_LIMIT);
    return Optional.of(new XmR(limits, new XmRSignals(limits, values).points()));
  }

  /** The latest point. */
  public Point latest() {
    return points.get(points.size() - 1);
  }
}
