package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Unit;

/** Every sample as a drawing: the usual ones, and hard ones. */
final class Gallery {

  static final String REASON = "‹11, not shown";

  private static final List<Drawing> USUAL = drawUsual();
  private static final List<Drawing> HARD = drawHard();

  private Gallery() {}

  static List<Drawing> all() {
    return Stream.concat(usual().stream(), hard().stream()).toList();
  }

  /** The usual ones, drawn once for all tests. */
  static List<Drawing> usual() {
    return USUAL;
  }

  static List<Drawing> hard() {
    return HARD;
  }

  static List<Drawing> drawUsual() {
    List<Drawing> drawings = new ArrayList<>(drawOldest());
    drawings.addAll(XmrSamples.usual());
    drawings.addAll(ForestSamples.usual());
    drawings.addAll(FunnelSamples.usual());
    drawings.addAll(SiteSamples.usual());
    return drawings;
  }

  private static List<Drawing> drawOldest() {
    return List.of(
        SurvivalChart.draw(Samples.tiers()),
        SurvivalChart.draw(Samples.years()),
        StackChart.draw(Samples.stack()),
        DotChart.draw(Samples.dots()),
        TrendChart.draw(Samples.trend("trend")),
        Sparkline.draw(Samples.trend("spark")));
  }

  private static List<Drawing> drawHard() {
    List<Drawing> drawings = new ArrayList<>();
    drawings.add(SurvivalChart.draw(Samples.fiveLongNames()));
    drawings.addAll(hardSurvival());
    drawings.addAll(hardOthers());
    drawings.addAll(XmrSamples.hard());
    drawings.addAll(ForestSamples.hard());
    drawings.addAll(FunnelSamples.hard());
    drawings.addAll(SiteSamples.hard());
    return drawings;
  }

  private static List<Drawing> hardSurvival() {
    CurvePoint start = new CurvePoint(0, 30, 0, 0, 1, 1, 1);
    CurvePoint drop = new CurvePoint(12, 30, 30, 0, 0, 0, 0);
    return List.of(
        SurvivalChart.draw(Samples.survival("no-groups", 180)),
        SurvivalChart.draw(
            Samples.survival(
                "all-hidden",
                180,
                Group.hidden("High-intensity", Tint.TIER_1, REASON),
                Group.hidden("Outpatient", Tint.TIER_2, REASON))),
        SurvivalChart.draw(
            Samples.survival(
                "one-client",
                180,
                Samples.group("Only client", Tint.NEUTRAL, 4, 1, 180, .01),
                Group.hidden("Outpatient", Tint.TIER_2, REASON))),
        SurvivalChart.draw(
            Samples.survival(
                "single-point",
                180,
                new Group("Everybody", Tint.NEUTRAL, List.of(start), 30, List.of()))),
        SurvivalChart.draw(
            Samples.survival(
                "all-leave",
                180,
                new Group("Everybody", Tint.NEUTRAL, List.of(start, drop), 30, List.of()))),
        SurvivalChart.draw(
            Samples.survival("first-week", 5, Samples.group("New", Tint.TIER_1, 8, 40, 5, .05))));
  }

  private static List<Drawing> hardOthers() {
    StackModel stack = Samples.stack();
    List<StackModel.Layer> layers = new ArrayList<>(stack.layers());
    layers.set(1, new StackModel.Layer("Other exits", Tint.EXIT_OTHER, List.of(), REASON));
    List<CurvePoint> few = Samples.incidence(Samples.clients(31, 14, 180, .02), 0);
    List<DotModel.Row> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(
          i % 7 == 3
              ? DotModel.Row.hidden("Site " + i, Tint.NEUTRAL, REASON, "")
              : Samples.row(
                  "Site number " + i + " of a long list of sites",
                  Tint.NEUTRAL,
                  .3 + i * .012,
                  .2 + i * .012,
                  .4 + i * .012,
                  .99,
                  11 + i));
    }
    return List.of(
        StackChart.draw(stack("one-layer-hidden", layers)),
        StackChart.draw(stack("no-layers", List.of())),
        StackChart.draw(
            stack(
                "few", List.of(new StackModel.Layer("Left unplanned", Tint.EXIT_UNPLANNED, few)))),
        DotChart.draw(dots("no-rows", Unit.SHARE)),
        DotChart.draw(
            dots(
                "rows-hidden",
                Unit.SHARE,
                DotModel.Row.hidden("A", Tint.TIER_1, REASON, ""),
                DotModel.Row.hidden(
                    "B",
                    Tint.TIER_2,
                    "no floor of hours is set for this tier, so that a dose cannot be computed",
                    ""))),
        DotChart.draw(dots("forty", Unit.SHARE, many.toArray(DotModel.Row[]::new))),
        DotChart.draw(
            dots(
                "rates",
                Unit.PER_100_CLIENT_MONTHS,
                DotModel.Row.shown(
                    "Involved", Tint.INVOLVED, Dot.of(7.4, 5.1, 10.2), "7.4 (5.1–10.2)", ""),
                DotModel.Row.shown(
                    "Not yet involved",
                    Tint.NOT_YET_INVOLVED,
                    Dot.of(11.9, 9.0, 15.3),
                    "11.9 (9.0–15.3)",
                    ""))),
        TrendChart.draw(trend("no-months")),
        TrendChart.draw(trend("one-month", month(0, .4))),
        TrendChart.draw(trend("islands", month(0, .4), gap(1), month(2, .1), gap(3))),
        TrendChart.draw(trend("all-gaps", gap(0), gap(1))),
        Sparkline.draw(trend("spark-empty", gap(0))),
        Sparkline.draw(trend("spark-flat", flat(0), flat(1))));
  }

  private static StackModel stack(String id, List<StackModel.Layer> layers) {
    return new StackModel(
        id, "Where clients leave", "", "Share of clients admitted", 180, layers, "Still in care");
  }

  private static DotModel dots(String id, Unit unit, DotModel.Row... rows) {
    return new DotModel(
        id,
        "Rows",
        "",
        "Level",
        "Value (95\u00A0% interval)",
        unit,
        List.of(new DotModel.Section("", List.of(rows))));
  }

  private static TrendModel trend(String id, TrendModel.Month... months) {
    return new TrendModel(id, "Trend", "", "Share", Unit.SHARE, Tint.NEUTRAL, List.of(months));
  }

  private static TrendModel.Month month(int i, double value) {
    return new TrendModel.Month(
        YearMonth.of(2025, 1).plusMonths(i),
        Optional.of(Dot.of(value, value - .1, value + .1)),
        "");
  }

  private static TrendModel.Month flat(int i) {
    return new TrendModel.Month(
        YearMonth.of(2025, 1).plusMonths(i),
        Optional.of(new Dot(1, Optional.empty(), Optional.empty())),
        "");
  }

  private static TrendModel.Month gap(int i) {
    return new TrendModel.Month(YearMonth.of(2025, 1).plusMonths(i), Optional.empty(), REASON);
  }
}
