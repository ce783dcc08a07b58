package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.figure.Bounds;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/**
 * The SVG text of one small drawing of each kind. After a wanted change: run with {@code
 * -Dgolden.refresh=true} from the module's folder, look at every file in {@code
 * src/test/resources/charts} in a browser, and commit them.
 */
class GoldenTest {

  static List<Drawing> drawings() {
    List<CurvePoint> points =
        List.of(
            new CurvePoint(0, 40, 0, 0, 1, 1, 1),
            new CurvePoint(10, 40, 8, 0, .8, .65, .9),
            new CurvePoint(45, 32, 10, 2, .55, .4, .7),
            new CurvePoint(100, 20, 0, 12, .55, .4, .7),
            new CurvePoint(150, 8, 4, 4, .275, .1, .5));
    List<CurvePoint> steady =
        List.of(new CurvePoint(0, 60, 0, 0, 1, 1, 1), new CurvePoint(70, 60, 12, 0, .8, .68, .88));
    RiskRow row =
        new RiskRow("In care", new TreeMap<>(java.util.Map.of(0, "40", 60, "20", 120, "‹11")));
    return List.of(
        SurvivalChart.draw(
            new SurvivalModel(
                "survival",
                "Clients without an unplanned exit",
                "Two curves.",
                "Clients without an unplanned exit",
                180,
                List.of(
                    new Group("High-intensity", Tint.TIER_1, points, 40, List.of(row)),
                    new Group("Intensive", Tint.TIER_2, steady, 60, List.of(row)),
                    Group.hidden("Outpatient", Tint.TIER_3, "‹11, not shown")),
                Optional.of(90))),
        StackChart.draw(
            new StackModel(
                "stack",
                "Where clients leave",
                "Two areas.",
                "Share of clients admitted",
                180,
                List.of(
                    new StackModel.Layer("Left unplanned", Tint.EXIT_UNPLANNED, rising(.2, .35)),
                    new StackModel.Layer(
                        "Completed as planned", Tint.EXIT_COMPLETED, rising(.05, .4))),
                "Still in care")),
        DotChart.draw(
            new DotModel(
                "dots",
                "Sober in every week so far",
                "Rows.",
                "Share of clients",
                "At least (95\u00A0% interval), at most",
                Unit.SHARE,
                List.of(
                    new DotModel.Section(
                        "First 12 weeks",
                        List.of(
                            DotModel.Row.shown(
                                "All",
                                Tint.NEUTRAL,
                                new Dot(
                                    .3,
                                    Optional.of(new Interval(.24, .36)),
                                    Optional.of(new Bounds(.3, .6))),
                                "30\u00A0% (24–36\u00A0%), at most 60\u00A0%",
                                "n\u00A0=\u00A0222"),
                            DotModel.Row.hidden(
                                "Outpatient", Tint.TIER_3, "‹11, not shown", "")))))),
        TrendChart.draw(months("trend")),
        Sparkline.draw(months("spark")),
        XmrChart.draw(XmrSamples.small("xmr")),
        Sparkline.draw(XmrSamples.small("spark-limits")),
        ForestChart.draw(ForestSamples.small("forest")),
        FunnelChart.draw(FunnelSamples.small("funnel")),
        MultiplesChart.draw(SiteSamples.steps("multiples")),
        WeekChart.draw(SiteSamples.smallWeeks("weeks")),
        PeriodChart.draw(SiteSamples.periods("periods")));
  }

  private static List<CurvePoint> rising(double first, double second) {
    return List.of(
        new CurvePoint(0, 40, 0, 0, 0, 0, 0),
        new CurvePoint(30, 40, 8, 0, first, first, first),
        new CurvePoint(120, 20, 6, 0, second, second, second));
  }

  private static TrendModel months(String id) {
    YearMonth first = YearMonth.of(2025, 1);
    return new TrendModel(
        id,
        "Attendance by month",
        "Four months.",
        "Sessions attended, of those offered",
        Unit.SHARE,
        Tint.NEUTRAL,
        List.of(
            new TrendModel.Month(first, Optional.of(Dot.of(.70, .64, .75)), ""),
            new TrendModel.Month(first.plusMonths(1), Optional.of(Dot.of(.74, .68, .79)), ""),
            new TrendModel.Month(first.plusMonths(2), Optional.empty(), "‹11, not shown"),
            new TrendModel.Month(first.plusMonths(3), Optional.of(Dot.of(.69, .62, .75)), "")));
  }

  /** All of the gallery as files, to be looked at. */
  @Test
  void theGalleryCanBeLookedAt() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/gallery"));
    for (Drawing drawing : Gallery.all()) {
      Files.writeString(folder.resolve(drawing.id() + "-wide.svg"), drawing.wideSvg());
      Files.writeString(folder.resolve(drawing.id() + "-narrow.svg"), drawing.narrowSvg());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".svg")))
          .hasSizeGreaterThanOrEqualTo(2 * Gallery.all().size());
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void isDrawnAsApproved(Drawing drawing) throws IOException {
    same(drawing.id() + "-wide.svg", drawing.wideSvg());
    same(drawing.id() + "-narrow.svg", drawing.narrowSvg());
  }

  /** One element a line, so that a difference can be read. */
  private static void same(String name, String svg) throws IOException {
    String text = svg.replace("><", ">\n<") + "\n";
    if (Boolean.getBoolean("golden.refresh")) {
      Path folder = Path.of("src/test/resources/charts");
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
      return;
    }
    try (InputStream in = GoldenTest.class.getResourceAsStream("/charts/" + name)) {
      if (in == null) {
        fail("charts/" + name + " is missing; run with -Dgolden.refresh=true and look at it");
      }
      assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
