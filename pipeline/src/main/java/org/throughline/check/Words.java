package org.throughline.check;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.throughline.feed.Feed;

/**
 * Numbers and names in findings. A row can be one client's, so numbers of 1 to 10 are not told.
 *
 * @param smallCell numbers under this are not told
 */
record Words(int smallCell) {

  /** "no", "fewer than 11", "1,885". */
  String count(long number) {
    if (number == 0) {
      return "no";
    }
    return number < smallCell ? "fewer than " + smallCell : format("#,##0", number);
  }

  /** "about 1,900": two figures are enough for what is expected. */
  String about(double number) {
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(number, 1))) - 1));
    long rounded = Math.round(Math.round(number / step) * step);
    return rounded < smallCell ? "fewer than " + smallCell : "about " + format("#,##0", rounded);
  }

  /** "7.2 %", with a no-break space. */
  static String percent(double share) {
    return format("0.#", share * 100) + "\u00a0%";
  }

  static String month(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
  }

  /** "sessions": what the rows of a feed are. */
  static String rows(String feed) {
    for (Feed known : Feed.values()) {
      if (known.code().equals(feed)) {
        return switch (known) {
          case EPISODES -> "admissions";
          case PLACEMENTS -> "placements";
          case ATTENDANCE -> "sessions";
          case CHECKINS -> "check-ins";
          case RELAPSES -> "relapses";
        };
      }
    }
    return feed;
  }

  private static String format(String pattern, Number number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
