package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

class PoissonRateTest {

  /** Garwood's table: counts 0, 1, 10, 100. */
  @Test
  void agreesWithPublishedIntervals() {
    assertThat(PoissonRate.interval(0, 1, 1).low()).isZero();
    assertThat(PoissonRate.interval(0, 1, 1).high()).isCloseTo(-Math.log(0.025), within(1e-12));
    assertThat(PoissonRate.interval(1, 1, 1).low()).isCloseTo(-Math.log(0.975), within(1e-14));
    assertThat(PoissonRate.interval(1, 1, 1).high()).isCloseTo(5.571643, within(5e-7));
    assertThat(PoissonRate.interval(10, 1, 1).low()).isCloseTo(4.795389, within(5e-7));
    assertThat(PoissonRate.interval(10, 1, 1).high()).isCloseTo(18.390356, within(5e-7));
    assertThat(PoissonRate.interval(100, 1, 1).low()).isCloseTo(81.3640, within(5e-5));
    assertThat(PoissonRate.interval(100, 1, 1).high()).isCloseTo(121.6268, within(5e-5));
  }

  @Test
  void timeScalesItAndADesignEffectWidensIt() {
    Interval ten = PoissonRate.interval(10, 1, 1);
    assertThat(PoissonRate.interval(10, 4, 1).high()).isCloseTo(ten.high() / 4, within(1e-13));
    Interval five = PoissonRate.interval(5, 1, 1);
    assertThat(PoissonRate.interval(10, 2, 2).low()).isCloseTo(five.low(), within(1e-13));
    assertThat(PoissonRate.interval(10, 2, 2).high()).isCloseTo(five.high(), within(1e-13));
  }

  /** At the ends, the tails summed term by term are one in forty. */
  @Property(tries = 60)
  void leavesOneInFortyOnEachSide(@ForAll @IntRange(min = 1, max = 120) int events) {
    Interval interval = PoissonRate.interval(events, 1, 1);
    assertThat(atMost(events, interval.high())).isCloseTo(0.025, within(1e-11));
    assertThat(1 - atMost(events - 1, interval.low())).isCloseTo(0.025, within(1e-11));
  }

  private static double atMost(int events, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int k = 1; k <= events; k++) {
      term *= mean / k;
      sum += term;
    }
    return sum;
  }

  @Test
  void whatIsNoRateIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PoissonRate.interval(-1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PoissonRate.interval(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PoissonRate.interval(1, 1, 0.9));
  }
}
