package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.throughline.figure.Interval;

/** Invented ratios. */
final class ForestSamples {

  private ForestSamples() {}

  static ForestModel model(String id, List<ForestModel.Row> rows) {
    return new ForestModel(
        id,
        "Family involvement and unplanned exit",
        "Invented ratios.",
        "Way of comparing",
        "Hazard ratio (95\u00A0% interval)",
        "fewer unplanned exits if involved",
        "more",
        rows);
  }

  static ForestModel.Row row(String name, String detail, double ratio, double low, double high) {
    return ForestModel.Row.estimate(
        name, detail, Tint.INVOLVED, ratio, new Interval(low, high), "");
  }

  static ForestModel family(String id) {
    return model(
        id,
        List.of(
            row(
                "Time-dependent, adjusted",
                "tier, age, sex, substance, prior care · 81 exits",
                .63,
                .38,
                1.04),
            row(
                "Time-dependent, unadjusted",
                "involved only from the first contact on",
                .66,
                .40,
                1.08),
            row(
                "Mantel–Byar, observed to expected",
                "26 unplanned exits seen, 32.8 expected",
                .67,
                .42,
                1.08),
            row("Landmark at day 30", "only clients still in care after day 30", .61, .30, 1.23),
            ForestModel.Row.hidden(
                "Landmark at day 60", "", "not shown: fewer than 11 exits", "n\u00A0=\u00A041"),
            ForestModel.Row.biased(
                "Naive “ever involved” (biased)",
                "who stays longer has more time to be counted",
                .40,
                new Interval(.25, .63),
                "")));
  }

  /** One square on 1/2, whiskers to 1/4 and beyond the axis. */
  static ForestModel small(String id) {
    return model(
        id,
        List.of(
            ForestModel.Row.heading("All clients"),
            ForestModel.Row.estimate(
                "Adjusted",
                "81 exits",
                Tint.INVOLVED,
                .5,
                new Interval(.25, 100),
                "n\u00A0=\u00A0212"),
            ForestModel.Row.hidden("Landmark", "", "not shown: ‹11", ""),
            ForestModel.Row.biased("Naive (biased)", "", .25, new Interval(.125, .5), "")));
  }

  static List<Drawing> usual() {
    return List.of(ForestChart.draw(family("forest")));
  }

  static List<Drawing> hard() {
    List<ForestModel.Row> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(
          i % 9 == 4
              ? ForestModel.Row.hidden(
                  "Site " + i, "", "not shown, since another site could be worked out", "")
              : ForestModel.Row.estimate(
                  "The site of number " + i + " in the county of Upper Saint Something or Other",
                  "adjusted for tier, age, sex, substance and prior care, as far as it is recorded",
                  Tint.INVOLVED,
                  Math.exp((i - 20) / 15.0),
                  new Interval(Math.exp((i - 30) / 15.0), Math.exp((i - 10) / 15.0)),
                  "n\u00A0=\u00A0" + (11 + i)));
    }
    return List.of(
        ForestChart.draw(model("forest-none", List.of())),
        ForestChart.draw(
            model(
                "forest-hidden", List.of(ForestModel.Row.hidden("Adjusted", "", "‹11 exits", "")))),
        ForestChart.draw(model("forest-one", List.of(row("Adjusted", "", 1, 1, 1)))),
        ForestChart.draw(model("forest-near", List.of(row("Adjusted", "", 1.02, .93, 1.12)))),
        ForestChart.draw(
            model(
                "forest-endless",
                List.of(
                    row("No exit among the involved", "", 0, 0, Double.POSITIVE_INFINITY),
                    row("No exit among the others", "", Double.POSITIVE_INFINITY, 2, 90),
                    row("Far away", "", 900, 3, 1e9)))),
        ForestChart.draw(model("forest-forty", many)));
  }
}
