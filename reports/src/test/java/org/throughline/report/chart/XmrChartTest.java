package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Unit;
import org.w3c.dom.Element;

/** What a chart of individual values says, read back from its SVG. */
class XmrChartTest {

  private static final SvgProbe SMALL = SvgProbe.of(XmrChart.draw(XmrSamples.small("s")).wideSvg());

  @Test
  void limitsAndCentreLieAtTheirValuesWithWordsBesideThem() {
    // the axis runs from 60 to 80 % over 210 px
    SvgProbe.Text low = SMALL.text("60");
    SvgProbe.Text high = SMALL.text("80\u00A0%");
    assertThat(low.y() - high.y()).isCloseTo(210, within(0.01));
    double bottom = low.y() - 4.5;
    List<Element> dashed =
        SMALL.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke-dasharray", "").equals("5 3"))
            .toList();
    assertThat(dashed).hasSize(3);
    assertThat(SvgProbe.number(dashed.get(0), "y1")).isCloseTo(bottom - 210, within(0.01));
    assertThat(SvgProbe.number(dashed.get(1), "y1")).isCloseTo(bottom - 42, within(0.01));
    assertThat(SMALL.text("Upper limit 80\u00A0%").y()).isCloseTo(bottom - 210 + 4.5, within(3.0));
    assertThat(SMALL.text("Lower limit 64\u00A0%").y()).isCloseTo(bottom - 42 + 4.5, within(3.0));
    assertThat(SMALL.text("Centre 72\u00A0%").y()).isCloseTo(bottom - 126 + 4.5, within(3.0));
  }

  @Test
  void theAxisSaysThatItDoesNotStartAtZero() {
    assertThat(SMALL.text("Sessions attended, of those offered (axis starts at 60\u00A0%)").x())
        .isZero();
  }

  @Test
  void anOutsideMonthIsAFilledDiamondInTheColourOfItsVerdict() {
    assertThat(SMALL.paths("fill", Hue.WORSE)).hasSize(1);
    assertThat(SMALL.paths("fill", Hue.BETTER)).isEmpty();
    assertThat(SMALL.text("Oct\u00A02023: 60\u00A0%").element().getAttribute("fill"))
        .isEqualTo(Hue.WORSE.lightHex());
  }

  @Test
  void aRunIsOpen() {
    SvgProbe probe = SvgProbe.of(XmrChart.draw(XmrSamples.completion("c")).wideSvg());
    assertThat(probe.paths("stroke", Hue.BETTER)).hasSize(8);
    assertThat(probe.paths("fill", Hue.BETTER)).isEmpty();
  }

  @Test
  void theGreyBarCoversTheMonthsThatSetTheLimits() {
    Element bar =
        SMALL.elements("rect").stream()
            .filter(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.STRIP_EDGE.lightHex()))
            .findFirst()
            .orElseThrow();
    double month = (656 - 42) / 4.0;
    assertThat(SvgProbe.number(bar, "x")).isEqualTo(42);
    assertThat(SvgProbe.number(bar, "width")).isCloseTo(2 * month, within(0.01));
    assertThat(SMALL.text("limits set by these 2 months").x()).isEqualTo(42);
  }

  @Test
  void aRangeIsTheDistanceFromTheLastFigure() {
    assertThat(new XmrMonths(XmrSamples.small("s")).ranges())
        .satisfiesExactly(
            first -> assertThat(first).isEmpty(),
            second -> assertThat(second.getAsDouble()).isCloseTo(4, within(1e-9)),
            gap -> assertThat(gap).isEmpty(),
            last -> assertThat(last.getAsDouble()).isCloseTo(14, within(1e-9)));
    assertThat(SMALL.text("Change from the last month with a figure, in points").x()).isZero();
    assertThat(SMALL.text("Limit 9.8").x()).isEqualTo(666);
  }

  @Test
  void aLimitThatCannotBePassedIsNotDrawn() {
    String svg = XmrChart.draw(XmrSamples.completion("c")).wideSvg();
    assertThat(svg).doesNotContain("Upper limit").contains("Lower limit 7\u00A0%");
  }

  @Test
  void trialLimitsAreOutlines() {
    SvgProbe probe = SvgProbe.of(XmrChart.draw(XmrSamples.trial("t")).wideSvg());
    assertThat(
            probe.elements("rect").stream()
                .filter(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.WASH.lightHex())))
        .isEmpty();
    assertThat(probe.text("limits on trial, set by these 8 months").x()).isEqualTo(42);
  }

  @Test
  void withoutLimitsThereAreOnlyPoints() {
    SvgProbe probe =
        SvgProbe.of(
            XmrChart.draw(XmrSamples.model("few", Unit.SHARE, XmrSamples.months(4, .7, .03, 2)))
                .wideSvg());
    assertThat(probe.text("Too few months for limits of usual variation").x()).isEqualTo(42);
    assertThat(probe.elements("circle")).hasSize(4);
    assertThat(probe.texts())
        .noneMatch(t -> t.words().contains("limit ") || t.words().startsWith("Change"));
  }

  @Test
  void eachMonthTellsItsValueToAPointer() {
    assertThat(SMALL.hovers())
        .containsExactly(
            "Jul\u00A02023: 70\u00A0%",
            "Aug\u00A02023: 74\u00A0%",
            "Sep\u00A02023: ‹11, not shown",
            "Oct\u00A02023: 60\u00A0%, a signal, outside the limits for the worse");
  }

  @Test
  void aSparklineHasItsLimitsAsAStripAndItsSignalsAsDiamonds() {
    SvgProbe probe = SvgProbe.of(Sparkline.draw(XmrSamples.attendance("a")).wideSvg());
    assertThat(
            probe.elements("rect").stream()
                .filter(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.STRIP.lightHex())))
        .hasSize(1);
    assertThat(probe.paths("fill", Hue.WORSE)).hasSize(1);
    assertThat(probe.paths("stroke", Hue.WORSE)).hasSize(1);
  }

  @Test
  void aSparklineOnTrialHasDashesOnlyWhereItHasData() {
    SvgProbe probe = SvgProbe.of(Sparkline.draw(XmrSamples.trial("t")).wideSvg());
    assertThat(probe.elements("rect"))
        .noneMatch(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.STRIP.lightHex()));
    List<Element> dashed =
        probe.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke-dasharray", "").equals("5 3"))
            .toList();
    assertThat(dashed).hasSize(2);
    double start = 3 + 13 * 244 / 21.0;
    assertThat(dashed)
        .allSatisfy(l -> assertThat(SvgProbe.number(l, "x1")).isCloseTo(start, within(0.01)));
    assertThat(probe.elements("circle").stream().filter(c -> c.getAttribute("r").equals("3.4")))
        .hasSize(1);
  }
}
