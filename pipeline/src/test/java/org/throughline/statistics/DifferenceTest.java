package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void equalsNewcombesPublishedExample() {
    // 56/70 against 48/80: Newcombe (1998), method 10, gives 0.0524 to 0.3339
    Difference difference = ofShares(56, 70, 48, 80);

    assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
    assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
    assertThat(difference.sign()).isEqualTo(1);
  }

  @Test
  void theOtherWayRoundItIsTheSameWithTheOtherSign() {
    Difference one = ofShares(56, 70, 48, 80);
    Difference other = ofShares(48, 80, 56, 70);

    assertThat(other.low()).isCloseTo(-one.high(), within(1e-12));
    assertThat(other.sign()).isEqualTo(-1);
  }

  @Test
  void ofSmallGroupsNothingIsSaid() {
    assertThat(ofShares(5, 7, 4, 8).sign()).isZero();
  }

  @Test
  void refusesAValueOutsideItsLimits() {
    assertThatThrownBy(() -> Difference.of(0.5, 0.6, 0.7, 0.5, 0.4, 0.6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Difference ofShares(long y1, long n1, long y2, long n2) {
    var first = Wilson.interval((double) y1, (double) n1, 1);
    var second = Wilson.interval((double) y2, (double) n2, 1);
    return Difference.of(
        (double) y1 / n1, first.low(), first.high(), (double) y2 / n2, second.low(), second.high());
  }
}
