package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.report.chart.PeriodChart;
import org.throughline.report.chart.PeriodModel;

/**
 * When clients leave: the exits of each kind by weeks of care, and the risk of an unplanned one.
 */
final class ExitPeriods {

  /** A period of care as the measure names it, and as a reader does. */
  record Period(String code, String words, int from, int to) {}

  static final List<Period> PERIODS =
      List.of(
          new Period("0-7", "Week 1", 0, 7),
          new Period("8-14", "Week 2", 7, 14),
          new Period("15-28", "Weeks 3 and 4", 14, 28),
          new Period("29-56", "Weeks 5 to 8", 28, 56),
          new Period("57-91", "Weeks 9 to 13", 56, 91),
          new Period("92-182", "Weeks 14 to 26", 91, 182));

  private final Reading reading;

  ExitPeriods(Reading reading) {
    this.reading = reading;
  }

  private Shown risk(String kind, Period period) {
    return reading.shown("exit_risk_" + kind, Slice.OVERALL.withLevel(period.code()));
  }

  /** The rate of unplanned exits in a period, where there is one that may be shown. */
  Optional<Result.Rate> unplanned(Period period) {
    return reading
        .report()
        .figure("exit_risk_unplanned", OptionalInt.empty(), Slice.OVERALL.withLevel(period.code()))
        .map(Figure::result)
        .filter(Result.Rate.class::isInstance)
        .map(Result.Rate.class::cast);
  }

  /** In which weeks the risk of leaving unplanned is highest; empty where it cannot be told. */
  String sentence() {
    Optional<Period> highest = Optional.empty();
    for (Period period : PERIODS) {
      if (unplanned(period).isPresent()
          && (highest.isEmpty() || value(period) > value(highest.get()))) {
        highest = Optional.of(period);
      }
    }
    Period last = PERIODS.get(PERIODS.size() - 1);
    if (highest.isEmpty() || highest.get().equals(last) || unplanned(last).isEmpty()) {
      return "";
    }
    Result.Rate most = unplanned(highest.get()).orElseThrow();
    Result.Rate least = unplanned(last).orElseThrow();
    boolean apart = most.interval().low() > least.interval().high();
    return "The risk of leaving unplanned was highest in "
        + highest.get().words().toLowerCase(Locale.ROOT)
        + ": "
        + risk("unplanned", highest.get()).cell()
        + " per 100 client-weeks, against "
        + risk("unplanned", last).cell()
        + " in weeks 14 to 26"
        + (apart ? "." : "; the intervals overlap.");
  }

  private double value(Period period) {
    return unplanned(period).map(Result.Rate::value).orElse(0.0);
  }

  /** The risk of an unplanned exit by weeks of care, with the exits of every kind behind it. */
  PageModel.Block block() {
    if (PERIODS.stream().noneMatch(period -> unplanned(period).isPresent())) {
      return reading.grid("Exits by weeks of care", table().stacking());
    }
    String title = "Risk of leaving unplanned, by weeks of care";
    List<PeriodModel.Period> bars = new ArrayList<>();
    StringBuilder spoken =
        new StringBuilder("Bars as wide as their weeks, with 95\u00a0% intervals:");
    for (Period period : PERIODS) {
      Shown shown = risk("unplanned", period);
      spoken.append(' ').append(period.words()).append(' ').append(shown.spoken()).append(';');
      bars.add(
          unplanned(period)
              .map(
                  rate ->
                      PeriodModel.Period.of(
                          period.from(),
                          period.to(),
                          rate.value(),
                          rate.interval(),
                          Numerals.count(rate.events()) + " unplanned exits"))
              .orElseGet(
                  () -> PeriodModel.Period.hidden(period.from(), period.to(), shown.label())));
    }
    spoken.setCharAt(spoken.length() - 1, '.');
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "Unplanned exits per 100 clients in care for a week, admissions of "
                + reading.admitted()
                + ". The area of a bar is the number of exits."),
        reading.keep(
            PeriodChart.draw(
                new PeriodModel(
                    "exits-risk",
                    title,
                    spoken.toString(),
                    "Unplanned exits per 100 client-weeks",
                    Unit.PER_100_CLIENT_WEEKS,
                    bars))),
        List.of(),
        List.of(table().scrolling()));
  }

  private Table.Builder table() {
    Table.Builder table =
        Table.titled("Exits by weeks of care, admissions of " + reading.admitted())
            .words("Weeks of care")
            .numbers(
                "Left unplanned",
                "per 100 client-weeks",
                "Completed",
                "Transferred",
                "Other exits");
    for (Period period : PERIODS) {
      List<String> cells = new ArrayList<>();
      cells.add(period.words());
      cells.add(count(risk("unplanned", period)));
      cells.add(risk("unplanned", period).cell());
      for (String kind : List.of("planned", "transferred", "other")) {
        cells.add(count(risk(kind, period)));
      }
      table.row(cells);
    }
    return table;
  }

  private static String count(Shown shown) {
    return shown.present() ? Numerals.count(shown.total()) : shown.value();
  }
}
