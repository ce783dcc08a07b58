package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0_%",
    "0.0049, under_1_%",
    "0.005, 1_%",
    "0.675, 68_%",
    "0.994, 99_%",
    "0.996, over_99_%",
    "1, 100_%"
  })
  void percentagesHaveNoDecimalsAndNeverClaimNoneOrAll(double share, String expected) {
    assertThat(Numerals.percent(share)).isEqualTo(expected.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({
    "0.49, p_=_0.49",
    "0.05, p_=_0.05",
    "0.0043, p_=_0.004",
    "0.0009, p_<_0.001",
    "1, p_=_1.00"
  })
  void pHasTwoDecimalsAndMoreWhereTwoSayNothing(double p, String expected) {
    assertThat(Numerals.p(p)).isEqualTo(expected.replace('_', '\u00a0'));
  }

  @Test
  void otherNumbers() {
    assertThat(Numerals.interval(new Interval(0.6361, 0.7149))).isEqualTo("64–71\u00a0%");
    assertThat(Numerals.percent(0.675, new Interval(0.6361, 0.7149)))
        .isEqualTo("68\u00a0% (64–71\u00a0%)");
    assertThat(Numerals.n(2877)).isEqualTo("n\u00a0=\u00a02,877");
    assertThat(Numerals.count(0)).isEqualTo("0");
    assertThat(Numerals.ratio(2.7055)).isEqualTo("2.71");
    assertThat(Numerals.days(1)).isEqualTo("1\u00a0day");
    assertThat(Numerals.days(101.5)).isEqualTo("101.5\u00a0days");
  }

  @Test
  void hiddenCellsHaveTheirSigns() {
    assertThat(Numerals.hidden(Result.Suppressed.Kind.PRIMARY, 11)).isEqualTo("‹11");
    assertThat(Numerals.hidden(Result.Suppressed.Kind.COMPLEMENTARY, 11)).isEqualTo("–");
  }

  @Test
  void whatIsNoNumberIsNeverShown() {
    assertThatThrownBy(() -> Numerals.percent(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Numerals.interval(new Interval(0, Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
