package org.throughline.report.page;

import java.util.List;

/** Numbers as words, and sentences' first letters. */
final class Wording {

  private static final List<String> WORDS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final List<String> ORDINALS =
      List.of(
          "zeroth",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");

  private Wording() {}

  /** "seven"; from 13 on in digits. */
  static String number(long number) {
    return number >= 0 && number < WORDS.size() ? WORDS.get((int) number) : Numerals.count(number);
  }

  /** "eighth"; from 13 on "13th". */
  static String ordinal(int number) {
    if (number >= 0 && number < ORDINALS.size()) {
      return ORDINALS.get(number);
    }
    int teen = number % 100;
    String ending =
        teen >= 11 && teen <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return Numerals.count(number) + ending;
  }

  static String capital(String clause) {
    return clause.isEmpty()
        ? clause
        : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
