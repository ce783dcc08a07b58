package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DatesTest {

  @Test
  void aPeriodOfWholeMonthsNamesMonths() {
    assertThat(Dates.period(YearMonth.of(2024, 7), LocalDate.of(2025, 5, 31)))
        .isEqualTo("July\u00a02024 to May\u00a02025");
  }

  @Test
  void aPeriodThatEndsWithinAMonthNamesTheDay() {
    assertThat(Dates.period(YearMonth.of(2024, 8), LocalDate.of(2025, 7, 1)))
        .isEqualTo("August\u00a02024 to 1\u00a0July 2025");
  }

  @Test
  void oneMonthIsNamedOnce() {
    assertThat(Dates.period(YearMonth.of(2024, 8), LocalDate.of(2024, 8, 31)))
        .isEqualTo("August\u00a02024");
  }
}
