package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.report.chart.Drawing;

class MonthPageTest {

  private static MonthPage.Rendered june = MonthPage.rendered(HardMonth.report());
  private static String hard = "";

  @BeforeAll
  static void render() {
    june = MonthPage.rendered(SampleReport.june2025());
    hard = MonthPage.render(HardMonth.report());
  }

  static List<String> pages() {
    return List.of(june.html(), hard);
  }

  private static List<String> all(String html, String regex) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(m -> m.groupCount() == 0 ? m.group() : m.group(1))
        .toList();
  }

  private static String first(String html, String regex) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
    assertThat(matcher.find()).as(regex).isTrue();
    return matcher.group(1);
  }

  /** What a reader can read. */
  private static String words(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", " ")
        .replaceAll("</?(?:span|b|code|small)(?: [^>]*)?>", "")
        .replaceAll("<[^>]+>", " ");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePolicyAllowsThisStyleAndThisScriptOnly(String html) throws NoSuchAlgorithmException {
    String policy =
        first(html, "Content-Security-Policy\" content=\"([^\"]+)\"").replace("&#39;", "'");
    assertThat(policy)
        .startsWith("default-src 'none'; style-src '" + hash(first(html, "<style>(.*?)</style>")))
        .contains("script-src '" + hash(first(html, "<script>(.*?)</script>")))
        .contains("font-src data:")
        .doesNotContain("unsafe");
    assertThat(all(html, "<style")).hasSize(1);
    assertThat(all(html, "<script")).hasSize(1);
    assertThat(all(html, "\\s(style|on[a-z]+)=")).isEmpty();
  }

  private static String hash(String content) throws NoSuchAlgorithmException {
    byte[] bytes =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsAskedOfTheNetwork(String html) {
    String without = html.replace("http://www.w3.org/", "");
    assertThat(without).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(//");
    // the only links that leave the page: to files beside it, which ReportsIndex writes
    assertThat(all(html, "(?:src|href)=\"(?!#)([^\"]*)\""))
        .hasSize(3)
        .allMatch(
            link -> link.matches("\\.\\./(index|links/\\d{4}-\\d{2}\\.(before|after))\\.html"));
    assertThat(all(html, "url\\((?!data:)")).isEmpty();
    assertThat(html).doesNotContain("@import");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void oneHeadingLandmarksAndUniqueIds(String html) {
    assertThat(all(html, "<h1[ >]")).hasSize(1);
    for (String landmark : List.of("header", "main", "footer")) {
      assertThat(all(html, "<" + landmark + "[ >]")).as(landmark).hasSize(1);
    }
    assertThat(all(html, "<nav (?:class=\"steps\" )?aria-label=\"([^\"]+)\""))
        .containsExactly("Months", "Sections");
    List<String> ids = all(html, "\\sid=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> known = new HashSet<>(ids);
    assertThat(known).containsAll(all(html, "href=\"#([^\"]+)\""));
    for (String labels : all(html, "aria-labelledby=\"([^\"]+)\"")) {
      assertThat(known).containsAll(List.of(labels.split(" ")));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noFigureIsBlankOrNotANumber(String html) {
    assertThat(words(html))
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContain("null")
        .doesNotContain("Optional");
    assertThat(all(html, "<(?:td|dd|p|li|th|h\\d)(?: [^>]*)?>\\s*</")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theToneClaimsNothing(String html) {
    String words = words(html).toLowerCase(Locale.ROOT);
    for (String claim :
        List.of("due to", "driven by", "significant", "alarming", "success", "improved")) {
      assertThat(words).as(claim).doesNotContain(claim);
    }
  }

  @Test
  void everyChartHasWordsAndATableBehindIt() {
    List<String> figures = all(june.html(), "<figure.*?</figure>");
    assertThat(figures).hasSize(june.drawings().size() - Headline.values().length);
    for (String figure : figures) {
      assertThat(figure).containsPattern("<h3>\\d+\\. ").contains("<details>");
      assertThat(first(figure, "<details>(.*?)</details>")).contains("<td");
      for (String svg : all(figure, "<svg.*?</svg>")) {
        assertThat(svg).contains("role=\"img\"").contains("aria-labelledby=");
        assertThat(first(svg, "<title[^>]*>(.*?)</title>")).isNotBlank();
        assertThat(first(svg, "<desc[^>]*>(.*?)</desc>")).containsPattern("\\d");
      }
    }
    assertThat(june.drawings()).extracting(Drawing::id).doesNotHaveDuplicates();
  }

  @Test
  void numbersOfChartsGoUp() {
    List<Integer> numbers =
        all(june.html(), "<figcaption><h3>(\\d+)\\. ").stream().map(Integer::valueOf).toList();
    List<Integer> expected = new ArrayList<>();
    for (int i = 1; i <= numbers.size(); i++) {
      expected.add(i);
    }
    assertThat(numbers).isEqualTo(expected);
  }

  @Test
  void sentencesAreShort() {
    for (PageModel page :
        List.of(MonthPage.model(SampleReport.june2025()), MonthPage.model(HardMonth.report()))) {
      assertThat(page.sentences()).isNotEmpty();
      for (Prose text : page.sentences()) {
        for (String sentence : text.plain().split("(?<=\\.) (?=[A-Z])")) {
          assertThat(sentence.split("\\s+")).as(sentence).hasSizeLessThan(30);
        }
        assertThat(text.plain()).endsWith(".");
      }
    }
  }

  @Test
  void theSameReportGivesTheSamePage() {
    assertThat(MonthPage.render(HardMonth.report())).isEqualTo(hard);
  }

  @Test
  void namesAreEscapedEverywhere() {
    assertThat(hard)
        .contains("Wellness &lt;Center&gt; of")
        .contains("&lt;/style&gt;&lt;script&gt;")
        .doesNotContain("<Center>");
    assertThat(all(hard, "<h3>[^<]*\\[object")).isEmpty();
    assertThat(first(hard, "<style>(.*?)</style>")).contains("\\3c \\2f style\\3e ");
  }

  @Test
  void aMonthWithNothingToShowSaysSoInEverySection() {
    for (String section : all(hard, "<section class=\"part\".*?</section>")) {
      assertThat(words(section)).containsPattern("\\w+ \\w+");
    }
    assertThat(words(hard))
        .contains("Retention at day 90 is not shown: it is about fewer than 11 clients.")
        .contains("No exit became known in February 2024.")
        .contains("No chart is drawn")
        .contains("No file was received.");
    assertThat(all(hard, "<figure")).isEmpty();
  }

  @Test
  void theBiasedComparisonStandsInTheMethodsOnly() {
    String html = june.html();
    int methods = html.indexOf("id=\"methods\"");
    assertThat(html.indexOf("Biased: grouped by")).isGreaterThan(methods);
    assertThat(html.substring(0, methods)).doesNotContain("Never involved");
    MatchResult found =
        Pattern.compile(
                "biased curves read (\\d+)\u00a0% against (\\d+)\u00a0%; counted soundly,"
                    + " (\\d+)\u00a0% against (\\d+)\u00a0%")
            .matcher(words(html))
            .results()
            .findFirst()
            .orElseThrow();
    int biased = Integer.parseInt(found.group(1)) - Integer.parseInt(found.group(2));
    int sound = Integer.parseInt(found.group(3)) - Integer.parseInt(found.group(4));
    assertThat(biased).isGreaterThan(Math.abs(sound) + 20);
  }

  /** June as a program would see it that records no family contacts. */
  private static MonthReport withoutContacts(Result others) {
    MonthReport all = SampleReport.june2025();
    List<String> contacts = List.of("some", "regular", "involved");
    return new MonthReport(
        all.program(),
        all.month(),
        all.cut(),
        all.edition(),
        all.cohortFrom(),
        all.retentionCut(),
        all.landmarkDay(),
        all.smallCell(),
        all.tiers(),
        all.sites(),
        all.definitions(),
        all.figures().stream()
            .map(f -> contacts.contains(f.slice().family()) ? with(f, others) : f)
            .toList(),
        all.curves().stream().filter(c -> !contacts.contains(c.slice().family())).toList(),
        List.of(),
        all.files(),
        all.findings(),
        all.settings(),
        all.dataIdentity());
  }

  private static Figure with(Figure figure, Result result) {
    return new Figure(
        figure.measure(),
        figure.version(),
        figure.at(),
        figure.slice(),
        figure.rule(),
        figure.unit(),
        figure.month(),
        figure.cut(),
        result);
  }

  @Test
  void feedsWithoutContactsGiveASentenceAndNoEmptyCharts() {
    String html = MonthPage.render(withoutContacts(new Result.Unavailable("Nobody is in it.")));
    String family = first(html, "<section class=\"part\" id=\"family\"(.*?)</section>");
    assertThat(words(family)).contains("No family contact is on record for this cohort.");
    assertThat(family).doesNotContain("<figure").doesNotContain("<table");
    assertThat(words(html))
        .doesNotContain("Regular (2 or more)")
        .doesNotContain("Not yet involved");
    assertThat(first(html, "<section class=\"part\" id=\"sobriety\"(.*?)</section>"))
        .contains("<figure");
  }

  @Test
  void hiddenGroupsAreNotTakenForGroupsWithoutContacts() {
    String html =
        MonthPage.render(withoutContacts(new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)));
    assertThat(words(html))
        .doesNotContain("No family contact is on record")
        .contains("Regular (2 or more)");
  }

  @Test
  void aTableWithHiddenFiguresExplainsThem() {
    for (String grid : all(june.html(), "<div class=\"grid\">.*?</table>.*?</div>.*?</div>")) {
      boolean hidden = first(grid, "(<tbody>.*?</tbody>)").contains("\u203911");
      assertThat(grid.contains("rests on 1 to 10 clients")).as(words(grid)).isEqualTo(hidden);
    }
    assertThat(june.html()).contains("\u203911 rests on 1 to 10 clients");
  }

  @Test
  void anExitThatNeverHappenedIsNotListed() {
    MonthReport all = SampleReport.june2025();
    Result none = new Result.AtDay(0, new Interval(0, 0), 0, 300, 100);
    MonthReport report =
        new MonthReport(
            all.program(),
            all.month(),
            all.cut(),
            all.edition(),
            all.cohortFrom(),
            all.retentionCut(),
            all.landmarkDay(),
            all.smallCell(),
            all.tiers(),
            all.sites(),
            all.definitions(),
            all.figures().stream()
                .map(f -> f.measure().equals("exit_incidence_transferred") ? with(f, none) : f)
                .toList(),
            all.curves(),
            all.naive(),
            all.files(),
            all.findings(),
            all.settings(),
            all.dataIdentity());
    String leave =
        MonthPage.model(report).sections().stream()
            .filter(s -> s.id().equals("leave"))
            .map(s -> s.finding().get(0).plain())
            .findFirst()
            .orElseThrow();
    assertThat(leave).contains("had completed").doesNotContain("transferred");
  }
}
