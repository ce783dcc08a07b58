package org.throughline.report.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.report.chart.Dot;

/** The list of the published months, newest first, under the headline figures over all of them. */
public final class IndexPage {

  /**
   * A headline figure of one month.
   *
   * @param value "66 % (59–73 %)", or a word
   * @param n "n = 275", or the word's reason, or empty
   * @param dot for the line; empty where there is no number to show
   */
  public record Cell(String value, String n, Optional<Dot> dot) {

    /** "66 %", or the word; for the template. */
    public String big() {
      return dot.map(d -> Numerals.percent(d.value())).orElse(value);
    }

    /** Its class in the style sheet. */
    public String style() {
      return dot.isPresent() ? "big" : "big word";
    }

    /** "95 % interval 59–73 % · n = 275". */
    public String detail() {
      return dot.flatMap(Dot::interval)
          .map(i -> "95\u00a0% interval " + Numerals.interval(i) + " · " + n)
          .orElse(n);
    }
  }

  /** A link to an earlier edition. */
  public record Earlier(String name, String href) {}

  /**
   * One published month.
   *
   * @param month it
   * @param title "June 2025"
   * @param edition that stands in its folder
   * @param cells the figures of {@link Headline}, in its order
   * @param verdicts words of {@link MonthPage#verdicts} by measure
   * @param earlier editions that it replaced
   */
  public record Entry(
      YearMonth month,
      String title,
      int edition,
      List<Cell> cells,
      Map<String, String> verdicts,
      List<Earlier> earlier) {

    public Entry(
        YearMonth month,
        int edition,
        List<Cell> cells,
        Map<String, String> verdicts,
        List<Earlier> earlier) {
      this(month, Dates.month(month), edition, cells, verdicts, earlier);
    }
  }

  /**
   * A headline figure over the published months.
   *
   * @param newest the latest month's
   * @param chips its verdict, where one was published
   * @param svg the line
   * @param words what the line shows
   */
  record Trend(String heading, Cell newest, List<PageModel.Chip> chips, String svg, String words) {}

  private IndexPage() {}

  /**
   * The page as HTML.
   *
   * @param program its name
   * @param settings of the newest publication
   * @param months newest first
   */
  public static String render(String program, Map<String, String> settings, List<Entry> months) {
    Sheet sheet = Sheet.of(program + " · published months", "");
    List<String> heads = List.of(Headline.values()).stream().map(Headline::title).toList();
    return Templates.render(
        "index",
        Map.of(
            "program",
            program,
            "lang",
            PageLocale.of(settings).tag(),
            "heads",
            heads,
            "months",
            months,
            "trends",
            months.isEmpty() ? List.of() : new IndexTrends(months).all(),
            "policy",
            sheet.policy(),
            "style",
            sheet.style()));
  }
}
