package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the Mantel–Byar and log-rank tests. */
class ComparisonLaws {

  private static final double ROUNDING = 1e-9;

  @Provide
  Arbitrary<RiskTable> tables() {
    return Cohorts.delayed().map(Cohorts::table);
  }

  @Property
  void mantelByarIsTheLogRankOfTwo(
      @ForAll("tables") RiskTable exposed, @ForAll("tables") RiskTable unexposed) {
    Optional<MantelByar.Result> one = MantelByar.test(exposed, unexposed);
    Optional<LogRank.Result> two = LogRank.test(List.of(exposed, unexposed));
    assertThat(two.isPresent()).isEqualTo(one.isPresent());
    if (one.isPresent()) {
      assertClose(two.orElseThrow().chiSquare(), one.orElseThrow().chiSquare());
      assertThat(two.orElseThrow().degreesOfFreedom()).isEqualTo(1);
      assertThat(one.orElseThrow().p()).isBetween(0.0, 1.0);
    }
  }

  @Property
  void groupsMayBeSwapped(
      @ForAll("tables") RiskTable exposed, @ForAll("tables") RiskTable unexposed) {
    Optional<MantelByar.Result> one = MantelByar.test(exposed, unexposed);
    Optional<MantelByar.Result> other = MantelByar.test(unexposed, exposed);
    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    if (one.isPresent()) {
      assertClose(one.orElseThrow().chiSquare(), other.orElseThrow().chiSquare());
      assertClose(one.orElseThrow().variance(), other.orElseThrow().variance());
      assertThat(one.orElseThrow().observed() + other.orElseThrow().observed())
          .isEqualTo(one.orElseThrow().events());
    }
  }

  @Property
  void expectedEventsAddToTheObserved(
      @ForAll("tables") RiskTable a, @ForAll("tables") RiskTable b, @ForAll("tables") RiskTable c) {
    LogRank.test(List.of(a, b, c), 0)
        .ifPresent(
            result -> {
              long observed = result.observed().stream().mapToLong(Long::longValue).sum();
              assertThat(observed)
                  .isEqualTo(a.totalEvents(0) + b.totalEvents(0) + c.totalEvents(0));
              double expected = result.expected().stream().mapToDouble(Double::doubleValue).sum();
              assertThat(expected).isCloseTo((double) observed, within(ROUNDING));
            });
  }

  @Property
  void theOrderOfGroupsDoesNotMatter(
      @ForAll("tables") RiskTable a, @ForAll("tables") RiskTable b, @ForAll("tables") RiskTable c) {
    Optional<LogRank.Result> one = LogRank.test(List.of(a, b, c));
    Optional<LogRank.Result> other = LogRank.test(List.of(c, a, b));
    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    if (one.isPresent()) {
      assertClose(one.orElseThrow().chiSquare(), other.orElseThrow().chiSquare());
      assertThat(other.orElseThrow().degreesOfFreedom())
          .isEqualTo(one.orElseThrow().degreesOfFreedom());
    }
  }

  /** A group against its own copy has as many events as expected. */
  @Property
  void likeGroupsDoNotDiffer(@ForAll("tables") RiskTable a) {
    LogRank.test(List.of(a, a, a))
        .ifPresent(
            result -> {
              assertThat(result.chiSquare()).isCloseTo(0, within(ROUNDING));
              assertThat(result.p()).isCloseTo(1, within(ROUNDING));
            });
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(ROUNDING * (1 + Math.abs(expected))));
  }
}
