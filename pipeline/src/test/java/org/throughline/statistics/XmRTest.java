package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.statistics.XmR.Rule;
import org.throughline.statistics.XmR.Standing;
import org.throughline.statistics.XmR.Way;

class XmRTest {

  /** Eighteen months with one outlier, 85. */
  private static final List<Double> SERIES =
      values(62, 65, 61, 64, 66, 63, 60, 64, 85, 62, 65, 63, 61, 66, 64, 73, 65, 63);

  private static List<Double> values(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static XmR chart(double... values) {
    return XmR.of(values(values)).orElseThrow();
  }

  /**
   * Moving ranges 3 4 3 2 3 3 4 21 23 3 2 2 5 2 9 8 2: sum 99 of 17. 3.268 · 99/17 = 19.03, so 21
   * and 23 go, and 55 of 15 are left. The points sum to 1172 of 18.
   */
  @Test
  void outlierIsScreenedFromTheLimitsThatFindIt() {
    XmR chart = XmR.of(SERIES).orElseThrow();
    double centre = 1172.0 / 18;
    assertThat(chart.limits().centre()).isCloseTo(centre, within(1e-12));
    assertThat(chart.limits().screened()).isEqualTo(2);
    assertThat(chart.limits().range()).isCloseTo(55.0 / 15, within(1e-12));
    assertThat(chart.limits().high()).isCloseTo(centre + 2.66 * 55 / 15, within(1e-12));
    assertThat(chart.limits().low()).isCloseTo(centre - 2.66 * 55 / 15, within(1e-12));
    assertThat(chart.limits().points()).isEqualTo(18);
    assertThat(chart.limits().standing()).isEqualTo(Standing.FIRM);
    assertThat(signals(chart)).containsExactly(8);
    assertThat(chart.points().get(8).rules()).containsExactly(Rule.OUTSIDE);
    assertThat(chart.points().get(8).way()).isEqualTo(Way.UP);
    assertThat(chart.latest().signals()).isFalse();
    assertThat(chart.latest().way()).isEqualTo(Way.NONE);

    XmR.Limits unscreened = XmR.Limits.of(SERIES, Double.POSITIVE_INFINITY);
    assertThat(unscreened.screened()).isZero();
    assertThat(unscreened.range()).isCloseTo(99.0 / 17, within(1e-12));
    assertThat(unscreened.high()).isCloseTo(centre + 2.66 * 99 / 17, within(1e-12));
    // a month of 76 would be beyond the screened limits and within the others
    assertThat(76.0).isGreaterThan(chart.limits().high()).isLessThan(unscreened.high());
  }

  private static List<Integer> signals(XmR chart) {
    return IntStream.range(0, chart.points().size())
        .filter(i -> chart.points().get(i).signals())
        .boxed()
        .toList();
  }

  /**
   * A series that goes on: limits from 24 points of 10 and 12, centre 11, range 2, to 5.68–16.32.
   */
  private static XmR after(double... later) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      all.add(i % 2 == 0 ? 10.0 : 12.0);
    }
    all.addAll(values(later));
    XmR chart = XmR.of(all).orElseThrow();
    assertThat(chart.limits().points()).isEqualTo(24);
    assertThat(chart.limits().centre()).isEqualTo(11);
    assertThat(chart.limits().high()).isCloseTo(16.32, within(1e-12));
    assertThat(chart.limits().low()).isCloseTo(5.68, within(1e-12));
    return chart;
  }

  @Test
  void limitsStayWhateverComesLater() {
    XmR chart = after(16.4, 11, 5.6, 16.3);
    assertThat(signals(chart)).containsExactly(24, 26);
    assertThat(chart.points().get(26).way()).isEqualTo(Way.DOWN);
  }

  @Test
  void sevenOnOneSideAreARunAndSixAreNot() {
    assertThat(signals(after(13, 12, 13, 12, 13, 11, 12))).isEmpty();
    // the 24th of the first points is above the centre too
    XmR chart = after(13, 12, 13, 12, 13, 12);
    assertThat(signals(chart)).containsExactly(23, 24, 25, 26, 27, 28, 29);
    assertThat(chart.latest().strongest()).contains(Rule.ONE_SIDE);
    assertThat(chart.latest().way()).isEqualTo(Way.UP);
    assertThat(signals(after(13, 12, 13, 12, 13))).isEmpty();
    assertThat(signals(after(10, 10, 10, 10, 10, 10))).isEmpty();
    assertThat(after(10, 10, 10, 10, 10, 10, 10).latest().way()).isEqualTo(Way.DOWN);
  }

  @Test
  void sevenRisingOrFallingAreATrend() {
    XmR rising = after(9, 9.5, 10, 10.5, 11, 11.5, 12);
    assertThat(signals(rising)).containsExactly(24, 25, 26, 27, 28, 29, 30);
    assertThat(rising.points().get(24).rules()).containsExactly(Rule.TREND);
    // below the centre, but on its way up
    assertThat(rising.points().get(24).way()).isEqualTo(Way.UP);
    assertThat(signals(after(9, 9.5, 10, 10.5, 11, 11.5))).isEmpty();
    assertThat(signals(after(9, 9.5, 10, 10, 10.5, 11, 11.5))).isEmpty();
    XmR falling = after(13, 12.5, 12, 11.5, 11, 10.5, 10);
    assertThat(falling.latest().rules()).containsExactly(Rule.TREND);
    assertThat(falling.latest().way()).isEqualTo(Way.DOWN);
  }

  /** Two thirds of the way are 11 ± 3.546…: 14.55 and 7.45. */
  @Test
  void twoOfThreeNearOneLimitSignal() {
    assertThat(signals(after(14.6, 11, 14.6))).containsExactly(24, 26);
    assertThat(signals(after(14.6, 14.6))).containsExactly(24, 25);
    assertThat(signals(after(14.6, 11, 10, 14.6))).isEmpty();
    assertThat(signals(after(14.6, 7.4, 11))).isEmpty();
    assertThat(signals(after(14.5, 14.6))).isEmpty();
    assertThat(after(7.4, 7.4).latest().strongest()).contains(Rule.NEAR_LIMIT);
    assertThat(after(7.4, 7.4).latest().way()).isEqualTo(Way.DOWN);
  }

  @Test
  void fewPointsHaveTrialLimitsAndFewerNone() {
    assertThat(XmR.of(values(1, 2, 1, 2, 1))).isEmpty();
    assertThat(chart(1, 2, 1, 2, 1, 2).limits().standing()).isEqualTo(Standing.TRIAL);
    assertThat(chart(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1).limits().standing())
        .isEqualTo(Standing.TRIAL);
    assertThat(chart(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2).limits().standing())
        .isEqualTo(Standing.FIRM);
  }

  @Test
  void wherePointsNeverMovedAnyMoveIsASignal() {
    assertThat(signals(chart(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).isEmpty();
    List<Double> moved = new ArrayList<>(Collections.nCopies(24, 1.0));
    moved.add(0.99);
    assertThat(XmR.of(moved).orElseThrow().latest().strongest()).contains(Rule.OUTSIDE);
  }

  /**
   * A thousand programs in which nothing changes: 24 months, each with 20 to 60 people of whom 70 %
   * succeed. How often does a month signal, and how often is the latest of 24 a signal? The numbers
   * are those of the seed; a rule that fires too easily moves them out of these bounds.
   */
  @Test
  void falseAlarmsAreCounted() {
    Random random = new Random(20_251_124);
    int latest = 0;
    int outside = 0;
    int anyMonth = 0;
    int toldMonths = 0;
    int toldAlarms = 0;
    int programs = 1000;
    for (int program = 0; program < programs; program++) {
      List<Double> series = new ArrayList<>();
      boolean ever = false;
      for (int month = 0; month < 24; month++) {
        int people = 20 + random.nextInt(41);
        int kept = 0;
        for (int i = 0; i < people; i++) {
          kept += random.nextDouble() < 0.7 ? 1 : 0;
        }
        series.add((double) kept / people);
        // what the report of that month would have said of it
        if (series.size() >= XmR.FIRM) {
          toldMonths++;
          if (XmR.of(series).orElseThrow().latest().signals()) {
            toldAlarms++;
            ever = true;
          }
        }
      }
      XmR chart = XmR.of(series).orElseThrow();
      latest += chart.latest().signals() ? 1 : 0;
      outside += chart.latest().rules().contains(Rule.OUTSIDE) ? 1 : 0;
      anyMonth += ever ? 1 : 0;
    }
    System.out.printf(
        "XmR, %d programs without change: latest month signals in %d (outside %d); of %d reports"
            + " from month 12 on %d signal; %d programs have one or more in their second year%n",
        programs, latest, outside, toldMonths, toldAlarms, anyMonth);
    assertThat(latest).isBetween(5, 40);
    assertThat(outside).isBetween(1, 15);
    assertThat((double) toldAlarms / toldMonths).isBetween(0.01, 0.05);
  }
}
