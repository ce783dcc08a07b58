package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.figure.MonthReport;
import org.throughline.report.page.HardMonth;
import org.throughline.report.page.MonthPage;

class MonthLinksTest {

  private static final Pattern LINK =
      Pattern.compile("(?:href=\"|content=\"0; url=)(?!#)([^\"]+)\"");

  @TempDir private Path reports;

  private static String page = "";

  @BeforeAll
  static void render() {
    page = MonthPage.render(HardMonth.report());
  }

  /** Puts a month there: its page with the links as they are, no figure, and its publication. */
  private void publish(String month) throws IOException {
    lay("", month, 1);
    ReportsIndex.write(reports);
  }

  private void lay(String where, String month, int edition) throws IOException {
    MonthReport report = HardMonth.edition(edition);
    Path folder = Files.createDirectories(reports.resolve(where.isEmpty() ? month : where));
    Files.writeString(folder.resolve("index.html"), page.replace("2024-02", month));
    Files.writeString(
        folder.resolve("figures.csv"),
        "month,measure,at,tier,family,site,group,value,suppressed\n");
    String publication = PublicationJson.of(report, folder).text().replace("2024-02", month);
    Files.writeString(folder.resolve(PublicationJson.NAME), publication);
  }

  private String target(String page) throws IOException {
    String html = Files.readString(reports.resolve(page));
    return Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"")
        .matcher(html)
        .results()
        .map(m -> m.group(1))
        .findFirst()
        .orElse("nowhere");
  }

  /** Every relative link of every page, followed as a browser would. */
  private List<String> dead() throws IOException {
    List<String> dead = new ArrayList<>();
    try (Stream<Path> files = Files.walk(reports)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
          Path to = page.resolveSibling(link.group(1)).normalize();
          if (!Files.isRegularFile(to)) {
            dead.add(reports.relativize(page) + " -> " + link.group(1));
          }
        }
      }
    }
    return dead;
  }

  @Test
  void theNearestPublishedMonthIsNextAndTheEndsSaySo() throws IOException {
    publish("2024-02");
    assertThat(target("links/2024-02.after.html")).isEqualTo("nowhere");
    assertThat(Files.readString(reports.resolve("links/2024-02.after.html")))
        .contains("is the newest month published here.");
    publish("2024-05");
    assertThat(target("links/2024-02.after.html")).isEqualTo("../2024-05/index.html");
    assertThat(target("links/2024-05.before.html")).isEqualTo("../2024-02/index.html");
    publish("2024-04");
    assertThat(target("links/2024-02.after.html")).isEqualTo("../2024-04/index.html");
    assertThat(target("links/2024-05.before.html")).isEqualTo("../2024-04/index.html");
    assertThat(target("links/2024-02.before.html")).isEqualTo("nowhere");
    assertThat(Files.readString(reports.resolve("links/2024-02.before.html")))
        .contains("is the first month published here.");
    assertThat(dead()).isEmpty();
  }

  @Test
  void publishingANeighbourChangesNoByteOfAPublishedMonth() throws IOException {
    publish("2024-02");
    SortedMap<String, String> before = Digests.ofFolder(reports.resolve("2024-02"), "");
    publish("2024-03");
    assertThat(Digests.ofFolder(reports.resolve("2024-02"), "")).isEqualTo(before);
    assertThat(
            PublicationJson.read(reports.resolve("2024-02"))
                .differences(reports.resolve("2024-02")))
        .isEmpty();
  }

  @Test
  void pagesOfEarlierEditionsLeadOnToo() throws IOException {
    lay("editions/2024-02.1", "2024-02", 1);
    lay("", "2024-02", 2);
    lay("", "2025-06", 1);
    ReportsIndex.write(reports);
    assertThat(reports.resolve("editions/2024-02.1/index.html")).exists();
    assertThat(target("editions/links/2024-02.after.html")).isEqualTo("../../2025-06/index.html");
    assertThat(target("editions/index.html")).isEqualTo("../index.html");
    assertThat(reports.resolve("editions/links/2025-06.before.html")).doesNotExist();
    assertThat(dead()).isEmpty();
  }

  @Test
  void writtenAgainItIsTheSameAndWhatIsOverGoes() throws IOException {
    publish("2024-02");
    publish("2024-03");
    SortedMap<String, String> whole = Digests.ofFolder(reports, "");
    // what a run leaves that is killed while it writes, and a month that somebody took away
    Files.writeString(reports.resolve("links/.2024-03.after.html.new"), "half");
    Files.writeString(reports.resolve("links/2024-01.after.html"), "leads from nowhere");
    Files.delete(reports.resolve("links/2024-03.before.html"));
    ReportsIndex.write(reports);
    assertThat(Digests.ofFolder(reports, "")).isEqualTo(whole);
  }

  @Test
  void orderOfPublishingDoesNotMatter() throws IOException {
    List<String> months = List.of("2024-02", "2024-04", "2024-03");
    for (String month : months) {
      publish(month);
    }
    SortedMap<String, String> one = Digests.ofFolder(reports.resolve("links"), "");
    Folders.remove(reports);
    for (String month : new TreeSet<>(months)) {
      publish(month);
    }
    assertThat(Digests.ofFolder(reports.resolve("links"), "")).isEqualTo(one);
    assertThat(one).hasSize(6).containsKey(YearMonth.of(2024, 3) + ".before.html");
  }
}
