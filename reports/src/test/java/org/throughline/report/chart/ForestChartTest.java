package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.figure.Interval;
import org.w3c.dom.Element;

/** What a forest plot says, read back from its SVG. */
class ForestChartTest {

  private static final Drawing SMALL = ForestChart.draw(ForestSamples.small("s"));
  private static final SvgProbe WIDE = SvgProbe.of(SMALL.wideSvg());

  private static Element square() {
    return WIDE.elements("rect").stream()
        .filter(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.INVOLVED.lightHex()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ratiosLieOnALogAxis() {
    double one = WIDE.text("1").x();
    double half = WIDE.text("0.5").x();
    double quarter = WIDE.text("0.25").x();
    assertThat(half - quarter).isCloseTo(one - half, within(0.02));
    double middle = SvgProbe.number(square(), "x") + SvgProbe.number(square(), "width") / 2;
    assertThat(middle).isCloseTo(half, within(0.02));
  }

  @Test
  void oneHasTheColourOfTheAxis() {
    Element one =
        WIDE.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke", "").equals(Hue.AXIS.lightHex()))
            .findFirst()
            .orElseThrow();
    assertThat(SvgProbe.number(one, "x1")).isCloseTo(WIDE.text("1").x(), within(0.01));
    assertThat(SvgProbe.number(one, "x2")).isCloseTo(WIDE.text("1").x(), within(0.01));
    assertThat(WIDE.text("fewer unplanned exits if involved").x())
        .isCloseTo(WIDE.text("1").x() - 8, within(0.01));
    assertThat(WIDE.text("more").x()).isCloseTo(WIDE.text("1").x() + 8, within(0.01));
  }

  @Test
  void anIntervalBeyondTheAxisEndsInAnArrow() {
    List<String> tips = WIDE.paths("fill", Hue.INVOLVED);
    assertThat(tips).hasSize(1);
    Element whisker =
        WIDE.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke", "").equals(Hue.INVOLVED.lightHex()))
            .findFirst()
            .orElseThrow();
    assertThat(SvgProbe.number(whisker, "x1")).isCloseTo(WIDE.text("0.25").x(), within(0.02));
    assertThat(tips.get(0)).contains("L" + Mark.number(SvgProbe.number(whisker, "x2")));
    assertThat(WIDE.text("0.50 (0.25–100.00)")).isNotNull();
  }

  @Test
  void aBiasedRowIsOpenDashedItalicAndOnWash() {
    Element name = WIDE.text("Naive (biased)").element();
    assertThat(SvgProbe.inherited(name, "font-style", "")).isEqualTo("italic");
    Element wash =
        WIDE.elements("rect").stream()
            .filter(r -> SvgProbe.inherited(r, "fill", "").equals(Hue.WASH.lightHex()))
            .findFirst()
            .orElseThrow();
    double baseline = SvgProbe.number(name, "y");
    assertThat(SvgProbe.number(wash, "y")).isLessThan(baseline - 10);
    assertThat(SvgProbe.number(wash, "y") + SvgProbe.number(wash, "height"))
        .isGreaterThan(baseline);
    assertThat(
            WIDE.elements("line").stream()
                .filter(l -> SvgProbe.inherited(l, "stroke-dasharray", "").equals("5 3")))
        .hasSize(1);
    assertThat(
            WIDE.elements("circle").stream()
                .map(c -> SvgProbe.inherited(c, "fill", "") + SvgProbe.inherited(c, "stroke", "")))
        .containsExactly(Hue.WASH.lightHex(), "none" + Hue.INK_3.lightHex());
  }

  @Test
  void narrowWordsStandOverTheRow() {
    SvgProbe narrow = SvgProbe.of(SMALL.narrowSvg());
    SvgProbe.Text value = narrow.text("0.50 (0.25–100.00), n\u00A0=\u00A0212");
    assertThat(value.x()).isEqualTo(342);
    assertThat(value.y()).isEqualTo(narrow.text("Adjusted").y());
    SvgProbe full =
        SvgProbe.of(
            ForestChart.draw(
                    ForestSamples.model(
                        "l",
                        List.of(
                            ForestModel.Row.estimate(
                                "A comparison of many words that fill a line",
                                "",
                                Tint.INVOLVED,
                                .5,
                                new Interval(.25, 1),
                                ""))))
                .narrowSvg());
    assertThat(full.text("0.50 (0.25–1.00)").x()).isEqualTo(8);
    assertThat(full.text("0.50 (0.25–1.00)").y())
        .isGreaterThan(full.text("A comparison of many words that fill a line").y());
  }

  @Test
  void aPointTellsItsValue() {
    assertThat(WIDE.hovers())
        .containsExactly("Adjusted: 0.50 (0.25–100.00)", "Naive (biased): 0.25 (0.13–0.50)");
  }

  @ParameterizedTest
  @CsvSource({
    "0.63, 0.38, 1.04, '0.5,1,2'",
    "1.02, 0.93, 1.12, '0.9,1,1.1'",
    "0.4, 0.01, 30, '0.125,0.25,0.5,1,2,4'",
    "900, 3, 1e9, '0.1,1,10,100,1000'"
  })
  void ticksAreSensibleAndHoldOne(double ratio, double low, double high, String ticks) {
    RatioScale scale =
        RatioScale.of(
            List.of(
                ForestModel.Row.estimate(
                    "r", "", Tint.INVOLVED, ratio, new Interval(low, high), "")));
    assertThat(
            scale.ticks().stream()
                .map(v -> Mark.number(v).equals("0.13") ? "0.125" : Mark.number(v)))
        .containsExactly(ticks.split(","));
    assertThat(scale.from()).isLessThan(Math.min(1, ratio));
    assertThat(scale.to()).isGreaterThan(Math.max(1, ratio));
  }
}
