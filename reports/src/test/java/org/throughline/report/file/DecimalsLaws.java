package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DecimalsLaws {

  @Property
  void readsBackToTenDigits(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
    String text = Decimals.text(value);
    assertThat(text).matches("-?\\d+(\\.\\d*[1-9])?");
    assertThat(Double.parseDouble(text) - value)
        .isBetween(-6e-10 * Math.abs(value), 6e-10 * Math.abs(value));
  }

  @Property
  void writingWhatWasReadChangesNothing(@ForAll @DoubleRange(min = 0, max = 1) double value) {
    String text = Decimals.text(value);
    assertThat(Decimals.text(Double.parseDouble(text))).isEqualTo(text);
  }

  @Example
  void knownTexts() {
    assertThat(Decimals.text(0)).isEqualTo("0");
    assertThat(Decimals.text(-0.0)).isEqualTo("0");
    assertThat(Decimals.text(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Decimals.text(1e-12)).isEqualTo("0.000000000001");
    assertThat(Decimals.text(100)).isEqualTo("100");
    assertThat(Decimals.text(1.0 / 3)).isEqualTo("0.3333333333");
  }

  @Example
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> Decimals.text(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }
}
