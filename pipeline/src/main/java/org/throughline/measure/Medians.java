package org.throughline.measure;

import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.StepCurve;

/** The median of a curve, as a figure {@code …_median}. */
final class Medians {
  private Medians() {}

  /**
   * The median with its interval; the interval is absent where its later end is not reached.
   *
   * @param why there is none where half is not reached
   */
  static Figure of(
      Estimation estimation,
      Definition definition,
      Slice slice,
      String rule,
      Optional<StepCurve> curve,
      long entered,
      String why) {
    OptionalInt median = curve.map(StepCurve::median).orElse(OptionalInt.empty());
    Result result =
        median.isPresent()
            ? new Result.Duration(
                median.getAsInt(), curve.flatMap(StepCurve::medianInterval), entered)
            : new Result.Unavailable(why);
    return Estimation.of(
        definition,
        definition.id() + "_median",
        OptionalInt.empty(),
        slice,
        rule,
        Unit.DAYS,
        estimation.counts().cut(),
        result);
  }
}
