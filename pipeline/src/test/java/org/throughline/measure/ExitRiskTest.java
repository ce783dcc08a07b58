package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.PoissonRate;

/** Exits by period of care, on the six clients: they end on days 20, 40, 70, 100, 150 and 150. */
class ExitRiskTest {

  private static Result.Rate rate(String exit, String days) {
    return (Result.Rate) Worked.of("exit_risk_" + exit, Slice.OVERALL.withLevel(days));
  }

  /** Six in care on days 15 to 20, five on 21 to 28: 36 + 40; client 2 is silent after day 20. */
  @Test
  void dividesExitsByTimeInCare() {
    Result.Rate rate = rate("unplanned", "15-28");
    assertThat(rate.events()).isEqualTo(1);
    assertThat(rate.days()).isEqualTo(76);
    assertThat(rate.value()).isCloseTo(700.0 / 76, within(1e-12));
    assertThat(rate.interval()).isEqualTo(PoissonRate.interval(1, 76 / 700.0, 1));
  }

  @Test
  void countsEachDayAndEachExitOnce() {
    assertThat(rate("unplanned", "0-7").days()).isEqualTo(48);
    assertThat(rate("unplanned", "0-7").events()).isZero();
    assertThat(rate("unplanned", "57-91").days()).isEqualTo(14 * 4 + 21 * 3);
    assertThat(rate("unplanned", "57-91").events()).isEqualTo(1);
    assertThat(rate("planned", "29-56").events()).isEqualTo(1);
    assertThat(rate("transferred", "92-182").days()).isEqualTo(9 * 3 + 50 * 2);
    assertThat(rate("transferred", "92-182").events()).isEqualTo(1);
  }

  @Test
  void readsTiersByTheirOwnTime() {
    Result.Rate intensive =
        (Result.Rate) Worked.of("exit_risk_unplanned", Slice.ofTier("IOP").withLevel("57-91"));
    assertThat(intensive.days()).isEqualTo(14 * 3 + 21 * 2);
    assertThat(intensive.events()).isEqualTo(1);
  }
}
