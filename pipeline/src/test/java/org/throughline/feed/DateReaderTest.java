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
