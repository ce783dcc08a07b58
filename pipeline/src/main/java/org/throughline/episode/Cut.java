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
 * @param monthsBack months before the reporting month; 0 for the reporting month itself; negative
 *     for the reporting month read under other rules
 * @param day the cut, as days since 1970-01-01
 * @param monthStart first day of the month, likewise
 * @param cohortFrom first day of admission in the cohort, likewise
 * @param rules by which episodes are read
 */
public record Cut(
    YearMonth month, int monthsBack, int day, int monthStart, int cohortFrom, FoldRules rules)
    implements Serializable {

  /**
   * Month ends, oldest first.
   *
   * @param last the reporting month
   * @param count how many months, the reporting month among them
   * @param rules which say how long a cohort is
   */
  public static List<Cut> series(YearMonth last, int count, FoldRules rules) {
    List<Cut> cuts = new ArrayList<>();
    for (int back = count - 1; back >= 0; back--) {
      cuts.add(of(last.minusMonths(back), back, rules));
    }
    return cuts;
  }

  /**
   * The end of a month.
   *
   * @param monthsBack as in the record
   */
  public static Cut of(YearMonth month, int monthsBack, FoldRules rules) {
    return new Cut(
        month,
        monthsBack,
        (int) month.atEndOfMonth().toEpochDay(),
        (int) month.atDay(1).toEpochDay(),
        (int) month.minusMonths(rules.cohortMonths() - 1L).atDay(1).toEpochDay(),
        rules);
  }

  /** The cut as a date. */
  public LocalDate date() {
    return month.atEndOfMonth();
  }
}
