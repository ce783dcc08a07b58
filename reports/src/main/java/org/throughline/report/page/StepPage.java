package org.throughline.report.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small page that leads from a month's page to another one. A published page never changes, so it
 * cannot name the month after it, which was not there yet; it links to this page, which is written
 * again whenever a month is published. Where there is nothing to lead to, it says so.
 */
public final class StepPage {

  /** Which way a reader goes. */
  public enum Way {
    BEFORE("before", "No earlier month is published", " is the first month published here."),
    AFTER("after", "No later month is published", " is the newest month published here.");

    private final String id;
    private final String heading;
    private final String end;

    Way(String id, String heading, String end) {
      this.id = id;
      this.heading = heading;
      this.end = end;
    }
  }

  /** A link of the page. */
  public record Link(String href, String words) {}

  private StepPage() {}

  /** The name of the file that leads from a month: {@code 2025-06.after.html}. */
  public static String name(YearMonth from, Way way) {
    return from + "." + way.id + ".html";
  }

  /**
   * The page that leads from a month.
   *
   * @param root relative path from the page to the folder of months: "../"
   * @param to the nearest published month that way
   * @param settings of the month's publication
   */
  public static String render(
      String root, YearMonth from, Way way, Optional<YearMonth> to, Map<String, String> settings) {
    return to.isPresent()
        ? page(
            settings,
            Dates.month(to.get()),
            "This page leads to the report of that month.",
            List.of(month(root, to.get())),
            List.of(month(root, to.get()), list(root)))
        : page(
            settings,
            way.heading,
            Dates.month(from) + way.end,
            List.of(),
            List.of(month(root, from), list(root)));
  }

  /** The page that leads to the list of months from where it is not beside it. */
  public static String toList(String root, Map<String, String> settings) {
    return page(
        settings,
        "Published months",
        "This page leads to the list of months.",
        List.of(list(root)),
        List.of(list(root)));
  }

  private static Link month(String root, YearMonth month) {
    return new Link(root + month + "/index.html", Dates.month(month));
  }

  private static Link list(String root) {
    return new Link(root + "index.html", "All months");
  }

  /** Where there is a target, the browser goes there at once. */
  private static String page(
      Map<String, String> settings,
      String heading,
      String words,
      List<Link> target,
      List<Link> links) {
    Sheet sheet = Sheet.plain();
    return Templates.render(
        "step",
        Map.of(
            "lang", PageLocale.of(settings).tag(),
            "heading", heading,
            "words", words,
            "target", target,
            "links", links,
            "policy", sheet.policy(),
            "style", sheet.style()));
  }
}
