package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TintTest {

  private static final List<Tint> TIERS =
      List.of(Tint.TIER_1, Tint.TIER_2, Tint.TIER_3, Tint.TIER_4, Tint.TIER_5);
  private static final List<Tint> CONTACTS =
      List.of(Tint.CONTACT_NONE, Tint.CONTACT_SOME, Tint.CONTACT_REGULAR);
  private static final List<Tint> STACK =
      List.of(Tint.EXIT_UNPLANNED, Tint.EXIT_OTHER, Tint.EXIT_TRANSFERRED, Tint.EXIT_COMPLETED);

  @Test
  void theRulerIsRight() {
    assertThat(ColourVision.NORMAL.difference(Color.BLACK, Color.WHITE))
        .isCloseTo(100, within(0.01));
    assertThat(ColourVision.NORMAL.difference(Color.RED, Color.GREEN))
        .isCloseTo(170.6, within(0.5));
    // red and green of the same lightness are what protanopes and deuteranopes confuse
    Color red = new Color(0xB05050);
    Color green = new Color(0x6B7A40);
    assertThat(ColourVision.DEUTERANOPIA.difference(red, green))
        .isLessThan(ColourVision.NORMAL.difference(red, green) / 2);
    assertThat(ColourVision.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.01));
    assertThat(ColourVision.contrast(new Color(0x767676), Color.WHITE))
        .isCloseTo(4.54, within(0.01));
  }

  @Test
  void seriesThatShareAChartDifferForEveryEye() {
    for (Function<Hue, Color> light : List.<Function<Hue, Color>>of(Hue::light, Hue::dark)) {
      for (ColourVision vision : ColourVision.values()) {
        everyPairDiffers(TIERS, light, vision);
        everyPairDiffers(CONTACTS, light, vision);
        everyPairDiffers(List.of(Tint.INVOLVED, Tint.NOT_YET_INVOLVED), light, vision);
        for (int i = 0; i + 1 < STACK.size(); i++) {
          everyPairDiffers(STACK.subList(i, i + 2), light, vision);
        }
      }
    }
  }

  private static void everyPairDiffers(
      List<Tint> tints, Function<Hue, Color> light, ColourVision vision) {
    for (Tint a : tints) {
      for (Tint b : tints) {
        if (a.compareTo(b) < 0) {
          assertThat(vision.difference(light.apply(a.line()), light.apply(b.line())))
              .as("%s and %s, %s", a, b, vision)
              .isGreaterThanOrEqualTo(20);
        }
      }
    }
  }

  @Test
  void dashAndMarkerTellApartWhatColourMayNot() {
    for (List<Tint> together :
        List.of(TIERS, CONTACTS, List.of(Tint.INVOLVED, Tint.NOT_YET_INVOLVED))) {
      assertThat(together).extracting(Tint::dash).doesNotHaveDuplicates();
      assertThat(together).extracting(Tint::marker).doesNotHaveDuplicates();
    }
  }

  @Test
  void textAndMarksStandOutFromThePaper() {
    for (Function<Hue, Color> light : List.<Function<Hue, Color>>of(Hue::light, Hue::dark)) {
      Color paper = light.apply(Hue.PAPER);
      for (Hue text : List.of(Hue.INK, Hue.INK_2, Hue.INK_3)) {
        assertThat(ColourVision.contrast(light.apply(text), paper))
            .as(text.name())
            .isGreaterThanOrEqualTo(4.5);
        assertThat(ColourVision.contrast(light.apply(text), light.apply(Hue.WASH)))
            .as(text.name())
            .isGreaterThanOrEqualTo(4.5);
      }
      // names of curves are written in these
      for (Tint tint :
          List.of(
              Tint.TIER_1,
              Tint.TIER_2,
              Tint.TIER_3,
              Tint.TIER_4,
              Tint.TIER_5,
              Tint.INVOLVED,
              Tint.NOT_YET_INVOLVED,
              Tint.NEUTRAL)) {
        assertThat(ColourVision.contrast(light.apply(tint.line()), paper))
            .as(tint.name())
            .isGreaterThanOrEqualTo(4.5);
      }
      for (Tint tint : Tint.values()) {
        assertThat(ColourVision.contrast(light.apply(tint.line()), paper))
            .as(tint.name())
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  @Test
  void eachLightValueHasOneDarkValue() {
    Set<String> light = new HashSet<>();
    for (Hue hue : Hue.values()) {
      assertThat(light.add(hue.lightHex())).as(hue.name()).isTrue();
      assertThat(Hue.darkRules())
          .contains("svg [fill=\"" + hue.lightHex() + "\"]{fill:" + hue.darkHex() + "}")
          .contains("svg [stroke=\"" + hue.lightHex() + "\"]{stroke:" + hue.darkHex() + "}");
    }
    assertThat(Hue.TIER_1.lightHex()).isEqualTo("#52256F");
  }

  @Test
  void tiersAreNumberedFromOne() {
    assertThat(Arrays.stream(new int[] {1, 5, 6, 0}).mapToObj(Tint::tier))
        .containsExactly(Tint.TIER_1, Tint.TIER_5, Tint.NEUTRAL, Tint.NEUTRAL);
  }
}
