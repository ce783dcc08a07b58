package org.throughline.report.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;

/**
 * Numbers as a reader sees them: percentages without decimals, one percent sign for an interval, a
 * no-break space before it, thousands apart by commas. The only place in this package that turns a
 * number into text.
 */
public final class Numerals {

  /** U+00A0, which the embedded fonts have; the narrow one they lack. */
  public static final String NBSP = "\u00a0";

  private static final String DASH = "\u2013";

  private Numerals() {}

  /** "68 %"; a share that only rounds to none or all says "under 1 %", "over 99 %". */
  public static String percent(double share) {
    requireFinite(share);
    if (share > 0 && share < 0.005) {
      return "under" + NBSP + "1" + NBSP + "%";
    }
    if (share < 1 && share >= 0.995) {
      return "over" + NBSP + "99" + NBSP + "%";
    }
    return whole(share) + NBSP + "%";
  }

  /** "64–72 %". */
  public static String interval(Interval interval) {
    requireFinite(interval.low());
    requireFinite(interval.high());
    return whole(interval.low()) + DASH + whole(interval.high()) + NBSP + "%";
  }

  /** "68 % (64–72 %)". */
  public static String percent(double share, Interval interval) {
    return percent(share) + " (" + interval(interval) + ")";
  }

  /** "2,877". */
  public static String count(long number) {
    return format("#,##0", number);
  }

  /** "n = 212". */
  public static String n(long number) {
    return "n" + NBSP + "=" + NBSP + count(number);
  }

  /** "63 days", "1 day". */
  public static String days(double number) {
    String text = number == Math.rint(number) ? count((long) number) : format("#,##0.0", number);
    return text + NBSP + (text.equals("1") ? "day" : "days");
  }

  /** "1.94": ratios and test statistics. */
  public static String ratio(double number) {
    requireFinite(number);
    return format("#,##0.00", number);
  }

  /** "7.4": events per 100 units of time. */
  public static String rate(double number) {
    requireFinite(number);
    return format("#,##0.0", number);
  }

  /** "p = 0.49"; three decimals under 0.01, "p < 0.001" under that. */
  public static String p(double p) {
    requireFinite(p);
    if (p < 0.001) {
      return "p" + NBSP + "<" + NBSP + "0.001";
    }
    return "p" + NBSP + "=" + NBSP + format(p < 0.01 ? "0.000" : "0.00", p);
  }

  /** "‹11" for a small cell, "–" for one that is withheld so that a small one stays hidden. */
  public static String hidden(Result.Suppressed.Kind kind, int smallCell) {
    return switch (kind) {
      case PRIMARY -> "\u2039" + smallCell;
      case COMPLEMENTARY -> DASH;
    };
  }

  private static String whole(double share) {
    return format("0", share * 100);
  }

  private static String format(String pattern, Number number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    String text = format.format(number);
    return text.equals("-0") ? "0" : text;
  }

  private static void requireFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A shown number must be finite, found " + number);
    }
  }
}
