package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

class WilsonTest {

  /**
   * Newcombe (1998, Statistics in Medicine 17:857, table I), score method: 81/263, 15/148, 0/20,
   * 1/29, to four places.
   */
  @Test
  void agreesWithPublishedIntervals() {
    assertInterval(Wilson.interval(81, 263), 0.2553, 0.3662);
    assertInterval(Wilson.interval(15, 148), 0.0624, 0.1605);
    assertInterval(Wilson.interval(0, 20), 0.0000, 0.1611);
    assertInterval(Wilson.interval(1, 29), 0.0061, 0.1718);
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  /** 0 of n: 0 to z²/(n+z²); n of n mirrors it. */
  @Test
  void noneAndAllHaveAnExactEnd() {
    double zz = 1.959963984540054 * 1.959963984540054;
    assertThat(Wilson.interval(0, 10).low()).isZero();
    assertThat(Wilson.interval(0, 10).high()).isCloseTo(zz / (10 + zz), within(1e-15));
    assertThat(Wilson.interval(10, 10).low()).isCloseTo(10 / (10 + zz), within(1e-15));
    assertThat(Wilson.interval(10, 10).high()).isEqualTo(1);
    assertThat(Wilson.interval(7, 7, 1.3).high()).isEqualTo(1);
  }

  @Test
  void designEffectDividesBothCounts() {
    assertThat(Wilson.interval(30, 80, 2)).isEqualTo(Wilson.interval(15, 40));
    assertThat(Wilson.interval(30, 80, 1)).isEqualTo(Wilson.interval(30, 80));
  }

  @Test
  void whatIsNoProportionIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(-1, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(Double.NaN, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wilson.interval(1, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(1, 4, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(1, 4, Double.NaN));
  }
}
