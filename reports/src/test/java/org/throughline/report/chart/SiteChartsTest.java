package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What small multiples, weeks and periods say, read back from their SVG. */
class SiteChartsTest {

  private static List<Element> rects(SvgProbe probe, Hue hue) {
    return probe.elements("rect").stream()
        .filter(r -> SvgProbe.inherited(r, "fill", "").equals(hue.lightHex()))
        .toList();
  }

  @Test
  void aSitesCurveStepsInItsCellAndTheProgramIsDashed() {
    SvgProbe probe = SvgProbe.of(MultiplesChart.draw(SiteSamples.steps("s")).wideSvg());
    // the first cell: x 42 to 268
    double top = probe.text("100\u00A0%").y() - 4.5;
    assertThat(probe.text("0").y()).isGreaterThan(top);
    String y = Mark.number(top);
    String middle = Mark.number(top + 60);
    assertThat(probe.paths("stroke", Hue.INK)).contains("M42 " + y + "H155V" + middle + "H268");
    List<Element> dashed =
        probe.elements("path").stream()
            .filter(p -> SvgProbe.inherited(p, "stroke-dasharray", "").equals("5 3"))
            .toList();
    assertThat(dashed).hasSize(1);
    assertThat(dashed.get(0).getAttribute("d"))
        .isEqualTo("M42 " + y + "H98.5V" + Mark.number(top + 24) + "H268");
    assertThat(probe.paths("fill", Hue.STRIP)).hasSize(1);
  }

  @Test
  void aSiteHasItsNameValueAndCountAboveIt() {
    SvgProbe probe = SvgProbe.of(MultiplesChart.draw(SiteSamples.steps("s")).wideSvg());
    assertThat(probe.text("Harbor Street").y())
        .isLessThan(probe.text("50\u00A0% (40–60\u00A0%) n\u00A0=\u00A040").y());
    assertThat(probe.text("dashed: whole program").y()).isEqualTo(13);
    assertThat(probe.text("‹11, not shown").y()).isGreaterThan(probe.text("Northgate").y());
    assertThat(probe.hovers())
        .containsExactly(
            "Harbor Street\nday 90: 50\u00A0% (40–60\u00A0%)\nwhole program: 80\u00A0%",
            "Northgate: ‹11, not shown");
  }

  @Test
  void eachPanelIsAGroupThatNamesItsSite() {
    MultiplesModel forty = SiteSamples.forty("f");
    Drawing drawing = MultiplesChart.draw(forty);
    for (String svg : List.of(drawing.wideSvg(), drawing.narrowSvg())) {
      List<Element> groups =
          SvgProbe.of(svg).elements("g").stream().filter(g -> g.hasAttribute("data-site")).toList();
      assertThat(groups)
          .extracting(g -> g.getAttribute("data-site"))
          .containsExactlyElementsOf(forty.sites().stream().map(Group::name).toList());
      for (int i = 0; i < 40; i++) {
        Element group = groups.get(i);
        // its words are in it, and its curve with the program's
        assertThat(group.getTextContent()).contains(forty.sites().get(i).name());
        int curves = forty.sites().get(i).points().isEmpty() ? 0 : 2;
        assertThat(group.getElementsByTagName("path").getLength()).isGreaterThanOrEqualTo(curves);
      }
    }
  }

  @Test
  void everyRowHasItsNumbersEvenWhereItsFirstSiteIsHidden() {
    MultiplesModel forty = SiteSamples.forty("f");
    assertThat(forty.sites().get(27).points()).isEmpty();
    SvgProbe wide = SvgProbe.of(MultiplesChart.draw(forty).wideSvg());
    for (String number : List.of("100\u00A0%", "20")) {
      List<SvgProbe.Text> numbers =
          wide.texts().stream().filter(t -> t.words().equals(number)).toList();
      assertThat(numbers).hasSize(14).allMatch(text -> text.x() == 34);
    }
  }

