package org.throughline.report.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.throughline.figure.Interval;

/**
 * A log axis about 1. It holds all ratios, and their intervals as far as they are no wider than
 * four times the outermost ratio: one hopeless interval must not press all others together.
 *
 * @param from least ratio
 * @param to largest ratio
 * @param ticks ratios with a number, 1 among them
 */
record RatioScale(double from, double to, List<Double> ticks) {

  private static final double[] NEAR = {0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4};
  private static final double[] USUAL = {0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16};
  private static final double[] FAR = {0.001, 0.01, 0.1, 1, 10, 100, 1000};
  private static final double REACH = 4;

  /** Beyond these nothing is drawn to scale. */
  private static final double LEAST = 0.001;

  private static final double MOST = 1000;

  static RatioScale of(List<ForestModel.Row> rows) {
    double[] ratios =
        DoubleStream.concat(
                DoubleStream.of(1),
                rows.stream().flatMap(r -> r.ratio().stream()).mapToDouble(r -> r))
            .map(r -> Math.max(LEAST, Math.min(r, MOST)))
            .toArray();
    double least = Arrays.stream(ratios).min().orElse(1);
    double most = Arrays.stream(ratios).max().orElse(1);
    double low =
        rows.stream()
            .flatMap(r -> r.interval().stream())
            .mapToDouble(Interval::low)
            .map(v -> Math.max(v, least / REACH))
            .min()
            .orElse(1);
    double high =
        rows.stream()
            .flatMap(r -> r.interval().stream())
            .mapToDouble(Interval::high)
            .map(v -> Math.min(v, most * REACH))
            .max()
            .orElse(1);
    low = Math.min(low, least);
    high = Math.max(high, most);
    double span = high / low;
    double[] ladder = span < 1.6 ? NEAR : span <= 50 ? USUAL : FAR;
    double from = Math.min(low / 1.04, below(ladder));
    double to = Math.max(high * 1.04, above(ladder));
    return new RatioScale(
        from, to, Arrays.stream(ladder).filter(v -> v >= from && v <= to).boxed().toList());
  }

  /** The next tick under 1, and a little. */
  private static double below(double[] ladder) {
    return Arrays.stream(ladder).filter(v -> v < 1).max().orElse(1) / 1.02;
  }

  private static double above(double[] ladder) {
    return Arrays.stream(ladder).filter(v -> v > 1).min().orElse(1) * 1.02;
  }

  /** Where a ratio lies on a linear axis; ends beyond the axis are cut. */
  double place(double ratio) {
    return Math.log(Math.max(from, Math.min(ratio, to)));
  }

  boolean beyond(double ratio) {
    return ratio < from || ratio > to;
  }

  HouseAxis axis() {
    return new HouseAxis(
        Math.log(from),
        Math.log(to),
        ticks.stream()
            .map(
                v ->
                    new Tick(
                        Math.log(v), BigDecimal.valueOf(v).stripTrailingZeros().toPlainString()))
            .toList(),
        HouseAxis.Line.LEFT_OUT);
  }
}
