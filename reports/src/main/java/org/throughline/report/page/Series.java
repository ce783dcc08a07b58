package org.throughline.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.throughline.figure.Figure;
import org.throughline.figure.Unit;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Sparkline;
import org.throughline.report.chart.Tint;
import org.throughline.report.chart.TrendChart;
import org.throughline.report.chart.TrendModel;

/** One headline figure over the 24 months that end with the reporting month, none left out. */
final class Series {

  private record Month(YearMonth month, Shown shown) {}

  private final Headline headline;
  private final List<Month> months = new ArrayList<>();

  Series(Reading reading, Headline headline) {
    this.headline = headline;
    Map<YearMonth, Figure> found = new HashMap<>();
    for (Figure figure : reading.report().series(headline.measure(), headline.at())) {
      found.put(figure.month(), figure);
    }
    YearMonth last = reading.report().month();
    for (YearMonth m = reading.firstOfTrend(); !m.isAfter(last); m = m.plusMonths(1)) {
      Figure figure = found.get(m);
      Shown shown =
          figure == null
              ? new Shown("no data", "", "", "there is no data", java.util.Optional.empty(), 0, "")
              : Shown.of(figure.result(), reading.smallCell());
      months.add(new Month(m, shown));
    }
  }

  OptionalInt at() {
    return headline.at();
  }

  long known() {
    return months.stream().filter(m -> m.shown().dot().isPresent()).count();
  }

  /** "Jul 2023 – Jun 2025". */
  String period() {
    return Dates.brief(months.get(0).month())
        + " – "
        + Dates.brief(months.get(months.size() - 1).month());
  }

  /** "between 62 % and 78 %", or why there is nothing to say. */
  String range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Month month : months) {
      if (month.shown().dot().isPresent()) {
        double value = month.shown().dot().get().value();
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return known() == 0
        ? "no month has a figure"
        : "between " + Numerals.percent(low) + " and " + Numerals.percent(high);
  }

  Drawing spark() {
    return Sparkline.draw(model("spark-" + headline.id()));
  }

  Drawing chart() {
    return TrendChart.draw(model("trend-" + headline.id()));
  }

  private TrendModel model(String id) {
    List<TrendModel.Month> points =
        months.stream()
            .map(m -> new TrendModel.Month(m.month(), m.shown().dot(), note(m.shown())))
            .toList();
    return new TrendModel(
        id,
        headline.title() + ", by month",
        description(),
        headline.axis(),
        Unit.SHARE,
        Tint.NEUTRAL,
        points);
  }

  private static String note(Shown shown) {
    return shown.present() ? "" : shown.label();
  }

  private String description() {
    Month last = months.get(months.size() - 1);
    long gaps = months.size() - known();
    return "A line over "
        + months.size()
        + " months, "
        + period()
        + "; "
        + range()
        + ". "
        + Dates.month(last.month())
        + ": "
        + last.shown().spoken()
        + "."
        + (gaps == 0 ? "" : " Months without a figure: " + gaps + ".");
  }

  Table table() {
    Table.Builder table =
        Table.titled(headline.title() + ", by month")
            .words("Month")
            .numbers("n", "Share", "95\u00a0% interval");
    for (Month m : months) {
      table.row(
          Dates.brief(m.month()),
          m.shown().present() ? Numerals.count(m.shown().total()) : "–",
          m.shown().value(),
          m.shown().interval().isEmpty() ? "–" : m.shown().interval());
    }
    return table.scrolling();
  }
}
