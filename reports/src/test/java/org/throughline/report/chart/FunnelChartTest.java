package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What a funnel says, read back from its SVG. */
class FunnelChartTest {

  private static final Drawing SMALL = FunnelChart.draw(FunnelSamples.small("s"));
  private static final SvgProbe WIDE = SvgProbe.of(SMALL.wideSvg());

  @Test
  void sitesLieAtTheirSizeAndValue() {
    double x100 = WIDE.text("100").x();
    double x0 = WIDE.text("0").x();
    double y80 = WIDE.text("80").y() - 4.5;
    double y70 = WIDE.text("70").y() - 4.5;
    List<Element> dots =
        WIDE.elements("circle").stream()
            .filter(c -> SvgProbe.inherited(c, "stroke", "").equals(Hue.INK_2.lightHex()))
            .toList();
    assertThat(dots).hasSize(2);
    assertThat(SvgProbe.number(dots.get(0), "cx")).isCloseTo(x100, within(0.02));
    assertThat(SvgProbe.number(dots.get(0), "cy")).isCloseTo(y70, within(0.02));
    assertThat(SvgProbe.number(dots.get(1), "cx")).isCloseTo((x0 + x100) / 2, within(0.02));
    assertThat(SvgProbe.number(dots.get(1), "cy")).isCloseTo(y80, within(0.02));
  }

  @Test
  void onlyTheSiteOutsideIsADiamondWithAName() {
    assertThat(WIDE.paths("fill", Hue.WORSE)).hasSize(1);
    assertThat(WIDE.text("Northgate: 60\u00A0% of 300").y())
        .isCloseTo(WIDE.text("60").y(), within(30.0));
    assertThat(WIDE.texts())
        .noneMatch(t -> t.words().contains("Mill Road") || t.words().contains("Harbor"));
  }

  @Test
  void innerLimitsAreDashedOuterOnesSolid() {
    List<Element> curves =
        WIDE.elements("path").stream()
            .filter(p -> SvgProbe.inherited(p, "stroke", "").equals(Hue.AXIS.lightHex()))
            .toList();
    assertThat(curves).hasSize(4);
    assertThat(curves.stream().map(c -> SvgProbe.inherited(c, "stroke-dasharray", "none")))
        .containsExactly("none", "none", "5 3", "5 3");
    assertThat(WIDE.text("99.8\u00A0% limits").y()).isLessThan(WIDE.text("95\u00A0% limits").y());
    assertThat(WIDE.text("All sites 70\u00A0%").x()).isEqualTo(678);
  }

  @Test
  void aLimitStopsWhereTheAxisEnds() {
    double top = WIDE.text("90\u00A0%").y() - 4.5;
    assertThat(WIDE.paths("stroke", Hue.AXIS))
        .noneMatch(d -> d.contains(" " + Mark.number(top) + "H"));
  }

  @Test
  void hiddenSitesAreCounted() {
    assertThat(WIDE.text("Not shown: 2 sites, each with ‹11.").x()).isZero();
  }

  @Test
  void everySiteTellsItsNameToAPointer() {
    assertThat(WIDE.hovers())
        .containsExactly(
            "Harbor Street: 70\u00A0% of 100",
            "Mill Road: 80\u00A0% of 50",
            "Northgate: 60\u00A0% of 300, outside of the 99.8\u00A0% limits for the worse");
  }

  @Test
  void everySiteOutsideIsNamedBesideItsPointOrBelow() {
    FunnelModel forty =
        FunnelSamples.model(
            "f", .7, FunnelSamples.limits(.7, 5, 500, 5), FunnelSamples.sites(40, .7, 4, 2), "");
    long outside = forty.sites().stream().filter(site -> site.verdict() != Verdict.USUAL).count();
    String words =
        String.join(
            " ",
            SvgProbe.of(FunnelChart.draw(forty).narrowSvg()).texts().stream()
                .map(SvgProbe.Text::words)
                .toList());
    assertThat(outside).isGreaterThan(10);
    assertThat(words.split(" of \\d+", -1)).hasSize((int) outside + 1);
  }
}
