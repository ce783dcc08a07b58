package org.throughline.statistics;

/**
 * Whether two estimates differ, from their values and intervals: the interval of the difference is
 * put together from the distances of each value to its own limits (MOVER; Newcombe 1998 for
 * proportions, Zou and Donner 2008 in general). It assumes that the two are independent, and keeps
 * the level of the intervals given.
 *
 * @param value first minus second
 * @param low lower limit of the difference
 * @param high upper limit
 */
public record Difference(double value, double low, double high) {

  /**
   * The difference of two estimates, each given as value, lower and upper limit.
   *
   * @throws IllegalArgumentException if a value lies outside its limits
   */
  public static Difference of(
      double first,
      double firstLow,
      double firstHigh,
      double second,
      double secondLow,
      double secondHigh) {
    inOrder(firstLow, first, firstHigh);
    inOrder(secondLow, second, secondHigh);
    double value = first - second;
    return new Difference(
        value,
        value - Math.hypot(first - firstLow, secondHigh - second),
        value + Math.hypot(firstHigh - first, second - secondLow));
  }

  private static void inOrder(double low, double value, double high) {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(value + " is not between " + low + " and " + high);
    }
  }

  /** 1 or −1 where the interval leaves out 0, by the sign of the difference; else 0. */
  public int sign() {
    if (low > 0) {
      return 1;
    }
    return high < 0 ? -1 : 0;
  }
}