  @Test
  void aNameOfASiteIsEscaped() {
    MultiplesModel model =
        SiteSamples.multiples(
            "s",
            List.of(
                Samples.group("Mill \"Road\" & <Bridge>", Tint.NEUTRAL, 1, 40, 180, .01),
                Group.hidden("", Tint.NEUTRAL, "‹11, not shown")));
    assertThat(SvgProbe.of(MultiplesChart.draw(model).narrowSvg()).elements("g"))
        .extracting(g -> g.getAttribute("data-site"))
        .contains("Mill \"Road\" & <Bridge>");
  }

  @Test
  void longNamesKeepTheirEnds() {
    String name = "Saint Something Outpatient Center of Upper Whatever County, number 17";
    List<String> lines = Type.NAME.wrapKeepingEnd(name, 150, 2);
    assertThat(lines).hasSize(2).allMatch(line -> Type.NAME.width(line) <= 150);
    assertThat(name).startsWith(lines.get(0));
    assertThat(lines.get(1)).startsWith("… ").endsWith("number 17");
    assertThat(name).endsWith(lines.get(1).substring(2));
    assertThat(Type.NAME.wrapKeepingEnd("Mill Road", 150, 2)).containsExactly("Mill Road");
    assertThat(Type.NAME.wrapKeepingEnd("One two " + "x".repeat(60) + " " + "y".repeat(60), 150, 2))
        .hasSize(2)
        .allMatch(line -> Type.NAME.width(line) <= 150);
  }

  @Test
  void fortySitesHaveEqualAxesAndAreParted() {
    MultiplesModel forty = SiteSamples.forty("f");
    SvgProbe probe = SvgProbe.of(MultiplesChart.draw(forty).wideSvg());
    long hidden = forty.sites().stream().filter(s -> s.points().isEmpty()).count();
    assertThat(probe.texts().stream().filter(t -> t.words().equals("90")))
        .hasSize((int) (40 - hidden));
    List<MultiplesModel> parts = forty.parts(12);
    assertThat(parts).extracting(MultiplesModel::id).containsExactly("f-1", "f-2", "f-3", "f-4");
    assertThat(parts.stream().mapToInt(p -> p.sites().size())).containsExactly(12, 12, 12, 4);
    assertThat(forty.parts(40)).containsExactly(forty);
  }

  @Test
  void aWeeksSharesAreStackedToAHundred() {
    SvgProbe probe = SvgProbe.of(WeekChart.draw(SiteSamples.smallWeeks("w")).wideSvg());
    double floor = probe.text("0").y() - 4.5;
    double full = floor - (probe.text("100\u00A0%").y() - 4.5);
    Element sober = rects(probe, Hue.SEEN_SOBER).get(0);
    Element use = rects(probe, Hue.UNPLANNED).get(0);
    Element unknown = rects(probe, Hue.STRIP).get(0);
    assertThat(SvgProbe.number(sober, "height")).isCloseTo(.8 * full, within(0.02));
    assertThat(SvgProbe.number(sober, "y")).isCloseTo(floor - .8 * full, within(0.02));
    assertThat(SvgProbe.number(use, "y")).isCloseTo(floor - .9 * full, within(0.02));
    assertThat(SvgProbe.number(use, "height")).isCloseTo(.1 * full, within(0.02));
    assertThat(SvgProbe.number(unknown, "y")).isCloseTo(floor - full, within(0.02));
    // three weeks with sober clients, two with use; each name's strip is one more
    assertThat(rects(probe, Hue.SEEN_SOBER)).hasSize(4);
    assertThat(rects(probe, Hue.UNPLANNED)).hasSize(3);
  }

  @Test
  void aHiddenWeekIsLeftOutAndNamed() {
    SvgProbe probe = SvgProbe.of(WeekChart.draw(SiteSamples.smallWeeks("w")).wideSvg());
    assertThat(probe.text("‹11, not shown: week 3.").x()).isZero();
    assertThat(probe.text("100\u00A0% in week 4").y()).isGreaterThan(probe.text("Seen sober").y());
    assertThat(probe.hovers())
        .containsExactly(
            "Week 1: seen sober 80\u00A0%, use 10\u00A0%, not known 10\u00A0% (n\u00A0=\u00A050)",
            "Week 2: seen sober 50\u00A0%, use 25\u00A0%, not known 25\u00A0%",
            "Week 3: ‹11, not shown",
            "Week 4: seen sober 100\u00A0%, use 0\u00A0%, not known 0\u00A0%");
  }

