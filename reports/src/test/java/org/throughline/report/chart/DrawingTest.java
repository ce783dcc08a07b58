package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every drawing, usual or hard. */
class DrawingTest {

  private static final Pattern LONG_DECIMALS = Pattern.compile("=\"[^\"]*\\d\\.\\d{3,}");

  static List<Drawing> all() {
    return Stream.concat(Gallery.all().stream(), GoldenTest.drawings().stream()).toList();
  }

  static Stream<String> forms(Drawing drawing) {
    return Stream.of(drawing.wideSvg(), drawing.narrowSvg());
  }

  @ParameterizedTest
  @MethodSource("all")
  void textsNeitherOverlapNorLeaveTheSheet(Drawing drawing) {
    forms(drawing)
        .forEach(
            svg -> {
              SvgProbe probe = SvgProbe.of(svg);
              List<SvgProbe.Text> texts = probe.texts();
              for (int i = 0; i < texts.size(); i++) {
                Rectangle2D box = texts.get(i).box();
                assertThat(box.getMinX()).as(texts.get(i).words()).isGreaterThanOrEqualTo(-0.5);
                assertThat(box.getMaxX())
                    .as(texts.get(i).words())
                    .isLessThanOrEqualTo(probe.width() + 0.5);
                assertThat(box.getMinY()).as(texts.get(i).words()).isGreaterThanOrEqualTo(-0.5);
                assertThat(box.getMaxY())
                    .as(texts.get(i).words())
                    .isLessThanOrEqualTo(probe.height() + 0.5);
                for (int j = i + 1; j < texts.size(); j++) {
                  assertThat(box.intersects(texts.get(j).box()))
                      .as(
                          "'%s' over '%s' in %s",
                          texts.get(i).words(), texts.get(j).words(), drawing.id())
                      .isFalse();
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void marksStayOnTheSheet(Drawing drawing) {
    forms(drawing)
        .forEach(
            svg -> {
              SvgProbe probe = SvgProbe.of(svg);
              Rectangle2D sheet =
                  new Rectangle2D.Double(-0.51, -0.51, probe.width() + 1.02, probe.height() + 1.02);
              assertThat(probe.shapes())
                  .allSatisfy(
                      box -> {
                        assertThat(box.getMinX()).isBetween(sheet.getMinX(), sheet.getMaxX());
                        assertThat(box.getMaxX()).isBetween(sheet.getMinX(), sheet.getMaxX());
                        assertThat(box.getMinY()).isBetween(sheet.getMinY(), sheet.getMaxY());
                        assertThat(box.getMaxY()).isBetween(sheet.getMinY(), sheet.getMaxY());
                      });
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSvgIsPlainAndAccessible(Drawing drawing) {
    assertThat(SvgProbe.of(drawing.wideSvg()).root().getAttribute("aria-labelledby"))
        .isNotEqualTo(SvgProbe.of(drawing.narrowSvg()).root().getAttribute("aria-labelledby"));
    forms(drawing)
        .forEach(
            svg -> {
              SvgProbe probe = SvgProbe.of(svg);
              String[] ids = probe.root().getAttribute("aria-labelledby").split(" ");
              assertThat(probe.root().getAttribute("role")).isEqualTo("img");
              assertThat(probe.elements("title").get(0).getAttribute("id")).isEqualTo(ids[0]);
              assertThat(probe.elements("title").get(0).getTextContent())
                  .isEqualTo(drawing.title());
              assertThat(probe.elements("desc").get(0).getAttribute("id")).isEqualTo(ids[1]);
              assertThat(probe.elements("desc").get(0).getTextContent())
                  .isEqualTo(drawing.description());
              assertThat(svg)
                  .doesNotContain(" style=")
                  .doesNotContain("transform")
                  .doesNotContain("clip")
                  .doesNotContain("NaN");
              assertThat(LONG_DECIMALS.matcher(svg).find()).isFalse();
              assertThat(svg.length())
                  .isLessThan(drawing.id().equals("multiples-forty") ? 250_000 : 60_000);
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyColourCanBeTurnedDark(Drawing drawing) {
    Set<String> known = Arrays.stream(Hue.values()).map(Hue::lightHex).collect(Collectors.toSet());
    Pattern colour = Pattern.compile("(?:fill|stroke)=\"([^\"]*)\"");
    forms(drawing)
        .forEach(
            svg ->
                assertThat(colour.matcher(svg).results().map(m -> m.group(1)))
                    .allMatch(value -> value.equals("none") || known.contains(value)));
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    List<Drawing> once = Gallery.usual();
    List<Drawing> twice = Gallery.drawUsual();
    for (int i = 0; i < once.size(); i++) {
      assertThat(twice.get(i).wideSvg()).isEqualTo(once.get(i).wideSvg());
      assertThat(twice.get(i).narrowSvg()).isEqualTo(once.get(i).narrowSvg());
      assertThat(twice.get(i).standaloneSvg()).isEqualTo(once.get(i).standaloneSvg());
      assertThat(twice.get(i).png()).isEqualTo(once.get(i).png());
    }
  }

  @Test
  void aFileHasItsFontsTitleAndPaper() {
    Drawing drawing = SurvivalChart.draw(Samples.tiers());
    SvgProbe file = SvgProbe.of(drawing.standaloneSvg());
    assertThat(file.elements("style").get(0).getTextContent())
        .contains(
            "font-family:\"Source Sans 3\"", "font-weight:600", "data:font/woff2;base64,d09GMg");
    assertThat(file.texts().get(0).words()).isEqualTo(drawing.title());
    assertThat(file.elements("rect").get(0).getAttribute("width"))
        .isEqualTo(Mark.number(file.width()));
    assertThat(file.texts()).hasSize(SvgProbe.of(drawing.wideSvg()).texts().size() + 1);
  }

  @Test
  void thePictureIsTwiceAsLargeAndNotEmpty() throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(DotChart.draw(Samples.dots()).png()));
    assertThat(image.getWidth()).isEqualTo(2 * (780 + 40));
    assertThat(image.getRGB(2, 2)).isEqualTo(Hue.PAPER.light().getRGB());
    int purple = Hue.TIER_1.light().getRGB();
    assertThat(
            Arrays.stream(
                    image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(rgb -> rgb == purple)
                .count())
        .isGreaterThan(200);
  }

  @Test
  void anIdThatCannotBeOneIsRefused() {
    assertThatThrownBy(() -> TrendChart.draw(Samples.trend("a b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a b' is no id");
  }

  @Test
  void whatCannotBeDrawnIsSaid() {
    List<String> empty =
        List.of(
            "no-groups",
            "all-hidden",
            "one-layer-hidden",
            "no-layers",
            "no-rows",
            "no-months",
            "all-gaps",
            "xmr-none",
            "xmr-gaps",
            "forest-none",
            "forest-hidden",
            "funnel-none",
            "multiples-none",
            "multiples-hidden",
            "weeks-none",
            "weeks-hidden",
            "periods-none",
            "periods-hidden");
    for (Drawing drawing : Gallery.hard()) {
      boolean says = drawing.wideSvg().contains("There is nothing to draw here");
      assertThat(says).as(drawing.id()).isEqualTo(empty.contains(drawing.id()));
    }
    assertThat(Gallery.hard()).extracting(Drawing::id).containsAll(empty);
    assertThat(Gallery.hard())
        .filteredOn(d -> d.id().equals("spark-empty"))
        .allMatch(d -> d.wideSvg().contains("No figure yet"));
  }

  @Test
  void titlesAreEscaped() {
    SurvivalModel tiers = Samples.tiers();
    Drawing drawing =
        SurvivalChart.draw(
            new SurvivalModel(
                "x", "A <b> & \"c\"", "d < e", "y & z", 180, tiers.groups(), tiers.markDay()));
    assertThat(SvgProbe.of(drawing.standaloneSvg()).elements("title").get(0).getTextContent())
        .isEqualTo("A <b> & \"c\"");
  }

  @Test
  void aHeadingOfRowsEndsBeforeTheAxis() {
    DotModel dots = Samples.dots();
    String heading = "By family contact up to that day";
    DotModel.Row row =
        DotModel.Row.shown("Seen", Tint.NEUTRAL, Dot.of(0.8, 0.7, 0.9), "80 % (70–90 %)", "n = 90");
    Drawing drawing =
        DotChart.draw(
            new DotModel(
                "headed",
                dots.title(),
                dots.description(),
                "",
                "",
                dots.unit(),
                List.of(new DotModel.Section(heading, List.of(row)))));
    List<SvgProbe.Text> texts = SvgProbe.of(drawing.wideSvg()).texts();
    SvgProbe.Text zero =
        texts.stream().filter(t -> t.words().equals("0")).findFirst().orElseThrow();
    SvgProbe.Text words =
        texts.stream().filter(t -> t.words().equals(heading)).findFirst().orElseThrow();
    assertThat(words.box().getMaxX()).isLessThan(zero.x());
  }
}
