package org.throughline.sampledata.simulator;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a client truly used, whether anybody heard of it or not. Use comes in weeks: a
 * week of use follows a sober one with a chance that falls over the course of treatment, and lasts
 * with another; after an unplanned exit both chances are higher. Weeks are treatment weeks: week k
 * holds days 7k−6 to 7k.
 */
public final class UseHistory {

  private static final double USE_ON_A_DAY_OF_A_USE_WEEK = 0.4;
  private static final int WEEKS_BEYOND_EXIT = 13;
  private static final int LEAST_WEEKS = 26;

  private final BitSet days;
  private final int weeks;

  private UseHistory(BitSet days, int weeks) {
    this.days = days;
    this.weeks = weeks;
  }

  static UseHistory drawn(Draw draw, double frailty, int exitDay, boolean unplannedExit) {
    int weeks = Math.max(LEAST_WEEKS, weekOf(exitDay) + WEEKS_BEYOND_EXIT);
    BitSet days = new BitSet(7 * weeks + 1);
    double leaning = StrictMath.exp(0.3 * frailty);
    boolean using = draw.happens(0.5);
    for (int week = 1; week <= weeks; week++) {
      int first = 7 * week - 6;
      boolean inCare = first <= exitDay;
      double lasts = inCare ? 0.50 : unplannedExit ? 0.75 : 0.55;
      double begins = inCare ? beginsInCare(week) : unplannedExit ? 0.14 : 0.05;
      using = draw.happens(Math.min(0.95, (using ? lasts : begins) * leaning));
      if (using) {
        days.set(draw.between(first, first + 6));
        for (int day = first; day < first + 7; day++) {
          if (draw.happens(USE_ON_A_DAY_OF_A_USE_WEEK)) {
            days.set(day);
          }
        }
      }
    }
    return new UseHistory(days, weeks);
  }

  private static double beginsInCare(int week) {
    return week <= 4 ? 0.12 : week <= 12 ? 0.08 : 0.05;
  }

  /** The treatment week of a day ≥ 1; 1 also for day 0 and earlier. */
  static int weekOf(int day) {
    return Math.max(1, (day + 6) / 7);
  }

  /** How many weeks are known. */
  public int weeks() {
    return weeks;
  }

  public boolean usedOn(int day) {
    return day >= 1 && days.get(day);
  }

  /** Whether there was use on a day from first to last, both included. */
  public boolean usedWithin(int first, int last) {
    int next = days.nextSetBit(Math.max(1, first));
    return next >= 0 && next <= last;
  }

  public boolean usedInWeek(int week) {
    return usedWithin(7 * week - 6, 7 * week);
  }

  /** Whether weeks 1 to the given one were all free of use. */
  public boolean soberThroughWeek(int week) {
    return !usedWithin(1, 7 * week);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UseHistory history
        && weeks == history.weeks
        && days.equals(history.days);
  }

  @Override
  public int hashCode() {
    return 31 * days.hashCode() + weeks;
  }

  @Override
  public String toString() {
    return "used on days " + days + " of " + 7 * weeks;
  }

  int firstUseIn(int firstDay) {
    return days.nextSetBit(firstDay);
  }

  int lastUseUpTo(int day) {
    return days.previousSetBit(day);
  }
}
