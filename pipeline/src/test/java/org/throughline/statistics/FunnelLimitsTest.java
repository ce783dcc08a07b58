package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;
import org.throughline.statistics.FunnelLimits.Unit;

class FunnelLimitsTest {

  private static FunnelLimits of(List<Unit> units) {
    return FunnelLimits.of(units).orElseThrow();
  }

  /**
   * SciPy's binom.ppf and binom.cdf at n = 20 and ½: r = 6 for 0.025, P(≤6) = 0.05766, P(≤5) =
   * 0.02069, so 6 − (0.05766 − 0.025)/0.03696 = 5.1165; r = 4 − … = 2.7347 for 0.001.
   */
  @Test
  void limitsAreBinomial() {
    FunnelLimits half = of(Collections.nCopies(10, new Unit(10, 20)));
    assertThat(half.centre()).isEqualTo(0.5);
    assertThat(half.dispersion()).isZero();
    assertThat(half.overdispersed()).isFalse();
    assertThat(half.inner(20).low()).isCloseTo(0.25582352941176467, within(1e-12));
    assertThat(half.inner(20).high()).isCloseTo(1 - 0.25582352941176467, within(1e-12));
    assertThat(half.outer(20).low()).isCloseTo(0.1367357894736842, within(1e-12));
    FunnelLimits third = of(Collections.nCopies(10, new Unit(15, 50)));
    assertThat(third.inner(50).low()).isCloseTo(0.16613938031193454, within(1e-12));
    assertThat(third.outer(50).low()).isCloseTo(0.10312998454753808, within(1e-12));
    assertThat(of(Collections.nCopies(10, new Unit(160, 200))).inner(200).low())
        .isCloseTo(0.7406532279421382, within(1e-12));
  }

  /** 14 of 20 or more have a probability of 0.0577 at ½, 15 or more one of 0.0207. */
  @Test
  void bothTailsAreTreatedAlike() {
    Interval inner = of(Collections.nCopies(10, new Unit(10, 20))).inner(20);
    assertThat(14.0 / 20).isLessThan(inner.high());
    assertThat(15.0 / 20).isGreaterThan(inner.high());
    assertThat(6.0 / 20).isGreaterThan(inner.low());
    assertThat(5.0 / 20).isLessThan(inner.low());
  }

  @Test
  void limitsStayWithinNoneAndAll() {
    FunnelLimits limits = of(Collections.nCopies(10, new Unit(1, 2)));
    assertThat(limits.outer(1)).isEqualTo(new Interval(0, 1));
  }

  /**
   * Ten units of 100 with 30 50 50 50 50 50 50 50 50 70: z = −4, 0 eight times, 4. The lowest and
   * the highest are drawn in to 0, so φ = 0. With 30 35 … 65 70, z² are drawn in from 16 to 9.
   */
  @Test
  void outliersDoNotWidenTheLimitsThatFindThem() {
    List<Unit> one = new ArrayList<>(Collections.nCopies(8, new Unit(50, 100)));
    one.add(new Unit(30, 100));
    one.add(new Unit(70, 100));
    assertThat(of(one).dispersion()).isZero();
    assertThat(0.3).isLessThan(of(one).outer(100).low());

    List<Unit> spread = new ArrayList<>();
    for (int y : new int[] {30, 35, 40, 45, 50, 50, 55, 60, 65, 70}) {
      spread.add(new Unit(y, 100));
    }
    FunnelLimits limits = of(spread);
    // z: −3 twice (one drawn in), −2, −1, 0, 0, 1, 2, 3, 3
    assertThat(limits.dispersion()).isCloseTo((4 * 9 + 2 * 4 + 2) / 10.0, within(1e-12));
    assertThat(limits.overdispersed()).isTrue();
    double plain = of(Collections.nCopies(10, new Unit(50, 100))).outer(100).low();
    assertThat(limits.outer(100).low())
        .isCloseTo(0.5 - Math.sqrt(4.6) * (0.5 - plain), within(1e-12));
    assertThat(0.3).isGreaterThan(limits.outer(100).low());
  }

  /** Ten units: φ counts as more than chance above 1 + 2·√(2/10) = 1.894. */
  @Test
  void aLittleMoreThanChanceIsNoOverdispersion() {
    List<Unit> units = new ArrayList<>();
    for (int y : new int[] {43, 43, 43, 43, 43, 57, 57, 57, 57, 57}) {
      units.add(new Unit(y, 100));
    }
    assertThat(of(units).dispersion()).isCloseTo(1.96, within(1e-12));
    assertThat(of(units).overdispersed()).isTrue();
    units.set(4, new Unit(50, 100));
    units.set(5, new Unit(50, 100));
    assertThat(of(units).dispersion()).isCloseTo(1.568, within(1e-12));
    assertThat(of(units).overdispersed()).isFalse();
  }

  @Test
  void underTenUnitsThereAreNone() {
    assertThat(FunnelLimits.of(Collections.nCopies(9, new Unit(10, 20)))).isEmpty();
    assertThat(FunnelLimits.of(Collections.nCopies(12, new Unit(0, 20)))).isEmpty();
    assertThat(FunnelLimits.of(Collections.nCopies(12, new Unit(20, 20)))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit(0, 0));
  }
}
