package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.throughline.sampledata.simulator.Draw.Purpose;

class DrawLaws {

  @Property
  void drawsStayWithinTheirBounds(
      @ForAll long seed,
      @ForAll @IntRange(min = -500, max = 500) int low,
      @ForAll Purpose purpose) {
    Draw draw = Draw.stream(seed, 3, 1, purpose);
    for (int again = 0; again < 20; again++) {
      assertThat(draw.uniform()).isGreaterThanOrEqualTo(0).isLessThan(1);
      assertThat(draw.between(low, low + 4)).isBetween(low, low + 4);
      assertThat(draw.normal()).isFinite();
    }
  }

  @Property
  void whatWeighsNothingIsNeverDrawn(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.1, max = 5) double first,
      @ForAll @DoubleRange(min = 0.1, max = 5) double second) {
    Draw draw = Draw.stream(seed, 0, 0, Purpose.EXIT);
    for (int again = 0; again < 20; again++) {
      assertThat(draw.weighted(first, 0, second, 0)).isIn(0, 2);
    }
  }

  @Property
  void streamsOfNeighboursDiffer(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 100000) int k) {
    double drawn = Draw.stream(seed, k, 1, Purpose.EXIT).uniform();
    assertThat(Draw.stream(seed, k + 1, 1, Purpose.EXIT).uniform()).isNotEqualTo(drawn);
    assertThat(Draw.stream(seed, k, 2, Purpose.EXIT).uniform()).isNotEqualTo(drawn);
    assertThat(Draw.stream(seed, k, 1, Purpose.USE).uniform()).isNotEqualTo(drawn);
    assertThat(Draw.stream(seed, k, 1, Purpose.EXIT).uniform()).isEqualTo(drawn);
  }
}
