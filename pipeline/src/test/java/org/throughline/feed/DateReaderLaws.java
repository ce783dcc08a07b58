package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The hand-written readers accept what java.time accepts strictly, with the same day. */
class DateReaderLaws {
  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
  private static final DateTimeFormatter AMERICAN = strict("MM/dd/uuuu");

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  @Property(tries = 8_000)
  void anyDigits(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day) {
    String iso = "%04d-%02d-%02d".formatted(year, month, day);
    assertThat(DateReader.iso(iso)).isEqualTo(expected(ISO, iso));
    String american = "%02d/%02d/%04d".formatted(month, day, year);
    assertThat(DateReader.american(american)).isEqualTo(expected(AMERICAN, american));
  }

  @Property(tries = 4_000)
  void anyText(@ForAll("almostDates") String text) {
    assertThat(DateReader.iso(text)).isEqualTo(expected(ISO, text));
    assertThat(DateReader.american(text)).isEqualTo(expected(AMERICAN, text));
  }

  @Property(tries = 1_000)
  void everyDayThere_andBack(@ForAll @IntRange(min = -30_000, max = 50_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    for (String pattern : List.of("yyyy-MM-dd", "MM/dd/yyyy", "d.M.yyyy", "dd-MMM-yyyy")) {
      String text = strict(pattern.replace('y', 'u')).format(date);
      assertThat(DateReader.of(List.of(pattern)).read(text)).as(pattern).isEqualTo(day);
    }
    long serial = date.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    if (serial > 60) {
      assertThat(DateReader.excel(Long.toString(serial))).isEqualTo(day);
      assertThat(DateReader.excel(serial + ".0")).isEqualTo(day);
    }
  }

  private static int expected(DateTimeFormatter formatter, String text) {
    try {
      return (int) LocalDate.parse(text, formatter).toEpochDay();
    } catch (DateTimeException e) {
      return DateReader.NO_DATE;
    }
  }

  @Provide
  Arbitrary<String> almostDates() {
    return Arbitraries.strings().withChars("012-/ +٣a").ofMinLength(8).ofMaxLength(11);
  }
}
