package org.throughline.figure;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A headline measure month by month, as plain shares of months that do not overlap, with the limits
 * of usual variation (XmR): what a {@link Result.Signal} was read from.
 *
 * @param measure its measure's id
 * @param at its horizon; with one, months are months of admission
 * @param points oldest first; months in which nothing was counted are left out
 * @param limits absent where there are too few months
 */
@SuppressWarnings("serial") // an Optional is not serializable; reports are not sent anywhere
public record ControlChart(
    String measure, OptionalInt at, List<Point> points, Optional<Limits> limits)
    implements Serializable {

  public ControlChart {
    points = List.copyOf(points);
  }

  /** The strongest rule by which a month stands out. */
  public enum Rule {
    /** None: usual variation. */
    NONE,
    /** It lies outside the limits. */
    OUTSIDE,
    /** It is one of two of three months that are far from the centre on the same side. */
    NEAR_LIMIT,
    /** It is one of seven or more in a row on one side of the centre. */
    ONE_SIDE,
    /** It is one of seven or more in a row that rise or fall. */
    TREND
  }

  /**
   * A month.
   *
   * @param value share of 1; absent where it is hidden
   * @param n what the share is of; 0 where it is hidden
   * @param rule how it stands out
   * @param verdict for the better or the worse, if it stands out
   */
  public record Point(
      YearMonth month, Optional<Double> value, long n, Rule rule, Result.Signal.Verdict verdict)
      implements Serializable {

    /** The month, and nothing about it. */
    public Point hide() {
      return new Point(month, Optional.empty(), 0, Rule.NONE, Result.Signal.Verdict.USUAL);
    }
  }

  /**
   * What is usual.
   *
   * @param centre mean of the months that set the limits
   * @param natural limits of single months, within 0 and 1
   * @param range mean difference of neighbouring months, screened
   * @param rangeLimit the most that such a difference usually is
   * @param months how many months set them, the first ones
   * @param trial whether they move with each new month
   */
  public record Limits(
      double centre, Interval natural, double range, double rangeLimit, int months, boolean trial)
      implements Serializable {}

  /** The same with some months hidden. */
  public ControlChart with(List<Point> others) {
    return new ControlChart(measure, at, others, limits);
  }
}
