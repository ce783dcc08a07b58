package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.report.page.CodebookPage;

/** The codebook as a file and as a page. */
class CodebookCsvTest {
  private static final Definition DROPOUT =
      new Definition(
          "trial_dropout",
          2,
          "Dropout within {at} weeks",
          Population.COHORT,
          "episodes with \"four\" missing weeks",
          "episodes",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.DOWN_IS_BETTER,
          "It matters.",
          "A & B (2022)",
          MeasureGroup.TRIAL);

  private static Figure figure(int at, Result result) {
    return new Figure(
        "trial_dropout",
        2,
        OptionalInt.of(at),
        Slice.OVERALL,
        "",
        Unit.SHARE,
        YearMonth.of(2025, 6),
        LocalDate.of(2025, 6, 30),
        result);
  }

  private static MonthReport report() {
    CodebookEntry entry =
        new CodebookEntry(
            DROPOUT,
            "everybody; tier",
            List.of(
                figure(
                    12,
                    new Result.Proportion(
                        2.0 / 3, new Interval(0.2, 0.9), Optional.empty(), 2, 3, 3)),
                figure(24, new Result.Unavailable("Nobody has 24 weeks over."))));
    return new MonthReport(
        "Harbor",
        YearMonth.of(2025, 6),
        LocalDate.of(2025, 6, 30),
        1,
        YearMonth.of(2024, 7),
        LocalDate.of(2025, 5, 31),
        30,
        11,
        List.of(),
        List.of(),
        List.of(DROPOUT),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        "none",
        List.of(),
        List.of(entry),
        List.of(),
        List.of());
  }

  @Test
  void hasARowForEachMeasure() throws IOException {
    StringBuilder text = new StringBuilder();
    CodebookCsv.write(report(), text);
    assertThat(text.toString())
        .isEqualTo(
            "measure,version,kind,label,population,numerator,denominator,unit,interval,better,"
                + "groups,why,source,example\n"
                + "trial_dropout,2,trial,Dropout within N weeks,cohort,"
                + "\"episodes with \"\"four\"\" missing weeks\",episodes,share,\"95 %, Wilson\",down,"
                + "everybody; tier,It matters.,A & B (2022),"
                + "trial_dropout at 12: 0.6667 (2 of 3); trial_dropout at 24: none: Nobody has 24"
                + " weeks over.\n");
  }

  @Test
  void isAPageByKind() {
    String page = CodebookPage.render(report());
    assertThat(page)
        .contains("What the figures of June\u00a02025 mean")
        .contains("<h2>Endpoints of clinical trials</h2>")
        .contains("<dt>Dropout within … weeks</dt>")
        .contains("A &amp; B (2022)")
        .contains("trial_dropout at 12: 0.6667 (2 of 3)")
        .doesNotContain("Public reporting");
  }
}
