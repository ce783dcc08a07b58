package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

class WholeNumbersTest {

  private static WholeNumbers of(int most, int... numbers) {
    long[] counts = new long[most + 1];
    Arrays.stream(numbers).forEach(n -> counts[n]++);
    return new WholeNumbers(counts);
  }

  /** 1, 2, 3, 4, 10: mean 4, variance 50/4, standard error √2.5; t of 4 degrees 2.776445. */
  @Test
  void meanHasStudentsInterval() {
    WholeNumbers numbers = of(20, 1, 2, 3, 4, 10);
    assertThat(numbers.mean()).isEqualTo(4);
    double half = 2.7764451051977934 * Math.sqrt(2.5);
    assertThat(numbers.meanInterval().orElseThrow().low()).isZero();
    assertThat(numbers.meanInterval().orElseThrow().high()).isCloseTo(4 + half, within(1e-12));
    assertThat(of(5, 5, 5, 5).meanInterval()).isEmpty();
    assertThat(of(5, 4).meanInterval()).isEmpty();
  }

  @Test
  void quantilesOfStudentAreThoseOfTheTables() {
    assertThat(Distributions.tQuantile(0.975, 1)).isCloseTo(12.706204736174698, within(1e-11));
    // on two degrees of freedom it is (2p − 1)/√(2p(1 − p))
    assertThat(Distributions.tQuantile(0.975, 2))
        .isCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), within(1e-12));
    assertThat(Distributions.tQuantile(0.975, 10)).isCloseTo(2.228138852, within(5e-10));
    assertThat(Distributions.tQuantile(0.975, 100_000_000))
        .isCloseTo(Distributions.Z, within(1e-7));
    assertThat(Distributions.tQuantile(0.5, 7)).isZero();
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(of(9, 1, 2, 9).median()).isEqualTo(2);
    assertThat(of(9, 1, 2, 4, 9).median()).isEqualTo(3);
    assertThat(of(9, 7).median()).isEqualTo(7);
  }

  /** Ranks of the sign test's table: none of 5, the 1st of 8, the 2nd of 9, the 6th of 20. */
  @Test
  void medianHasTheIntervalOfTheSignTest() {
    assertThat(of(30, 1, 2, 3, 4, 5).medianInterval()).isEmpty();
    assertThat(first(8).medianInterval()).contains(new Interval(1, 8));
    assertThat(first(9).medianInterval()).contains(new Interval(2, 8));
    assertThat(first(20).medianInterval()).contains(new Interval(6, 15));
    assertThat(first(100).medianInterval()).contains(new Interval(40, 61));
  }

  private static WholeNumbers first(int n) {
    long[] counts = new long[n + 1];
    Arrays.fill(counts, 1, n + 1, 1);
    return new WholeNumbers(counts);
  }

  @Property
  void agreesWithSortedNumbers(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 12) Integer> numbers) {
    int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
    WholeNumbers found = of(12, sorted);
    int n = sorted.length;
    assertThat(found.mean())
        .isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-12));
    assertThat(found.median()).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0);
  }

  @Test
  void nothingHasNoMean() {
    assertThatIllegalStateException().isThrownBy(() -> of(3).mean());
    assertThatIllegalStateException().isThrownBy(() -> of(3).median());
    assertThatIllegalArgumentException().isThrownBy(() -> new WholeNumbers(new long[] {-1}));
  }
}
