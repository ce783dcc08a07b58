package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.report.page.HardMonth;
import org.throughline.report.page.IndexPage;
import org.throughline.report.page.Numerals;
import org.throughline.report.page.SampleReport;

class ReportsIndexTest {

  @TempDir private Path reports;

  @Test
  void listsMonthsNewestFirstWithTheirFigures() throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    MonthFolder.write(HardMonth.edition(2), reports);
    MonthFolder.write(SampleReport.june2025(), reports);
    Files.createDirectories(reports.resolve("2025-07"));

    String html = Files.readString(ReportsIndex.write(reports));

    assertThat(html.indexOf("href=\"2025-06/index.html\""))
        .isPositive()
        .isLessThan(html.indexOf("href=\"2024-02/index.html\""));
    assertThat(html).doesNotContain("2025-07");
    assertThat(html).contains("href=\"editions/2024-02.1/index.html\"");
    assertThat(html).contains("<h1>").contains("Fernhollow Outpatient Program");
    String retention = Numerals.NBSP + "% (";
    assertThat(html).contains(retention).contains("n" + Numerals.NBSP + "=" + Numerals.NBSP);
    assertThat(html).contains("not shown").contains("not available").contains("not computed");
    assertThat(html.replace("http://www.w3.org/", ""))
        .doesNotContain("NaN")
        .doesNotContain("http:")
        .doesNotContain("https:");
  }

  @Test
  void linesGoOverThePublishedMonthsAndLeaveGaps() throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    MonthFolder.write(SampleReport.june2025(), reports);
    String html = Files.readString(ReportsIndex.write(reports));
    assertThat(html.split("<article class=\"card\"", -1)).hasSize(5);
    // February 2024 hides its figure, and the 15 months between are not published
    assertThat(html).contains("Feb\u00a02024 – Jun\u00a02025: ");
    assertThat(html).contains(" Without a figure: 1. Not published: 15.");
    assertThat(html.split("id=\"published-", -1)).hasSizeGreaterThan(4);
  }

  @Test
  void theVerdictIsTheNewestMonthsAsItsPageHasIt() throws IOException {
    Path folder = MonthFolder.write(SampleReport.june2025(), reports);
    Pattern chip = Pattern.compile("<p class=\"(chip [a-z]+)\">([^<]+)</p>");
    String page = Files.readString(folder.resolve("index.html"));
    List<String> said = chip.matcher(page).results().map(MatchResult::group).toList();
    assertThat(said).hasSize(4);
    String index = Files.readString(ReportsIndex.write(reports));
    assertThat(chip.matcher(index).results().map(MatchResult::group))
        .containsExactlyElementsOf(said);
    // a folder of a program that told no verdicts yet has none here
    Path json = folder.resolve(PublicationJson.NAME);
    Files.writeString(
        json, Files.readString(json).replaceAll("(?s),\\s*\"verdicts\": \\{.*?\\}", ""));
    assertThat(Files.readString(ReportsIndex.write(reports))).doesNotContain("class=\"chip");
  }

  @Test
  void theListIsInTheLocaleOfTheNewestMonth() throws IOException {
    assertThat(IndexPage.render("P", Map.of("report.locale", "en-US"), List.of()))
        .contains("<html lang=\"en-US\"");
    assertThat(IndexPage.render("P", Map.of(), List.of())).contains("<html lang=\"en\"");
  }

  @Test
  void figuresAreThoseOfTheMonthsPage() throws IOException {
    Path folder = MonthFolder.write(SampleReport.june2025(), reports);
    String page = Files.readString(folder.resolve("index.html"));
    String index = Files.readString(ReportsIndex.write(reports));
    java.util.regex.Matcher big =
        java.util.regex.Pattern.compile("<p class=\"big\">([^<]+)</p>").matcher(page);
    int cards = 0;
    while (big.find()) {
      assertThat(index).contains(big.group(1) + " (");
      cards++;
    }
    assertThat(cards).isEqualTo(4);
  }

  @Test
  void anEmptyHomeSaysSo() throws IOException {
    String html = Files.readString(ReportsIndex.write(reports));
    assertThat(html).contains("No month has been published here.");
  }
}
