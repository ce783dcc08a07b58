package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DesignEffectTest {

  /**
   * Clients (y of n): 4 of 4, 0 of 4, 2 of 4. Y = 6, N = 12, p = 1/2; residuals 2, −2, 0: Σ = 8.
   * 3/2·8/144 = 1/12 over (1/4)/12 = 1/48: 4.
   */
  @Test
  void isTheRatioWorkedByHand() {
    assertThat(DesignEffect.of(3, 6, 12, 16 + 0 + 4, 16 + 0 + 8, 48)).isEqualTo(4);
  }

  /**
   * Unequal: 3 of 5, 1 of 2, 0 of 3: p = 2/5; residuals 1, 1/5, −6/5: Σ = 62/25; 3/2·(62/25)/10²
   * over (6/25)/10 = 31/20.
   */
  @Test
  void weighsClientsOfUnequalSize() {
    assertThat(DesignEffect.of(3, 4, 10, 9 + 1, 15 + 2, 25 + 4 + 9)).isEqualTo(1.55);
  }

  /** 2 of 4 each: all clients alike, the residuals are 0. */
  @Test
  void isNeverBelowOne() {
    assertThat(DesignEffect.of(3, 6, 12, 12, 24, 48)).isEqualTo(1);
  }

  @Test
  void isOneWhereItCannotBeTold() {
    assertThat(DesignEffect.of(0, 0, 0, 0, 0, 0)).isEqualTo(1);
    assertThat(DesignEffect.of(1, 3, 10, 9, 30, 100)).isEqualTo(1);
    assertThat(DesignEffect.of(2, 0, 10, 0, 0, 50)).isEqualTo(1);
    assertThat(DesignEffect.of(2, 10, 10, 50, 50, 50)).isEqualTo(1);
  }

  /**
   * Two clients of n = 10⁹ with y = 5·10⁸ ± 10⁵: residuals ± 10⁵, so 2·2·10¹⁰/(4·10¹⁸) over
   * (1/4)/(2·10⁹) = 80. The terms are near 2·10³⁶ and leave 8·10²⁸: doubles would keep eight
   * digits.
   */
  @Test
  void doesNotCancel() {
    long n = 1_000_000_000L;
    long a = 500_100_000L;
    long b = 499_900_000L;
    assertThat(DesignEffect.of(2, a + b, 2 * n, a * a + b * b, (a + b) * n, 2 * n * n))
        .isCloseTo(80, within(1e-13));
  }

  @Test
  void sumsThatNoClientsHaveAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.of(2, 5, 4, 5, 5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.of(2, -1, 4, 5, 5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.of(-1, 1, 4, 1, 2, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.of(2, 2, 4, 9, 4, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.of(2, 2, 4, 1, 4, 8));
  }

  /**
   * Clients (x of t): 3 of 10, 0 of 10, 1 of 20. X = 4, T = 40, r = 1/10; residuals 2, −1, −1: Σ =
   * 6. 3/2·6/40² over 4/40²: 9/4.
   */
  @Test
  void ofARateIsTheRatioWorkedByHand() {
    assertThat(DesignEffect.ofRate(3, 4, 40, 9 + 1, 30 + 20, 100 + 100 + 400)).isEqualTo(2.25);
    assertThat(DesignEffect.ofRate(2, 2, 20, 2, 20, 200)).as("all alike").isEqualTo(1);
    assertThat(DesignEffect.ofRate(1, 4, 40, 16, 160, 1600)).as("one client").isEqualTo(1);
    assertThat(DesignEffect.ofRate(3, 0, 40, 0, 0, 600)).as("no event").isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DesignEffect.ofRate(2, 4, 40, 3, 60, 800));
  }
}
