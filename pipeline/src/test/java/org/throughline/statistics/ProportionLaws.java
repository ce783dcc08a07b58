package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.throughline.figure.Interval;

/** Laws of Wilson's interval and of the design effect. */
class ProportionLaws {

  /** A client with y of n units. */
  record Client(int y, int n) {}

  record Share(int numerator, int denominator) {
    double value() {
      return (double) numerator / denominator;
    }

    Interval wilson() {
      return Wilson.interval(numerator, denominator);
    }
  }

  @Provide
  Arbitrary<Share> shares() {
    return Arbitraries.integers()
        .between(1, 2_000_000)
        .flatMap(n -> Arbitraries.integers().between(0, n).map(x -> new Share(x, n)));
  }

  @Provide
  Arbitrary<List<Client>> clients() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 30), Arbitraries.doubles().between(0, 1))
        .as((n, share) -> new Client((int) Math.round(n * share), n))
        .list()
        .ofMaxSize(50);
  }

  @Property
  void wilsonHoldsTheProportion(@ForAll("shares") Share share) {
    assertThat(share.wilson().low()).isBetween(0.0, share.value());
    assertThat(share.wilson().high()).isBetween(share.value(), 1.0);
  }

  /** A second method: an end is the proportion that the score test just rejects. */
  @Property
  void itsEndsAreWhereTheScoreTestRejects(@ForAll("shares") Share share) {
    double n = share.denominator();
    double zz = Distributions.Z * Distributions.Z;
    for (double end : new double[] {share.wilson().low(), share.wilson().high()}) {
      double distance = (share.value() - end) * (share.value() - end);
      assertThat(distance).isCloseTo(zz * end * (1 - end) / n, within(1e-12));
    }
  }

  @Property
  void theComplementIsItsMirror(@ForAll("shares") Share share) {
    Interval complement =
        Wilson.interval(share.denominator() - share.numerator(), share.denominator());
    assertThat(complement.low()).isCloseTo(1 - share.wilson().high(), within(1e-15));
    assertThat(complement.high()).isCloseTo(1 - share.wilson().low(), within(1e-15));
  }

  @Property
  void aDesignEffectWidens(
      @ForAll("shares") Share share, @ForAll @DoubleRange(min = 1.01, max = 50) double effect) {
    Interval wider = Wilson.interval(share.numerator(), share.denominator(), effect);
    assertThat(wider.high() - wider.low())
        .isGreaterThan(share.wilson().high() - share.wilson().low());
    assertThat(wider.low()).isLessThanOrEqualTo(share.value());
    assertThat(wider.high()).isGreaterThanOrEqualTo(share.value());
  }

  private static double effect(List<Client> clients) {
    return DesignEffect.of(
        clients.size(),
        clients.stream().mapToLong(Client::y).sum(),
        clients.stream().mapToLong(Client::n).sum(),
        clients.stream().mapToLong(c -> (long) c.y() * c.y()).sum(),
        clients.stream().mapToLong(c -> (long) c.y() * c.n()).sum(),
        clients.stream().mapToLong(c -> (long) c.n() * c.n()).sum());
  }

  /** A second method: the definition, client by client. */
  @Property
  void designEffectIsItsDefinition(@ForAll("clients") List<Client> clients) {
    double m = clients.size();
    double total = clients.stream().mapToInt(Client::n).sum();
    double p = clients.stream().mapToInt(Client::y).sum() / total;
    if (m < 2 || p == 0 || p == 1) {
      assertThat(effect(clients)).isEqualTo(1);
      return;
    }
    double squares =
        clients.stream().mapToDouble(c -> (c.y() - p * c.n()) * (c.y() - p * c.n())).sum();
    double defined = m / (m - 1) * squares / (total * total) / (p * (1 - p) / total);
    assertThat(effect(clients)).isCloseTo(Math.max(1, defined), within(1e-9));
  }

  /** One unit a client: independent units, up to the factor for estimating p. */
  @Property
  void ofClientsOfOneUnitItIsAlmostOne(
      @ForAll @IntRange(min = 1, max = 500) int successes,
      @ForAll @IntRange(min = 1, max = 500) int failures) {
    double m = successes + failures;
    assertThat(DesignEffect.of((long) m, successes, (long) m, successes, successes, (long) m))
        .isCloseTo(m / (m - 1), within(1e-15 * 4));
  }

  /** Each unit told k times is k times as many units and no more knowledge. */
  @Property
  void repeatingEachClientsUnitsMultipliesIt(
      @ForAll @IntRange(min = 1, max = 500) int successes,
      @ForAll @IntRange(min = 1, max = 500) int failures,
      @ForAll @IntRange(min = 1, max = 20) int k) {
    long m = (long) successes + failures;
    long kk = (long) k * k;
    assertThat(
            DesignEffect.of(m, (long) k * successes, k * m, kk * successes, kk * successes, kk * m))
        .isCloseTo(k * (double) m / (m - 1), within(1e-12));
  }
}
