package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.report.chart.ForestChart;
import org.throughline.report.chart.ForestModel;
import org.throughline.report.chart.Tint;

/** Four ways of asking whether family involvement and staying go together, the wrong one last. */
final class FamilyForest {

  private static final String EVENT = "unplanned_exit";

  private final Reading reading;
  private final List<ForestModel.Row> rows = new ArrayList<>();
  private final List<List<String>> cells = new ArrayList<>();
  private final StringBuilder spoken = new StringBuilder();

  private FamilyForest(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Block of(Reading reading) {
    FamilyForest forest = new FamilyForest(reading);
    forest.add(
        "In time, adjusted",
        "tier, age group, sex, substance, prior care",
        found(reading, "family_association"));
    forest.add(
        "In time, not adjusted",
        "Mantel–Byar’s groups",
        found(reading, "family_association_alone"));
    forest.add(
        "At day " + reading.report().landmarkDay(),
        "contact by then, of those still in care",
        found(reading, "family_association_landmark"));
    forest.biased(
        reading.report().naiveFigures().stream()
            .filter(f -> f.measure().equals("family_association_naive"))
            .map(Figure::result)
            .findFirst());
    return forest.block();
  }

  private static Optional<Result> found(Reading reading, String measure) {
    return reading.report().figures().stream()
        .filter(f -> f.month().equals(reading.report().month()) && f.slice().isOverall())
        .filter(f -> f.measure().equals(measure) && f.slice().level().equals(EVENT))
        .map(Figure::result)
        .findFirst();
  }

  private void add(String name, String detail, Optional<Result> result) {
    if (result.isEmpty()) {
      return;
    }
    Shown shown = Shown.of(result.get(), reading.smallCell());
    rows.add(
        result.get() instanceof Result.Ratio ratio
            ? ForestModel.Row.estimate(
                name, detail, Tint.INVOLVED, ratio.value(), ratio.interval(), shown.n())
            : ForestModel.Row.hidden(name, detail, shown.label(), ""));
    tell(name + " (" + detail + ")", shown);
  }

  private void biased(Optional<Result> result) {
    if (result.isPresent() && result.get() instanceof Result.Ratio ratio) {
      Shown shown = Shown.of(ratio, reading.smallCell());
      rows.add(
          ForestModel.Row.biased(
              "Ever against never (biased)",
              "who stays longer has more time to bring somebody",
              ratio.value(),
              ratio.interval(),
              shown.n()));
      tell("Ever against never involved (biased: do not use)", shown);
    }
  }

  private void tell(String name, Shown shown) {
    spoken.append(' ').append(name).append(": ").append(shown.spoken()).append(';');
    cells.add(
        List.of(
            name,
            shown.present() ? Numerals.count(shown.total()) : "–",
            shown.value(),
            shown.interval().isEmpty() ? "–" : shown.interval()));
  }

  private PageModel.Block block() {
    String title = "Unplanned exit of involved clients against the others, as a hazard ratio";
    if (rows.stream().noneMatch(row -> row.ratio().isPresent())) {
      String why = rows.isEmpty() ? "it was not computed" : rows.get(0).text();
      return new PageModel.Remark(new Prose("No hazard ratio is drawn: " + why + "."));
    }
    spoken.setCharAt(spoken.length() - 1, '.');
    Table.Builder table =
        Table.titled("Hazard ratio of unplanned exit, involved against not involved")
            .words("Way of comparing")
            .numbers("n", "Ratio", "95\u00a0% interval");
    cells.forEach(table::row);
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "First episode of each client. 1 is no difference; an interval that contains 1 leaves it"
                + " open. The last row shows how far off the usual comparison is."),
        reading.keep(
            ForestChart.draw(
                new ForestModel(
                    "family-forest",
                    title,
                    "Ratios with 95\u00a0% intervals on a log axis." + spoken,
                    "Way of comparing",
                    "Ratio (95\u00a0% interval)",
                    "fewer unplanned exits if involved",
                    "more",
                    rows))),
        List.of(),
        List.of(table.scrolling()));
  }
}
