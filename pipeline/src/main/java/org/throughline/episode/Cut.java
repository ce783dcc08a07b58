package org.throughline.episode;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The last day of a month: nothing dated after it is known.
 *
 * @param month the month
 * @param monthsBack months before the reporting month; 0 for the reporting month itself
 * @param reading 0 under the rules that are published; 1, 2, … under other ones
 * @param day the cut, as days since 1970-01-01
 * @param monthStart first day of the month, likewise
 * @param cohortFrom first day of admission in the cohort, likewise
 * @param rules by which episodes are read
 */
public record Cut(
    YearMonth month,
    int monthsBack,
    int reading,
    int day,
    int monthStart,
    int cohortFrom,
    FoldRules rules)
    implements Serializable {
  private static final int READINGS = 100;

  /**
   * Month ends as published, oldest first.
   *
   * @param last the reporting month
   * @param count how many months, the reporting month among them
   * @param rules which say how long a cohort is
   */
  public static List<Cut> series(YearMonth last, int count, FoldRules rules) {
    return series(last, count, rules, 0);
  }

  /** The same under the rules of a reading. */
  public static List<Cut> series(YearMonth last, int count, FoldRules rules, int reading) {
    if (reading < 0 || reading >= READINGS) {
      throw new IllegalArgumentException("there is no reading " + reading);
    }
    List<Cut> cuts = new ArrayList<>();
    for (int back = count - 1; back >= 0; back--) {
      YearMonth month = last.minusMonths(back);
      cuts.add(
          new Cut(
              month,
              back,
              reading,
              (int) month.atEndOfMonth().toEpochDay(),
              (int) month.atDay(1).toEpochDay(),
              (int) month.minusMonths(rules.cohortMonths() - 1L).atDay(1).toEpochDay(),
              rules));
    }
    return cuts;
  }

  /**
   * The number under which its counts are kept: months before the reporting month, and below 0
   * under other rules.
   */
  public int number() {
    return reading == 0 ? monthsBack : -(monthsBack * READINGS + reading);
  }

  /** Whether this is the reporting month under the rules that are published. */
  public boolean isPublished() {
    return monthsBack == 0 && reading == 0;
  }

  /** The cut as a date. */
  public LocalDate date() {
    return month.atEndOfMonth();
  }
}
