package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.StackChart;
import org.throughline.report.chart.StackModel;
import org.throughline.report.chart.SurvivalChart;
import org.throughline.report.chart.Tint;
import org.throughline.report.page.CurveTable.Named;

/** Where clients leave: the four kinds of exit over time, and the exits of the month. */
final class ExitSection {

  private record Kind(String code, String label, Tint tint) {}

  /** From the bottom of the stack: what can be read from zero comes first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("unplanned", "Left unplanned", Tint.EXIT_UNPLANNED),
          new Kind("other", "Other exits", Tint.EXIT_OTHER),
          new Kind("transferred", "Transferred", Tint.EXIT_TRANSFERRED),
          new Kind("planned", "Completed", Tint.EXIT_COMPLETED));

  private final Reading reading;

  private final ExitPeriods periods;

  private ExitSection(Reading reading) {
    this.reading = reading;
    periods = new ExitPeriods(reading);
  }

  static PageModel.Section of(Reading reading) {
    return new ExitSection(reading).section();
  }

  private PageModel.Section section() {
    String silence =
        reading.silenceDays() == 0
            ? "Exits are those recorded: silence is not read as an exit."
            : "A client who stops coming is counted as having left on the day last attended, once "
                + reading.silenceDays()
                + " days have passed in silence. So an unplanned exit is known that much later.";
    return new PageModel.Section(
        "leave",
        "Where clients leave",
        "Where clients leave",
        List.of(new Prose(finding())),
        Prose.paragraphs(periods.sentence(), silence, median(), restored()),
        Prose.paragraphs(reading.measureLine("exit_incidence_unplanned")),
        List.of(),
        List.of(plot(), periods.block(), grid()));
  }

  private String median() {
    Shown median = reading.shown("in_care_curve_median", Slice.OVERALL);
    return median.present()
        ? "The median time in care, whatever ended it, was " + median.cell() + "."
        : "";
  }

  private String restored() {
    Shown restored = reading.shown("restored", Slice.OVERALL);
    String rule = "A client who comes back takes the exit back";
    if (restored.unknown()) {
      return rule + ".";
    }
    String many =
        restored.present()
            ? restored.value().equals("0") ? "nobody" : restored.value()
            : restored.value().startsWith("\u2039") ? "fewer than " + reading.smallCell() : "";
    return many.isEmpty()
        ? rule + "; how many did in " + reading.monthName() + " is not shown."
        : rule + ": " + many + " did in " + reading.monthName() + ".";
  }

  private String finding() {
    List<String> parts = new ArrayList<>();
    for (int i = KINDS.size() - 1; i >= 0; i--) {
      Kind kind = KINDS.get(i);
      Shown shown = reading.shown("exit_incidence_" + kind.code(), 180, Slice.OVERALL);
      if (!shown.present()) {
        return shown.absence("The share who left by day 180, by kind of exit,");
      }
      String verb =
          switch (kind.code()) {
            case "planned" -> " had completed";
            case "unplanned" -> " had left unplanned";
            case "transferred" -> " had transferred";
            default -> " had left otherwise";
          };
      if (shown.dot().stream().anyMatch(dot -> dot.value() > 0)) {
        parts.add(shown.value() + verb);
      }
    }
    if (parts.isEmpty()) {
      return "By day 180, no client had left.";
    }
    return "By day 180, "
        + Spread.joined(parts)
        + remainder().map(share -> "; " + share + " were still in care.").orElse(".");
  }

  private Optional<String> remainder() {
    return reading
        .drawable("in_care_curve", Slice.OVERALL)
        .flatMap(c -> c.at(180))
        .map(p -> Numerals.percent(p.estimate()));
  }

  private PageModel.Block plot() {
    List<Named> curves = new ArrayList<>();
    List<StackModel.Layer> layers = new ArrayList<>();
    for (Kind kind : KINDS) {
      String measure = "exit_incidence_" + kind.code();
      Optional<Curve> curve = reading.drawable(measure, Slice.OVERALL);
      List<CurvePoint> points = curve.map(Curve::points).orElseGet(List::of);
      String missing = reading.missing(measure, Slice.OVERALL);
      curves.add(new Named(kind.label(), curve, points, missing));
      layers.add(
          points.isEmpty()
              ? new StackModel.Layer(kind.label(), kind.tint(), points, missing)
              : new StackModel.Layer(kind.label(), kind.tint(), points));
    }
    if (curves.stream().anyMatch(c -> c.points().isEmpty())) {
      return new PageModel.Remark(
          new Prose(
              "No chart is drawn: the share who left cannot be shown for every kind of exit, and the"
                  + " others would give the missing one away."));
    }
    String title = "Share of clients who have left, by day and kind of exit";
    int lastDay = CurveTable.lastDay(curves);
    Drawing drawing =
        StackChart.draw(
            new StackModel(
                "exits-stack",
                title,
                "Four stacked areas over "
                    + lastDay
                    + " days; what is left above them is still in care. "
                    + new Prose(finding()).plain(),
                "Share of admissions",
                lastDay,
                layers,
                "Still in care"));
    List<Integer> days = SurvivalChart.ticks(lastDay);
    Table.Builder table =
        Table.titled("Share who have left, by day and kind of exit (95\u00a0% interval)")
            .numbers("Day");
    curves.forEach(c -> table.numbers(c.name()));
    for (int day : days) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(day));
      curves.forEach(
          c ->
              cells.add(
                  c.curve().orElseThrow().at(day).map(CurveTable::value).orElse("not yet begun")));
      table.row(cells);
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "Cumulative incidence, admissions of "
                + reading.admitted()
                + ", "
                + Numerals.n(curves.get(0).curve().orElseThrow().entered())
                + ". The five parts add up to 100\u00a0% on every day."),
        reading.keep(drawing),
        List.of(),
        List.of(table.scrolling()));
  }

  private PageModel.Grid grid() {
    List<TierLabel> tiers =
        reading.report().tiers().stream()
            .filter(t -> known("exits", Slice.ofTier(t.code())))
            .toList();
    Table.Builder table =
        Table.titled("Exits that became known in " + reading.monthName() + ", by kind")
            .words("Kind of exit")
            .numbers("All");
    tiers.forEach(t -> table.numbers(reading.name(t)));
    for (int i = KINDS.size() - 1; i >= 0; i--) {
      table.row(cells(KINDS.get(i).label(), "exits_" + KINDS.get(i).code(), tiers));
    }
    table.row(cells("All exits", "exits", tiers));
    table.row(cells("Completed, of all exits", "completion", tiers));
    return reading.grid(
        "Exits of the month",
        table.stacking(),
        new Prose(
            "An exit counts in the month in which it became known, at its client’s tier at"
                + " admission."));
  }

  private List<String> cells(String name, String measure, List<TierLabel> tiers) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(reading.shown(measure, Slice.OVERALL).cell());
    tiers.forEach(t -> cells.add(reading.shown(measure, Slice.ofTier(t.code())).cell()));
    return cells;
  }

  private boolean known(String measure, Slice slice) {
    return reading.report().figure(measure, OptionalInt.empty(), slice).isPresent();
  }
}
