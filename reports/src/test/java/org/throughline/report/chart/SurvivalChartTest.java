package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.figure.CurvePoint;
import org.w3c.dom.Element;

/** What a survival chart says, read back from its SVG. */
class SurvivalChartTest {

  private static CurvePoint point(int day, long atRisk, long events, double value) {
    return new CurvePoint(day, atRisk, events, 0, value, value - .1, Math.min(1, value + .1));
  }

  private static Drawing draw(List<CurvePoint> points) {
    return SurvivalChart.draw(
        Samples.survival("s", 180, new Group("Group", Tint.TIER_1, points, 40, List.of())));
  }

  private static Stream<String> paths(String svg, String attribute, Hue hue) {
    return SvgProbe.of(svg).elements("path").stream()
        .filter(p -> SvgProbe.inherited(p, attribute, "").equals(hue.lightHex()))
        .map(p -> p.getAttribute("d"));
  }

  @Test
  void theCurveStepsAtItsDaysAndValues() {
    // x: 138 at day 0, 630 at day 180; y: 34 at 100 %, 334 at 0
    String svg = draw(List.of(point(0, 40, 0, 1), point(90, 40, 20, .5))).wideSvg();
    assertThat(paths(svg, "stroke", Hue.TIER_1).filter(d -> d.startsWith("M138")))
        .containsExactly("M138 34H384V184H630");
    assertThat(paths(svg, "fill", Hue.TIER_1_BAND))
        .containsExactly("M138 34H384V154H630V214H384V64H138Z");
  }

  @Test
  void fewAtRiskAreDottedAndHaveNoBand() {
    String svg =
        draw(List.of(point(0, 20, 0, 1), point(60, 20, 10, .5), point(120, 10, 10, 0))).wideSvg();
    List<Element> curves =
        SvgProbe.of(svg).elements("path").stream()
            .filter(p -> SvgProbe.inherited(p, "stroke", "").equals(Hue.TIER_1.lightHex()))
            .filter(p -> p.getAttribute("d").contains("V"))
            .toList();
    assertThat(curves).hasSize(2);
    assertThat(SvgProbe.inherited(curves.get(0), "stroke-dasharray", "none")).isEqualTo("none");
    assertThat(SvgProbe.inherited(curves.get(1), "stroke-dasharray", "none")).isEqualTo("1 2.5");
    assertThat(curves.get(1).getAttribute("d")).isEqualTo("M302 184H466V334");
    assertThat(paths(svg, "fill", Hue.TIER_1_BAND)).containsExactly("M138 34H302V64H138Z");
  }

  @Test
  void theMarkedDayIsRingedAndWrittenOut() {
    SvgProbe probe =
        SvgProbe.of(draw(List.of(point(0, 40, 0, 1), point(30, 40, 20, .5))).wideSvg());
    assertThat(probe.texts())
        .extracting(SvgProbe.Text::words)
        .contains("At day\u00A090", "50\u00A0%", "(40–60\u00A0%)");
    assertThat(probe.elements("circle"))
        .anySatisfy(
            ring -> {
              assertThat(Double.parseDouble(ring.getAttribute("cx"))).isCloseTo(384, within(0.01));
              assertThat(Double.parseDouble(ring.getAttribute("cy"))).isCloseTo(184, within(0.01));
            });
  }

  @Test
  void aCurveThatEndsBeforeTheMarkHasNoValueThere() {
    Drawing drawing = draw(List.of(point(0, 12, 0, 1), point(30, 12, 12, 0)));
    assertThat(drawing.wideSvg()).doesNotContain("At day");
  }

  @Test
  void theTablesColumnsStandUnderTheTicksAndAddUpToN() {
    SurvivalModel model =
        Samples.survival(
            "s",
            180,
            Samples.group("High-intensity", Tint.TIER_1, 1, 61, 180, 0.010, 1),
            Samples.group("Intensive", Tint.TIER_2, 2, 102, 180, 0.018, 1),
            Samples.group("Outpatient", Tint.TIER_3, 3, 103, 180, 0.013, 1));
    for (String svg :
        List.of(SurvivalChart.draw(model).wideSvg(), SurvivalChart.draw(model).narrowSvg())) {
      List<SvgProbe.Text> texts = SvgProbe.of(svg).texts();
      double axis =
          texts.stream()
              .filter(t -> t.words().equals("Days since admission"))
              .findFirst()
              .orElseThrow()
              .y();
      List<SvgProbe.Text> ticks =
          texts.stream()
              .filter(t -> t.y() < axis && t.y() > axis - 25 && t.words().matches("\\d+"))
              .filter(t -> !t.words().equals("0") || t.y() > axis - 20)
              .toList();
      List<SvgProbe.Text> cells =
          texts.stream().filter(t -> t.y() > axis && t.words().matches("\\d+")).toList();
      assertThat(cells.size()).isGreaterThanOrEqualTo(3 * 4 * 3);
      assertThat(cells)
          .allSatisfy(
              cell -> assertThat(ticks).anySatisfy(t -> assertThat(t.x()).isEqualTo(cell.x())));
      int columns = 0;
      for (int group = 0; group < 3; group++) {
        long n = model.groups().get(group).n();
        for (SvgProbe.Text tick : ticks) {
          List<String> column =
              cells.stream().filter(c -> c.x() == tick.x()).map(SvgProbe.Text::words).toList();
          if (column.isEmpty()) {
            continue; // left out beside the row labels
          }
          List<String> own = column.subList(group * 4, group * 4 + 4);
          assertThat(own.stream().mapToLong(Long::parseLong).sum()).isEqualTo(n);
          columns++;
        }
      }
      assertThat(columns).isGreaterThanOrEqualTo(9);
    }
  }

  @Test
  void aHiddenGroupStaysWithItsReason() {
    Drawing drawing =
        SurvivalChart.draw(
            Samples.survival(
                "s",
                180,
                Samples.tiers().groups().get(0),
                Group.hidden("Outpatient", Tint.TIER_3, Gallery.REASON)));
    assertThat(SvgProbe.of(drawing.narrowSvg()).texts())
        .extracting(SvgProbe.Text::words)
        .contains("Outpatient", Gallery.REASON);
  }

  @Test
  void eventFreeTurnsIntervalsRound() {
    assertThat(Group.eventFree(List.of(new CurvePoint(3, 9, 1, 2, .25, .125, .5))))
        .containsExactly(new CurvePoint(3, 9, 1, 2, .75, .5, .875));
  }

  @Test
  void withoutAMarkNothingIsRinged() {
    SurvivalModel tiers = Samples.tiers();
    Drawing drawing =
        SurvivalChart.draw(
            new SurvivalModel("s", "t", "d", "y", 180, tiers.groups(), Optional.empty()));
    assertThat(drawing.wideSvg()).doesNotContain("At day").doesNotContain("<circle");
  }
}
