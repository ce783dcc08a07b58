package org.throughline.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads dates by a list of patterns, in order, as days since 1970-01-01. Strict: 30 February is no
 * date under any pattern. ISO dates and {@code MM/dd/yyyy} are read digit by digit; other patterns
 * go through {@code java.time} (English month names, two-digit years in 2000 to 2099), and what
 * they gave is remembered.
 */
final class DateReader {
  /** No pattern fits. */
  static final int NO_DATE = Integer.MIN_VALUE;

  private static final int REMEMBERED = 50_000;

  /** Longer texts are no dates, whatever a pattern may say. */
  private static final int MOST_CHARACTERS = 64;

  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** One way to read a date; {@link #NO_DATE} if it does not fit. */
  private interface Pattern {
    int read(String text);
  }

  private final List<Pattern> patterns = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final boolean isoFirst;

  private DateReader(List<String> written) {
    isoFirst = written.get(0).equals("yyyy-MM-dd") || written.get(0).equals("uuuu-MM-dd");
    written.forEach(pattern -> patterns.add(pattern(pattern)));
  }

  /**
   * @throws IllegalArgumentException if a pattern is none, or does not make a whole date
   */
  static DateReader of(List<String> patterns) {
    return new DateReader(patterns);
  }

  /** Days since 1970-01-01, or {@link #NO_DATE}. */
  int read(String text) {
    if (isoFirst) {
      int day = iso(text);
      if (day != NO_DATE || patterns.size() == 1) {
        return day;
      }
    }
    if (text.length() > MOST_CHARACTERS) {
      return NO_DATE;
    }
    Integer before = known.get(text);
    if (before != null) {
      return before;
    }
    for (Pattern pattern : patterns) {
      int day = pattern.read(text);
      if (day != NO_DATE) {
        if (known.size() == REMEMBERED) {
          known.clear();
        }
        known.put(text, day);
        return day;
      }
    }
    return NO_DATE;
  }

  private static Pattern pattern(String written) {
    return switch (written) {
      case SourceProfile.EXCEL -> DateReader::excel;
      case SourceProfile.EXCEL_1904 -> DateReader::excel1904;
      case "yyyy-MM-dd", "uuuu-MM-dd" -> DateReader::iso;
      case "MM/dd/yyyy", "MM/dd/uuuu" -> DateReader::american;
      default -> formatted(written);
    };
  }

  /** Four digits, two, two, parted by hyphens. */
  static int iso(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return NO_DATE;
    }
    return day(
        two(text, 0) * 100 + two(text, 2), two(text, 0) | two(text, 2), two(text, 5), two(text, 8));
  }

  /** Month, day and year in two, two and four digits, parted by slashes. */
  static int american(String text) {
    if (text.length() != 10 || text.charAt(2) != '/' || text.charAt(5) != '/') {
      return NO_DATE;
    }
    return day(
        two(text, 6) * 100 + two(text, 8), two(text, 6) | two(text, 8), two(text, 0), two(text, 3));
  }

  /**
   * A serial day of Excel's 1900 system: 1 is 1900-01-01, and 60 is the 29 February 1900 that never
   * was.
   */
  static int excel(String text) {
    int serial = serial(text);
    if (serial < 1 || serial == 60) {
      return NO_DATE;
    }
    return serial + (serial < 60 ? EXCEL_EPOCH + 1 : EXCEL_EPOCH);
  }

  /** A serial day of Excel's 1904 system: 0 is 1904-01-01. */
  static int excel1904(String text) {
    int serial = serial(text);
    return serial < 0 ? NO_DATE : serial + EXCEL_1904_EPOCH;
  }

  /**
   * The whole number of a serial day, perhaps with zeros behind a point; negative if it is none.
   */
  private static int serial(String text) {
    int end = text.indexOf('.');
    for (int i = end + 1; end >= 0 && i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return -1;
      }
    }
    return Digits.number(text, end < 0 ? text.length() : end);
  }

  private static final int EXCEL_EPOCH = (int) LocalDate.of(1899, 12, 30).toEpochDay();
  private static final int EXCEL_1904_EPOCH = (int) LocalDate.of(1904, 1, 1).toEpochDay();

  private static Pattern formatted(String written) {
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(yearsWithoutEra(written))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    Pattern pattern = text -> formatted(formatter, text);
    LocalDate example = LocalDate.of(2024, 2, 29);
    try {
      if (pattern.read(formatter.format(example.atStartOfDay())) == (int) example.toEpochDay()) {
        return pattern;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(written + " is no pattern of a date", e);
    }
    throw new IllegalArgumentException(written + " does not make a whole date");
  }

  private static int formatted(DateTimeFormatter formatter, String text) {
    try {
      LocalDate date = formatter.parse(text).query(TemporalQueries.localDate());
      // a year of many digits must not wrap round to a plausible day
      return date == null || Math.abs(date.getYear()) > 9999 ? NO_DATE : (int) date.toEpochDay();
    } catch (DateTimeParseException e) {
      return NO_DATE;
    }
  }

  /** A strict resolver wants an era beside {@code y}; people mean {@code u}. */
  private static String yearsWithoutEra(String pattern) {
    StringBuilder years = new StringBuilder(pattern.length());
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      years.append(c == 'y' && !quoted ? 'u' : c);
    }
    return years.toString();
  }

  /** The number in two digits, negative if they are none. */
  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  /**
   * @param sign negative if the year is none
   */
  private static int day(int year, int sign, int month, int day) {
    if (sign < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
      return NO_DATE;
    }
    // days from civil: the year begins in March, so that the leap day comes last
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  private static int daysIn(int year, int month) {
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
  }
}
