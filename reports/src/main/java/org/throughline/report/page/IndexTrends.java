package org.throughline.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.figure.Unit;
import org.throughline.report.chart.Dot;
import org.throughline.report.chart.Sparkline;
import org.throughline.report.chart.Tint;
import org.throughline.report.chart.TrendModel;

/**
 * The headline figures over the published months, each month as its own edition has it: what was
 * published is drawn, not what is known since. Months between that are not published are gaps.
 */
final class IndexTrends {

  private final List<IndexPage.Entry> entries;
  private final IndexPage.Entry newest;
  private final List<YearMonth> months = new ArrayList<>();

  /**
   * @param entries newest first, at least one
   */
  IndexTrends(List<IndexPage.Entry> entries) {
    this.entries = entries;
    newest = entries.get(0);
    YearMonth first = entries.get(entries.size() - 1).month();
    for (YearMonth month = first; !month.isAfter(newest.month()); month = month.plusMonths(1)) {
      months.add(month);
    }
  }

  List<IndexPage.Trend> all() {
    return List.of(Headline.values()).stream().map(this::trend).toList();
  }

  private IndexPage.Trend trend(Headline headline) {
    Map<YearMonth, IndexPage.Cell> cells = new HashMap<>();
    entries.forEach(
        e -> cells.put(e.month(), e.cells().get(List.of(Headline.values()).indexOf(headline))));
    List<TrendModel.Month> points = new ArrayList<>();
    for (YearMonth month : months) {
      points.add(
          Optional.ofNullable(cells.get(month))
              .map(c -> new TrendModel.Month(month, c.dot(), c.dot().isEmpty() ? c.value() : ""))
              .orElseGet(() -> new TrendModel.Month(month, Optional.empty(), "not published")));
    }
    IndexPage.Cell last = newest.cells().get(List.of(Headline.values()).indexOf(headline));
    String words = period() + ": " + range(points) + "." + gaps(points);
    String svg =
        Sparkline.draw(
                new TrendModel(
                    "published-" + headline.id(),
                    headline.title() + ", by published month",
                    "A line. " + words + " " + newest.title() + ": " + spoken(last) + ".",
                    headline.title(),
                    Unit.SHARE,
                    Tint.NEUTRAL,
                    points))
            .wideSvg();
    return new IndexPage.Trend(headline.title(), last, chips(headline), svg, words);
  }

  private List<PageModel.Chip> chips(Headline headline) {
    return Optional.ofNullable(newest.verdicts().get(headline.measure()))
        .flatMap(Verdict.Kind::named)
        .map(kind -> new PageModel.Chip(kind.style(), kind.chip(), new Prose("")))
        .stream()
        .toList();
  }

  private String period() {
    String last = Dates.brief(newest.month());
    return months.size() == 1 ? last : Dates.brief(months.get(0)) + " – " + last;
  }

  private static String range(List<TrendModel.Month> points) {
    double[] values =
        points.stream().flatMap(m -> m.dot().stream()).mapToDouble(Dot::value).toArray();
    if (values.length == 0) {
      return "no month has a figure";
    }
    String low = Numerals.percent(java.util.Arrays.stream(values).min().orElseThrow());
    String high = Numerals.percent(java.util.Arrays.stream(values).max().orElseThrow());
    return low.equals(high) ? low : "between " + low + " and " + high;
  }

  /** A gap is a figure that is not shown or not there, or a month that is not published. */
  private static String gaps(List<TrendModel.Month> points) {
    long unpublished = points.stream().filter(m -> m.note().equals("not published")).count();
    long without = points.stream().filter(m -> m.dot().isEmpty()).count() - unpublished;
    boolean someShown = without + unpublished < points.size();
    return (without > 0 && someShown ? " Without a figure: " + without + "." : "")
        + (unpublished > 0 ? " Not published: " + unpublished + "." : "");
  }

  private static String spoken(IndexPage.Cell cell) {
    return cell.n().isEmpty() ? cell.value() : cell.value() + ", " + cell.n();
  }
}
