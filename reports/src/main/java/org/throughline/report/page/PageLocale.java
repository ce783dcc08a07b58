package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The language that a page says it is in, and how it writes days. The words are English in each;
 * months and numbers read alike. Files for programs write dates as {@code 2025-06-30} always.
 */
public enum PageLocale {
  /** 30 June 2025. */
  EN("en", "d\u00a0MMMM uuuu"),
  /** June 30, 2025. */
  EN_US("en-US", "MMMM\u00a0d, uuuu"),
  /** 30 June 2025. */
  EN_GB("en-GB", "d\u00a0MMMM uuuu");

  /** Its name among the settings of a publication, without the program's prefix. */
  public static final String SETTING = "report.locale";

  private final String tag;
  private final DateTimeFormatter day;

  PageLocale(String tag, String day) {
    this.tag = tag;
    this.day = DateTimeFormatter.ofPattern(day, Locale.US);
  }

  /** The locale of a tag, in whatever case; empty where there is none. */
  public static Optional<PageLocale> named(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equalsIgnoreCase(tag.strip())).findFirst();
  }

  /** "en, en-US, en-GB": what may be set. */
  public static String spelledOut() {
    return Arrays.stream(values()).map(PageLocale::tag).collect(Collectors.joining(", "));
  }

  /** That of a publication's settings, which hold it where it is not the default. */
  public static PageLocale of(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(SETTING)).flatMap(PageLocale::named).orElse(EN);
  }

  /** As HTML wants it: "en-US". */
  public String tag() {
    return tag;
  }

  /** "30 June 2025" or "June 30, 2025". */
  public String day(LocalDate date) {
    return day.format(date);
  }

  /** "July 2024 to May 2025", or "… to 1 July 2025" where the end is no month's last day. */
  String period(YearMonth from, LocalDate last) {
    YearMonth end = YearMonth.from(last);
    boolean whole = last.equals(end.atEndOfMonth());
    if (whole && from.equals(end)) {
      return Dates.month(from);
    }
    return Dates.month(from) + " to " + (whole ? Dates.month(end) : day(last));
  }
}
