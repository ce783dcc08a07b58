package org.throughline.report.page;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The list of the published months, newest first. */
public final class IndexPage {

  /** A headline figure of one month: "66 % (59–73 %)" and "n = 275", or a word and nothing. */
  public record Cell(String value, String n) {}

  /** A link to an earlier edition. */
  public record Earlier(String name, String href) {}

  /**
   * One published month.
   *
   * @param month it
   * @param title "June 2025"
   * @param edition that stands in its folder
   * @param cells the figures of {@link Headline}, in its order
   * @param earlier editions that it replaced
   */
  public record Entry(
      YearMonth month, String title, int edition, List<Cell> cells, List<Earlier> earlier) {

    public Entry(YearMonth month, int edition, List<Cell> cells, List<Earlier> earlier) {
      this(month, Dates.month(month), edition, cells, earlier);
    }
  }

  private IndexPage() {}

  /** The page as HTML. */
  public static String render(String program, List<Entry> months) {
    Sheet sheet = Sheet.of(program + " · published months", "");
    List<String> heads = List.of(Headline.values()).stream().map(Headline::title).toList();
    return Templates.render(
        "index",
        Map.of(
            "program", program,
            "heads", heads,
            "months", months,
            "policy", sheet.policy(),
            "style", sheet.style()));
  }
}
