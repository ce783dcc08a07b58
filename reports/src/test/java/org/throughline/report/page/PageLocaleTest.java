package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.figure.MonthReport;

class PageLocaleTest {

  private static final LocalDate CUT = LocalDate.of(2025, 6, 30);

  @Test
  void aPeriodOfWholeMonthsNamesMonths() {
    assertThat(PageLocale.EN.period(YearMonth.of(2024, 7), LocalDate.of(2025, 5, 31)))
        .isEqualTo("July\u00a02024 to May\u00a02025");
  }

  @Test
  void aPeriodThatEndsWithinAMonthNamesTheDay() {
    assertThat(PageLocale.EN.period(YearMonth.of(2024, 8), LocalDate.of(2025, 7, 1)))
        .isEqualTo("August\u00a02024 to 1\u00a0July 2025");
    assertThat(PageLocale.EN_US.period(YearMonth.of(2024, 8), LocalDate.of(2025, 7, 1)))
        .isEqualTo("August\u00a02024 to July\u00a01, 2025");
  }

  @Test
  void oneMonthIsNamedOnce() {
    assertThat(PageLocale.EN.period(YearMonth.of(2024, 8), LocalDate.of(2024, 8, 31)))
        .isEqualTo("August\u00a02024");
  }

  @Test
  void daysStandInTheOrderOfTheCountry() {
    assertThat(PageLocale.EN.day(CUT)).isEqualTo("30\u00a0June 2025");
    assertThat(PageLocale.EN_US.day(CUT)).isEqualTo("June\u00a030, 2025");
    assertThat(PageLocale.EN_GB.day(CUT)).isEqualTo("30\u00a0June 2025");
  }

  @Test
  void aTagIsKnownInWhateverCase() {
    assertThat(PageLocale.named("EN-us")).contains(PageLocale.EN_US);
    assertThat(PageLocale.named("en-AU")).isEmpty();
    assertThat(PageLocale.of(Map.of())).isEqualTo(PageLocale.EN);
    assertThat(PageLocale.of(Map.of("report.locale", "en-GB"))).isEqualTo(PageLocale.EN_GB);
  }

  @Test
  void thePageSaysItsLanguageAndWritesEveryDayByIt() {
    String american = MonthPage.render(in("en-US"));
    assertThat(american).contains("<html lang=\"en-US\"").contains("June\u00a030, 2025");
    assertThat(american).doesNotContain("30\u00a0June");
    String standing = MonthPage.render(SampleReport.june2025());
    assertThat(standing).contains("<html lang=\"en\"").contains("30\u00a0June 2025");
    assertThat(standing).doesNotContain("June\u00a030,");
    String british = MonthPage.render(in("en-GB"));
    assertThat(british).contains("<html lang=\"en-GB\"").contains("30\u00a0June 2025");
    assertThat(CodebookPage.render(in("en-US")))
        .contains("<html lang=\"en-US\"")
        .contains("January\u00a01, 2025");
  }

  private static MonthReport in(String tag) {
    MonthReport june = SampleReport.june2025();
    Map<String, String> settings = new TreeMap<>(june.settings());
    settings.put(PageLocale.SETTING, tag);
    return new MonthReport(
        june.program(),
        june.month(),
        june.cut(),
        june.edition(),
        june.cohortFrom(),
        june.retentionCut(),
        june.landmarkDay(),
        june.smallCell(),
        june.tiers(),
        june.sites(),
        june.definitions(),
        june.figures(),
        june.curves(),
        june.naive(),
        june.files(),
        june.findings(),
        settings,
        june.dataIdentity());
  }
}