  @Test
  void partsOfAWeekDifferForEveryEye() {
    for (Function<Hue, Color> mode : List.<Function<Hue, Color>>of(Hue::light, Hue::dark)) {
      for (ColourVision vision : ColourVision.values()) {
        for (Hue neighbour : List.of(Hue.SEEN_SOBER, Hue.STRIP)) {
          assertThat(vision.difference(mode.apply(Hue.UNPLANNED), mode.apply(neighbour)))
              .as("%s, %s", neighbour, vision)
              .isGreaterThanOrEqualTo(20);
        }
        assertThat(vision.difference(mode.apply(Hue.BETTER), mode.apply(Hue.WORSE)))
            .isGreaterThanOrEqualTo(20);
      }
      for (Hue text : List.of(Hue.BETTER, Hue.WORSE)) {
        assertThat(ColourVision.contrast(mode.apply(text), mode.apply(Hue.PAPER)))
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void barsAreAsWideAsTheirTimeAndStartAtZero() {
    SvgProbe probe = SvgProbe.of(PeriodChart.draw(SiteSamples.periods("p")).wideSvg());
    List<Element> bars = rects(probe, Hue.UNPLANNED);
    assertThat(bars).hasSize(5);
    double floor =
        probe.texts().stream()
                .filter(t -> t.words().equals("0"))
                .mapToDouble(SvgProbe.Text::y)
                .min()
                .orElseThrow()
            - 4.5;
    double week = (764 - 42) / 26.0;
    double unit = SvgProbe.number(bars.get(0), "height") / 6.2;
    double[] rates = {6.2, 6.8, 3.3, 2.6, 1.5};
    double[] weeks = {1, 1, 2, 4, 18};
    for (int i = 0; i < 5; i++) {
      Element bar = bars.get(i);
      assertThat(SvgProbe.number(bar, "height")).isCloseTo(rates[i] * unit, within(0.02));
      assertThat(SvgProbe.number(bar, "width") + 1).isCloseTo(weeks[i] * week, within(0.02));
      assertThat(SvgProbe.number(bar, "y") + SvgProbe.number(bar, "height"))
          .isCloseTo(floor, within(0.02));
    }
    List<Element> whiskers =
        probe.elements("line").stream()
            .filter(l -> SvgProbe.inherited(l, "stroke-width", "").equals("1.4"))
            .toList();
    assertThat(whiskers).hasSize(5);
    assertThat(floor - SvgProbe.number(whiskers.get(0), "y1")).isCloseTo(10 * unit, within(0.02));
    assertThat(floor - SvgProbe.number(whiskers.get(0), "y2")).isCloseTo(3.6 * unit, within(0.02));
  }

  @Test
  void everyRateIsWrittenInBothForms() {
    Drawing drawing = PeriodChart.draw(SiteSamples.periods("p"));
    for (String svg : List.of(drawing.wideSvg(), drawing.narrowSvg())) {
      assertThat(SvgProbe.of(svg).texts())
          .extracting(SvgProbe.Text::words)
          .contains("6.2", "6.8", "3.3", "2.6", "1.5", "Weeks since admission", "8", "26");
    }
    assertThat(SvgProbe.of(drawing.wideSvg()).hovers())
        .contains("Week 1: 6.2 (3.6–10.0), 16 exits", "Weeks 9–26: 1.5 (0.9–2.3), 22 exits");
  }

  @Test
  void aPeriodWithoutTimeIsRefused() {
    assertThatThrownBy(() -> PeriodModel.Period.hidden(7, 7, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a period from day 7 to day 7");
  }
}
