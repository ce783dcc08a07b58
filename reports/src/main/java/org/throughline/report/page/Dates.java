package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as a reader sees them: 30 June 2025, June 2025, Mar 2023. */
final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", Locale.US);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM\u00a0uuuu", Locale.US);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM", Locale.US);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM\u00a0uuuu", Locale.US);

  private Dates() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** "June", where the year is plain from what stands around it. */
  static String name(YearMonth month) {
    return NAME.format(month);
  }

  static String brief(YearMonth month) {
    return SHORT.format(month);
  }

  /** "July 2024 to May 2025", or "… to 1 July 2025" where the end is no month's last day. */
  static String period(YearMonth from, LocalDate last) {
    YearMonth end = YearMonth.from(last);
    boolean whole = last.equals(end.atEndOfMonth());
    if (whole && from.equals(end)) {
      return month(from);
    }
    return month(from) + " to " + (whole ? month(end) : day(last));
  }
}
