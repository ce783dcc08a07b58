package org.throughline.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** Numbers as charts write them: "68 %", "64–72 %", "2,877"; the spaces do not break. */
final class Numerals {

  private static final String NO_BREAK_SPACE = "\u00A0";

  private Numerals() {}

  static String value(double value, Unit unit) {
    return unit == Unit.SHARE ? bare(value, unit) + NO_BREAK_SPACE + "%" : bare(value, unit);
  }

  /** One unit sign for both ends. */
  static String interval(Interval interval, Unit unit) {
    return bare(interval.low(), unit) + "–" + value(interval.high(), unit);
  }

  /** A tick's number; the last one of an axis carries the sign. */
  static String tick(double value, Unit unit) {
    double shown = unit == Unit.SHARE ? value * 100 : value;
    BigDecimal plain =
        BigDecimal.valueOf(shown).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() <= 0 ? grouped(plain.longValueExact()) : plain.toPlainString();
  }

  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String bare(double value, Unit unit) {
    return switch (unit) {
      case SHARE -> fixed(value * 100, 0);
      case COUNT, DEGREES_OF_FREEDOM, VERDICT -> grouped(Math.round(value));
      case DAYS, WEEKS, PER_100_CLIENT_MONTHS, PER_100_CLIENT_WEEKS -> fixed(value, 1);
      case CHI_SQUARE, P_VALUE, HAZARD_RATIO -> fixed(value, 2);
    };
  }

  private static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
