package org.throughline.report.page;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Months as a reader sees them: June 2025, Mar 2023. Days are up to the {@link PageLocale}. */
final class Dates {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM\u00a0uuuu", Locale.US);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM", Locale.US);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM\u00a0uuuu", Locale.US);

  private Dates() {}

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
}
