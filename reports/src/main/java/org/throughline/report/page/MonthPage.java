package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.MonthReport;
import org.throughline.report.chart.Drawing;

/**
 * The director's report of a month: one HTML page that holds its style, its fonts and its charts,
 * asks the network for nothing, and reads fully without script.
 */
public final class MonthPage {

  /** A page, what it says without its looks, and the charts in it. */
  public record Rendered(PageModel model, String html, List<Drawing> drawings) {}

  private MonthPage() {}

  /** The page as HTML: the same report gives the same text. */
  public static String render(MonthReport report) {
    return rendered(report).html();
  }

  /** The page with its charts, in the order in which they stand in it. */
  public static Rendered rendered(MonthReport report) {
    Reading reading = new Reading(report);
    PageModel page = compose(reading);
    Sheet sheet = Sheet.of(page.title().runningHead(), "Edition " + report.edition());
    String html =
        Templates.render(
            "month",
            Map.of(
                "page", page,
                "month", reading.report().month(),
                "lang", reading.locale().tag(),
                "policy", sheet.policy(),
                "style", sheet.style(),
                "script", sheet.script()));
    return new Rendered(page, html, reading.drawings());
  }

  /** What the page says, without its looks. */
  public static PageModel model(MonthReport report) {
    return compose(new Reading(report));
  }

  /**
   * What is said about each headline's change, by measure: {@code better}, {@code worse}, {@code
   * usual}, {@code few} (too few months to say) or {@code none}.
   */
  public static SortedMap<String, String> verdicts(MonthReport report) {
    Reading reading = new Reading(report);
    SortedMap<String, String> verdicts = new TreeMap<>();
    for (Headline headline : Headline.values()) {
      verdicts.put(headline.measure(), Verdict.of(reading, headline).kind().style());
    }
    return verdicts;
  }

  private static PageModel compose(Reading reading) {
    Front front = new Front(reading);
    return new PageModel(
        front.title(),
        front.feeds(),
        OpeningSentences.of(reading),
        front.cards(),
        sections(reading),
        MethodSection.identity(reading.report()));
  }

  private static List<PageModel.Section> sections(Reading reading) {
    List<PageModel.Section> sections = new ArrayList<>();
    sections.add(TierSection.of(reading));
    sections.add(ExitSection.of(reading));
    sections.add(FamilySection.of(reading));
    sections.add(SobrietySection.of(reading));
    sections.add(RelapseSection.of(reading));
    sections.add(AttendanceSection.of(reading));
    sections.add(SiteSection.of(reading));
    sections.add(TrendSection.of(reading));
    FragilitySection.of(reading).ifPresent(sections::add);
    sections.add(RestatedSection.of(reading));
    sections.add(QualitySection.of(reading));
    sections.add(MethodSection.of(reading));
    return sections;
  }
}
