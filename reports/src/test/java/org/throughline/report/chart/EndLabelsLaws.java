package org.throughline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class EndLabelsLaws {

  private static List<EndLabels.Label> labels(List<Double> ends) {
    return ends.stream()
        .map(y -> new EndLabels.Label(List.of("name"), List.of(), Tint.TIER_1, 600, y))
        .toList();
  }

  @Property
  void labelsKeepApartInOrderAndInside(
      @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 34, max = 334) Double> ends) {
    List<EndLabels.Placed> placed = EndLabels.place(labels(ends), 34, 334);
    assertThat(placed).hasSameSizeAs(ends);
    assertThat(placed).isSortedAccordingTo(Comparator.comparingDouble(p -> p.label().endY()));
    for (int i = 0; i < placed.size(); i++) {
      assertThat(placed.get(i).y()).isBetween(34 - 1e-9, 334 + 1e-9);
      if (i > 0) {
        assertThat(placed.get(i).y() - placed.get(i - 1).y()).isGreaterThanOrEqualTo(20 - 1e-9);
      }
    }
  }

  @Example
  void aLabelWithRoomStaysAtItsLine() {
    assertThat(EndLabels.place(labels(List.of(50.0, 100.0, 300.0)), 34, 334))
        .extracting(EndLabels.Placed::y)
        .containsExactly(50.0, 100.0, 300.0);
  }

  @Example
  void twoThatCollideMoveByTheSame() {
    List<EndLabels.Placed> placed = EndLabels.place(labels(List.of(100.0, 104.0)), 34, 334);
    assertThat(placed.get(0).y()).isCloseTo(92, within(1e-9));
    assertThat(placed.get(1).y()).isCloseTo(112, within(1e-9));
  }
}
