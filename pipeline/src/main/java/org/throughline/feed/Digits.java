package org.throughline.feed;

/** Whole numbers, read without exceptions or garbage. */
final class Digits {
  /** Not a whole number, or one of more than nine digits. */
  static final int NO_NUMBER = Integer.MIN_VALUE;

  private Digits() {}

  /** The number that stands before {@code end}: at most nine digits, perhaps a minus before. */
  static int number(String text, int end) {
    boolean minus = end > 0 && text.charAt(0) == '-';
    int from = minus ? 1 : 0;
    if (end == from || end - from > 9) {
      return NO_NUMBER;
    }
    int number = 0;
    for (int i = from; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      number = number * 10 + digit;
    }
    return minus ? -number : number;
  }
}
