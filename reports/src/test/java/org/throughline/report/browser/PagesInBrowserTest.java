package org.throughline.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.throughline.report.file.MonthFolder;
import org.throughline.report.file.ReportsIndex;
import org.throughline.report.page.HardMonths;
import org.throughline.report.page.SampleReport;

/** The pages as a real browser shows them. */
class PagesInBrowserTest {

  private static final List<View> VIEWS =
      List.of(
          View.DESK,
          new View(1440, "screen", "dark"),
          new View(768, "screen", "light"),
          View.PHONE,
          new View(390, "screen", "dark"),
          new View(665, "print", "light"));

  /** What a reader may reach by the keyboard. */
  private static final String REACHABLE =
      "[...document.querySelectorAll('a[href], summary, button, select, input, [tabindex=\"0\"]')]"
          + ".filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)";

  @TempDir private static Path home;
  private static final Map<String, Path> PAGES = new LinkedHashMap<>();
  private static Browser browser;

  @BeforeAll
  static void publish() throws IOException {
    browser = Browser.start(Files.createDirectories(home.resolve("profile")));
    Path reports = home.resolve("reports");
    Path june = MonthFolder.write(SampleReport.june2025(), reports);
    ReportsIndex.write(reports);
    PAGES.put("month", june.resolve("index.html"));
    PAGES.put("codebook", june.resolve("codebook.html"));
    PAGES.put("months", reports.resolve("index.html"));
    for (String name : HardMonths.ALL.keySet()) {
      Path hard = MonthFolder.write(HardMonths.ALL.get(name).get(), home.resolve(name));
      PAGES.put(name, hard.resolve("index.html"));
    }
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<String> pages() {
    return PAGES.keySet().stream();
  }

  static Stream<Arguments> looks() {
    return PAGES.keySet().stream()
        .flatMap(
            page ->
                (HardMonths.ALL.containsKey(page) ? List.of(View.DESK, View.PHONE) : VIEWS)
                    .stream().map(view -> Arguments.of(page, view)));
  }

  private static Path page(String name) {
    return PAGES.getOrDefault(name, home);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsComplainedOfAskedForOrCutOff(String name, View view) throws IOException {
    browser.open(page(name), view);
    assertThat(browser.value("document.readyState")).isEqualTo("complete");
    assertThat(browser.requests()).isPositive();
    assertThat(browser.requestsOutside()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
    assertThat(tooWide()).isEmpty();
    keepPicture(name + "-" + view.width() + "-" + view.medium() + "-" + view.scheme());
    if (view.medium().equals("screen") && view.width() != 768) {
      assertThat(browser.axe()).isEmpty();
    }
  }

  /** Things that stand out to the right, and do not scroll within a frame of their own. */
  private static List<String> tooWide() {
    return browser.values(
        "(() => { const w = document.documentElement.clientWidth;"
            + "const out = [...document.querySelectorAll('body *')].filter(e =>"
            + " !e.closest('.scroll, .hidden, .skip, svg, defs') && e.checkVisibility()"
            + " && e.getBoundingClientRect().right > w + 1)"
            + ".slice(0, 5).map(e => e.tagName + '.' + e.className + ' '"
            + " + Math.round(e.getBoundingClientRect().right) + ' of ' + w);"
            + "if (document.documentElement.scrollWidth > w) out.push('scrolls to '"
            + " + document.documentElement.scrollWidth + ' of ' + w);"
            + "return out; })()");
  }

  private static void keepPicture(String name) throws IOException {
    String folder = System.getProperty("throughline.pictures", "");
    if (!folder.isEmpty()) {
      browser.picture(Files.createDirectories(Path.of(folder)).resolve(name + ".png"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyChartSaysWhatItShowsAndHasItsData(String name) {
    browser.open(page(name), View.DESK);
    assertThat(
            browser.values(
                "[...document.querySelectorAll('svg[role=img]')].filter(s =>"
                    + " !(s.querySelector(':scope > title')?.textContent.length > 5)"
                    + " || !(s.querySelector(':scope > desc')?.textContent.length > 20))"
                    + ".map(s => s.outerHTML.slice(0, 200))"))
        .isEmpty();
    assertThat(
            browser.values(
                "[...document.querySelectorAll('figure')].filter(f =>"
                    + " !f.querySelector('svg[role=img]')"
                    + " || !f.querySelector('details table tbody tr'))"
                    + ".map(f => f.querySelector('h3')?.textContent)"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void withoutScriptEverythingIsThere(String name) {
    String all = "document.body.textContent.replace(/\\s+/g, ' ')";
    browser.open(page(name), View.DESK);
    browser.value("document.querySelectorAll('script, style').forEach(e => e.remove())");
    String with = String.valueOf(browser.value(all));
    browser.script(false);
    try {
      browser.open(page(name), View.DESK);
      browser.value("document.querySelectorAll('script, style').forEach(e => e.remove())");
      String without = String.valueOf(browser.value(all));
      assertThat(without).hasSizeGreaterThan(300);
      assertThat(with.length()).isGreaterThanOrEqualTo(without.length());
      assertThat(without)
          .doesNotContain("NaN")
          .doesNotContain("undefined")
          .doesNotContain("null")
          .doesNotContain("Optional");
      assertThat(
              browser.values(
                  "[...document.querySelectorAll('main h2, main p, main li, main figure, footer dd')]"
                      + ".filter(e => !e.closest('details, .hidden, .narrow') &&"
                      + " !e.checkVisibility()).map(e => e.outerHTML.slice(0, 120))"))
          .isEmpty();
      browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(
              browser.values(
                  "[...document.querySelectorAll('details td')].filter(e => !e.checkVisibility())"
                      + ".map(e => e.outerHTML.slice(0, 120))"))
          .isEmpty();
    } finally {
      browser.script(true);
    }
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndShowsWhere() {
    browser.open(page("month"), View.DESK);
    List<String> expected =
        browser.values("(window.all = " + REACHABLE + ").map((e, i) => '' + i)");
    assertThat(expected).hasSizeGreaterThan(20);
    Set<String> reached = new LinkedHashSet<>();
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      browser.press(Keys.TAB);
      reached.add(String.valueOf(browser.value("'' + window.all.indexOf(document.activeElement)")));
      if (Boolean.FALSE.equals(
          browser.value(
              "(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)"
                  + "(getComputedStyle(document.activeElement))"))) {
        unseen.add(String.valueOf(browser.value("document.activeElement.outerHTML.slice(0, 120)")));
      }
    }
    assertThat(List.copyOf(reached)).isEqualTo(expected);
    assertThat(unseen).isEmpty();
  }

  @Test
  void aTableBehindAChartOpensByTheKeyboard() {
    browser.open(page("month"), View.DESK);
    browser.value("document.querySelector('details > summary').focus()");
    browser.press(Keys.ENTER);
    assertThat(browser.value("document.querySelector('details').open")).isEqualTo(true);
    assertThat(browser.value("document.querySelector('details td').checkVisibility()"))
        .isEqualTo(true);
  }

  @Test
  void aPageOfFortySitesStaysSmall() throws IOException {
    assertThat(Files.size(page("forty-sites"))).isLessThan(6_000_000);
  }

  /** So that silence in the other tests means something. */
  @Test
  void aPageThatAsksTheNetworkIsToldOn() throws IOException {
    Path bad = home.resolve("bad.html");
    Files.writeString(
        bad,
        "<!DOCTYPE html><html><head><title>Bad</title></head><body><p style='width:3000px;color:#ddd;"
            + "background:#fff'>wide and pale</p><img src='http://127.0.0.1:9/x.png'></body></html>");
    browser.open(bad, View.DESK);
    assertThat(browser.requestsOutside()).containsExactly("http://127.0.0.1:9/x.png");
    assertThat(browser.complaints()).isNotEmpty();
    assertThat(tooWide()).isNotEmpty();
    assertThat(browser.axe())
        .anyMatch(v -> v.startsWith("color-contrast"))
        .anyMatch(v -> v.startsWith("image-alt"))
        .anyMatch(v -> v.startsWith("html-has-lang"));
  }
}
