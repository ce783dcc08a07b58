package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateReaderTest {
  private static int day(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  @Test
  void thirtiethOfFebruaryIsNoDateUnderAnyPattern() {
    DateReader dates = DateReader.of(List.of("yyyy-MM-dd", "MM/dd/yyyy", "d.M.yyyy", "dd-MMM-yy"));
    for (String text : List.of("2024-02-30", "02/30/2024", "30.2.2024", "30-Feb-24")) {
      assertThat(dates.read(text)).as(text).isEqualTo(DateReader.NO_DATE);
    }
    for (String text : List.of("2024-02-29", "02/29/2024", "29.2.2024", "29-FEB-24")) {
      assertThat(dates.read(text)).as(text).isEqualTo(day(2024, 2, 29));
    }
  }

  @Test
  void theFirstPatternThatFitsDecides() {
    assertThat(DateReader.of(List.of("dd/MM/yyyy", "MM/dd/yyyy")).read("03/04/2025"))
        .isEqualTo(day(2025, 4, 3));
    assertThat(DateReader.of(List.of("MM/dd/yyyy", "dd/MM/yyyy")).read("03/04/2025"))
        .isEqualTo(day(2025, 3, 4));
    assertThat(DateReader.of(List.of("MM/dd/yyyy", "dd/MM/yyyy")).read("23/04/2025"))
        .isEqualTo(day(2025, 4, 23));
  }

  /** Serial days as a spreadsheet shows them; Excel believes in a 29 February 1900. */
  @Test
  void excelSerialDays() {
    assertThat(DateReader.excel("1")).isEqualTo(day(1900, 1, 1));
    assertThat(DateReader.excel("59")).isEqualTo(day(1900, 2, 28));
    assertThat(DateReader.excel("60")).isEqualTo(DateReader.NO_DATE);
    assertThat(DateReader.excel("61")).isEqualTo(day(1900, 3, 1));
    assertThat(DateReader.excel("45658")).isEqualTo(day(2025, 1, 1));
    assertThat(DateReader.excel("45658.0")).isEqualTo(day(2025, 1, 1));
    for (String text : List.of("0", "-1", "45658.5", "", ".", "1e5", "99999999999")) {
      assertThat(DateReader.excel(text)).as(text).isEqualTo(DateReader.NO_DATE);
    }
  }

  /** The other system of Excel: 0 is 1904-01-01, 1462 days on. */
  @Test
  void excelSerialDaysOf1904() {
    DateReader dates = DateReader.of(List.of("excel-1904"));
    assertThat(dates.read("0")).isEqualTo(day(1904, 1, 1));
    assertThat(dates.read("60")).isEqualTo(day(1904, 3, 1));
    assertThat(dates.read("44196")).isEqualTo(DateReader.excel("45658"));
    for (String text : List.of("-1", "1.5", "", "x")) {
      assertThat(dates.read(text)).as(text).isEqualTo(DateReader.NO_DATE);
    }
  }

  @Test
  void twoDigitYearsAreOfThisCentury() {
    DateReader dates = DateReader.of(List.of("MM/dd/yy", "d.M.yy"));
    assertThat(dates.read("06/30/25")).isEqualTo(day(2025, 6, 30));
    assertThat(dates.read("1.2.99")).isEqualTo(day(2099, 2, 1));
    assertThat(dates.read("1.2.00")).isEqualTo(day(2000, 2, 1));
    // four digits are not two, and two are not four
    assertThat(dates.read("06/30/2025")).isEqualTo(DateReader.NO_DATE);
    assertThat(DateReader.of(List.of("MM/dd/yyyy", "d.M.yyyy")).read("06/30/25"))
        .isEqualTo(DateReader.NO_DATE);
  }

  @Test
  void endlessTextsAndYearsAreNoDates() {
    DateReader dates = DateReader.of(List.of("d.M.yyyy", "excel"));
    assertThat(dates.read("45658." + "0".repeat(100_000))).isEqualTo(DateReader.NO_DATE);
    // 11,758,979 years on, an int of days has come round to the same day
    for (String year : List.of("+11760904", "+11761004", "+999999999", "+12345")) {
      assertThat(dates.read("1.1." + year)).as(year).isEqualTo(DateReader.NO_DATE);
    }
  }

  @Test
  void patternsThatMakeNoWholeDateAreRefused() {
    for (String pattern : List.of("yyyy-MM", "HH:mm", "yyyy-MM-dd 'x", "bogus", "MM/dd")) {
      assertThatThrownBy(() -> DateReader.of(List.of(pattern)))
          .as(pattern)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTimeOfDayMayStandInThePattern() {
    assertThat(DateReader.of(List.of("yyyy-MM-dd HH:mm:ss")).read("2025-06-30 00:00:00"))
        .isEqualTo(day(2025, 6, 30));
  }
}
