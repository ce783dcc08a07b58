package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

class ScalesTest {

  @Test
  void daysHaveATickEveryThirtyWhereTheyFit() {
    assertThat(DayTicks.wide(180)).containsExactly(0, 30, 60, 90, 120, 150, 180);
    assertThat(DayTicks.narrow(180)).containsExactly(0, 60, 120, 180);
    assertThat(DayTicks.wide(90)).containsExactly(0, 14, 28, 42, 56, 70, 84);
    assertThat(DayTicks.wide(365)).containsExactly(0, 60, 120, 180, 240, 300, 360);
    assertThat(DayTicks.wide(1461)).hasSize(9).startsWith(0, 180).endsWith(1440);
    assertThat(DayTicks.narrow(1461)).containsExactly(0, 360, 720, 1080, 1440);
    assertThat(DayTicks.wide(5)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(DayTicks.wide(1)).containsExactly(0, 1);
  }

  @Test
  void theNarrowFormHasSomeOfTheWideTicks() {
    for (int last = 1; last < 3000; last++) {
      assertThat(DayTicks.wide(last))
          .containsAll(DayTicks.narrow(last))
          .hasSizeLessThanOrEqualTo(9);
      assertThat(DayTicks.narrow(last)).hasSizeBetween(2, 5);
    }
  }

  @Test
  void sharesOverAHalfGoToAHundred() {
    assertThat(ValueScale.fromZero(0.79, Unit.SHARE))
        .isEqualTo(new ValueScale(0, 1, 0.2, Unit.SHARE));
    assertThat(ValueScale.fromZero(0.23, Unit.SHARE).to()).isEqualTo(0.25);
    assertThat(ValueScale.fromZero(15.3, Unit.PER_100_CLIENT_MONTHS))
        .isEqualTo(new ValueScale(0, 20, 5, Unit.PER_100_CLIENT_MONTHS));
    assertThat(ValueScale.fromZero(0, Unit.SHARE).to()).isEqualTo(1);
  }

  @Test
  void anAxisStartsAboveZeroOnlyWhereValuesAreHigh() {
    assertThat(ValueScale.around(0.55, 0.80, Unit.SHARE).startsAtZero()).isFalse();
    assertThat(ValueScale.around(0.55, 0.80, Unit.SHARE).from()).isBetween(0.45, 0.55);
    assertThat(ValueScale.around(0.10, 0.80, Unit.SHARE).startsAtZero()).isTrue();
    assertThat(ValueScale.around(0, 0, Unit.SHARE).startsAtZero()).isTrue();
    assertThat(ValueScale.around(0.7, 0.7, Unit.SHARE).to()).isGreaterThan(0.7 - 1e-9);
  }

  @Test
  void theLastTickOfAShareHasTheSign() {
    assertThat(ValueScale.fromZero(0.9, Unit.SHARE).ticks())
        .extracting(Tick::label)
        .containsExactly("0", "20", "40", "60", "80", "100\u00A0%");
    assertThat(ValueScale.fromZero(2.2, Unit.WEEKS).ticks())
        .extracting(Tick::label)
        .containsExactly("0", "0.5", "1", "1.5", "2", "2.5");
  }

  @Test
  void numbersAreWrittenInTheHouseWay() {
    assertThat(Numerals.value(0.675, Unit.SHARE)).isEqualTo("68\u00A0%");
    assertThat(Numerals.interval(new Interval(0.64, 0.72), Unit.SHARE)).isEqualTo("64–72\u00A0%");
    assertThat(Numerals.value(2877, Unit.COUNT)).isEqualTo("2,877");
    assertThat(Numerals.value(7.449, Unit.PER_100_CLIENT_MONTHS)).isEqualTo("7.4");
    assertThat(Mark.number(-0.001)).isEqualTo("0");
    assertThat(Mark.number(100)).isEqualTo("100");
    assertThat(Mark.number(12.345)).isEqualTo("12.35");
  }

  @Test
  void textWrapsAtWordsAndEndsInAnEllipsis() {
    double room = Type.NAME.width("Continuing care");
    assertThat(Type.NAME.wrap("Continuing care and alumni calls", room, 3))
        .containsExactly("Continuing care", "and alumni", "calls");
    assertThat(Type.NAME.wrap("Continuing care and alumni calls", room, 2))
        .hasSize(2)
        .allSatisfy(line -> assertThat(Type.NAME.width(line)).isLessThanOrEqualTo(room))
        .last()
        .asString()
        .startsWith("and alumni")
        .endsWith("…");
    assertThat(Type.NAME.wrap("Donaudampfschifffahrtsgesellschaft", 60))
        .singleElement()
        .asString()
        .endsWith("…");
    assertThat(Type.TEXT.wrap("", 60)).containsExactly("");
  }

  @Test
  void gapsAreNamedByTheirReason() {
    YearMonth first = YearMonth.of(2024, 12);
    assertThat(
            MonthWords.gaps(
                List.of(
                    new TrendModel.Month(first, Optional.empty(), "‹11, not shown"),
                    new TrendModel.Month(first.plusMonths(1), Optional.of(Dot.of(.5, .4, .6)), ""),
                    new TrendModel.Month(first.plusMonths(2), Optional.empty(), ""),
                    new TrendModel.Month(first.plusMonths(3), Optional.empty(), "‹11, not shown"))))
        .containsExactly(
            "‹11, not shown: Dec\u00A02024, Mar\u00A02025.", "No figure: Feb\u00A02025.");
  }
}
