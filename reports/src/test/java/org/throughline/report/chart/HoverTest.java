package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.figure.CurvePoint;
import org.w3c.dom.Element;

/** What charts tell a pointer, and where. */
class HoverTest {

  private static final List<CurvePoint> STEPS =
      List.of(new CurvePoint(0, 40, 0, 0, 1, 1, 1), new CurvePoint(30, 40, 20, 0, .5, .4, .6));

  @ParameterizedTest
  @CsvSource({"180, 18, 10, 19", "180, 9, 20, 10", "5, 9, 1, 6", "1461, 18, 90, 17", "1, 9, 1, 2"})
  void daysAreRound(int lastDay, int most, int step, int count) {
    List<Integer> days = HoverDays.every(lastDay, most);
    assertThat(days).hasSize(count).startsWith(0, step);
    assertThat(days.get(count - 1)).isLessThanOrEqualTo(lastDay);
  }

  @Test
  void curvesTellAllValuesOfADay() {
    Drawing drawing =
        SurvivalChart.draw(
            Samples.survival(
                "s",
                180,
                new Group("One", Tint.TIER_1, STEPS, 40, List.of()),
                new Group("Two", Tint.TIER_2, STEPS.subList(0, 1), 40, List.of())));
    SvgProbe probe = SvgProbe.of(drawing.wideSvg());
    assertThat(probe.hovers())
        .hasSize(19)
        .contains(
            "Day 20\nOne: 100\u00A0%\nTwo: 100\u00A0%",
            "Day 30\nOne: 50\u00A0% (40–60\u00A0%)\nTwo: 100\u00A0%");
  }

  @Test
  void aHoveredPlaceIsInvisibleAndAroundItsDay() {
    Drawing drawing =
        SurvivalChart.draw(
            Samples.survival("s", 180, new Group("One", Tint.TIER_1, STEPS, 40, List.of())));
    SvgProbe probe = SvgProbe.of(drawing.wideSvg());
    Element place =
        probe.elements("rect").stream()
            .filter(r -> r.getTextContent().startsWith("Day 90"))
            .findFirst()
            .orElseThrow();
    assertThat(SvgProbe.inherited(place, "fill", "")).isEqualTo("none");
    assertThat(SvgProbe.inherited(place, "pointer-events", "")).isEqualTo("all");
    // x: 138 at day 0, 630 at day 180
    assertThat(SvgProbe.number(place, "x")).isCloseTo(138 + 85 * 492 / 180.0, within(0.01));
    assertThat(SvgProbe.number(place, "width")).isCloseTo(10 * 492 / 180.0, within(0.01));
  }

  @Test
  void areasTellTheirSharesFromAbove() {
    List<CurvePoint> rising =
        List.of(new CurvePoint(0, 40, 0, 0, 0, 0, 0), new CurvePoint(30, 40, 8, 0, .2, .2, .2));
    Drawing drawing =
        StackChart.draw(
            new StackModel(
                "s",
                "t",
                "d",
                "y",
                180,
                List.of(
                    new StackModel.Layer("Left", Tint.EXIT_UNPLANNED, rising),
                    new StackModel.Layer("Completed", Tint.EXIT_COMPLETED, rising)),
                "In care"));
    assertThat(SvgProbe.of(drawing.wideSvg()).hovers())
        .contains("Day 30\nIn care: 60\u00A0%\nCompleted: 20\u00A0%\nLeft: 20\u00A0%")
        .contains("Day 20\nIn care: 100\u00A0%\nCompleted: 0\u00A0%\nLeft: 0\u00A0%");
  }

  @Test
  void rowsAndMonthsTellTheirValues() {
    assertThat(SvgProbe.of(DotChart.draw(Samples.dots()).narrowSvg()).hovers())
        .hasSize(8)
        .contains("All: 60\u00A0% (54–66\u00A0%), at most 79\u00A0%, n\u00A0=\u00A0268");
    assertThat(SvgProbe.of(TrendChart.draw(Samples.trend("t")).wideSvg()).hovers())
        .hasSize(24)
        .contains("Jan\u00A02024: ‹11, not shown", "Oct\u00A02024: no figure");
  }

  @Test
  void moreThanThreeGroupsHaveWhiskersInsteadOfBands() {
    SvgProbe three = SvgProbe.of(SurvivalChart.draw(Samples.tiers()).wideSvg());
    assertThat(three.paths("fill", Hue.TIER_2_BAND)).isNotEmpty();
    SvgProbe five = SvgProbe.of(SurvivalChart.draw(Samples.fiveLongNames()).wideSvg());
    assertThat(five.paths("fill", Hue.TIER_2_BAND)).isEmpty();
    List<Element> whiskers =
        five.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke-width", "").equals("1.2"))
            .toList();
    assertThat(whiskers.size()).isBetween(20, 30);
    assertThat(whiskers.stream().map(w -> w.getAttribute("x1"))).doesNotHaveDuplicates();
    assertThat(five.text("Days since admission (upright lines: 95\u00A0% intervals)")).isNotNull();
  }

  @Test
  void fewAtRiskHaveNoWhisker() {
    StepCurve curve =
        StepCurve.of(
            List.of(
                new CurvePoint(0, 20, 0, 0, 1, 1, 1),
                new CurvePoint(60, 20, 10, 0, .5, .3, .7),
                new CurvePoint(120, 10, 5, 0, .25, .1, .5)),
            180,
            492);
    assertThat(curve.trustedAt(59).map(CurvePoint::estimate)).isEqualTo(Optional.of(1.0));
    assertThat(curve.at(60)).isPresent();
    assertThat(curve.trustedAt(60)).isEmpty();
  }
}
