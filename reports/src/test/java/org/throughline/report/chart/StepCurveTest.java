package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.figure.CurvePoint;

class StepCurveTest {

  private static final double PIXELS = 492;

  private static CurvePoint point(int day, long atRisk, long events, long censored, double value) {
    return new CurvePoint(day, atRisk, events, censored, value, value - 0.1, value + 0.1);
  }

  @Test
  void endsWithItsLastClient() {
    StepCurve curve =
        StepCurve.of(
            List.of(point(0, 30, 0, 0, 1), point(20, 30, 10, 0, .7), point(90, 20, 0, 20, .7)),
            180,
            PIXELS);
    assertThat(curve.end()).isEqualTo(90);
    assertThat(curve.at(89)).map(CurvePoint::estimate).contains(.7);
    assertThat(curve.at(91)).isEmpty();
  }

  @Test
  void goesOnToTheAxisEndWhileEnoughAreLeft() {
    StepCurve curve =
        StepCurve.of(List.of(point(0, 30, 0, 0, 1), point(20, 30, 10, 0, .7)), 180, PIXELS);
    assertThat(curve.end()).isEqualTo(180);
    assertThat(curve.runs()).containsExactly(new StepCurve.Run(0, 2, true));
  }

  @Test
  void isNotTrustedFromTheDayOnWhichFewerThanElevenAreLeft() {
    StepCurve curve =
        StepCurve.of(
            List.of(
                point(0, 21, 0, 0, 1),
                point(20, 21, 10, 0, .5), // leaves 11
                point(60, 11, 1, 0, .45), // leaves 10
                point(100, 10, 5, 5, .2)),
            180,
            PIXELS);
    assertThat(curve.runs())
        .containsExactly(new StepCurve.Run(0, 2, true), new StepCurve.Run(2, 3, false));
  }

  @Test
  void aCurveCutByTheAxisKnowsWhoIsAtRiskBeyond() {
    StepCurve curve =
        StepCurve.of(
            List.of(point(0, 30, 0, 0, 1), point(50, 30, 22, 0, .3), point(200, 8, 8, 0, 0)),
            180,
            PIXELS);
    assertThat(curve.end()).isEqualTo(180);
    assertThat(curve.runs())
        .containsExactly(new StepCurve.Run(0, 1, true), new StepCurve.Run(1, 2, false));
  }

  @Test
  void anUntrustedBeginningIsARunOfItsOwn() {
    StepCurve curve =
        StepCurve.of(
            List.of(
                point(5, 10, 0, 0, 1),
                point(9, 10, 1, 0, .9),
                point(12, 25, 1, 0, .86),
                point(50, 24, 0, 24, .86)),
            180,
            PIXELS);
    assertThat(curve.runs())
        .containsExactly(new StepCurve.Run(0, 1, false), new StepCurve.Run(1, 3, true));
  }

  @Test
  void manyDaysBecomeOnePointForAThirdOfAPixelAndKeepTheLastValue() {
    List<CurvePoint> daily = new ArrayList<>();
    for (int day = 0; day < 2000; day++) {
      daily.add(point(day, 4000 - day, 1, 0, 1 - day / 4000.0));
    }
    StepCurve curve = StepCurve.of(daily, 2000, 200);
    assertThat(curve.points()).hasSizeBetween(500, 700);
    assertThat(curve.last().day()).isEqualTo(1999);
    // never more than the steps of one bucket away from the true value
    for (int day : new int[] {17, 400, 1333}) {
      assertThat(curve.at(day).orElseThrow().estimate())
          .isBetween(1 - day / 4000.0, 1 - (day - 4) / 4000.0);
    }
  }

  @Test
  void censorTicksKeepApart() {
    List<CurvePoint> daily = new ArrayList<>();
    for (int day = 0; day <= 180; day++) {
      daily.add(point(day, 1000 - day, 0, 1, 1));
    }
    List<CurvePoint> ticks = StepCurve.of(daily, 180, 180).censorDays();
    assertThat(ticks).hasSizeBetween(50, 61).first().extracting(CurvePoint::day).isEqualTo(0);
    for (int i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i).day() - ticks.get(i - 1).day()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(StepCurve.of(List.of(), 180, PIXELS).isEmpty()).isTrue();
    assertThat(StepCurve.of(List.of(point(200, 5, 1, 0, .5)), 180, PIXELS).isEmpty()).isTrue();
  }
}
