package org.throughline.report.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as they stand in CSV files: the value rounded to ten significant digits, half to even on
 * its exact binary value, without trailing zeros and never in scientific notation. Ten digits are
 * more than any figure is known to, and few enough that a reader of another language gets the same
 * text back.
 */
final class Decimals {

  private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

  private Decimals() {}

  /**
   * The text of a number.
   *
   * @throws IllegalArgumentException if it is not finite: a figure that cannot be computed has no
   *     number, so this is a programming error upstream
   */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A published number must be finite, found " + value);
    }
    BigDecimal rounded = new BigDecimal(value).round(TEN_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
