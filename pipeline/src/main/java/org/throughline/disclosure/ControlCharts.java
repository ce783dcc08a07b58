package org.throughline.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.throughline.figure.ControlChart;
import org.throughline.figure.ControlChart.Point;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;

/**
 * Hides the small months of control charts. The centre is the mean of the months that set it, so
 * with all but one of them that one could be had: where one is hidden, so is another. Where all
 * are, so are the limits.
 */
public final class ControlCharts {
  private final Computed.OfChart computed;
  private final Map<String, Result> byMonth;
  private final int threshold;

  private ControlCharts(Computed.OfChart computed, List<Figure> released, int threshold) {
    this.computed = computed;
    this.threshold = threshold;
    ControlChart chart = computed.chart();
    this.byMonth =
        chart.at().isPresent()
            ? Map.of() // months of admission: no figure of a month tells the same
            : released.stream()
                .filter(f -> f.measure().equals(chart.measure()) && f.slice().isOverall())
                .collect(
                    Collectors.toMap(
                        f -> f.month().toString(), Figure::result, (a, b) -> a, TreeMap::new));
  }

  /**
   * Charts without the months that are about too few clients, or whose figure is hidden.
   *
   * @param computed the charts as computed
   * @param released the figures of the same publication as {@link SmallCells} released them
   * @param threshold cells under this many clients are hidden
   */
  public static List<ControlChart> released(
      List<Computed.OfChart> computed, List<Figure> released, int threshold) {
    return computed.stream()
        .map(chart -> new ControlCharts(chart, released, threshold).released())
        .toList();
  }

  private ControlChart released() {
    List<Point> points = new ArrayList<>(computed.chart().points());
    IntStream.range(0, points.size())
        .filter(this::isHidden)
        .forEach(i -> points.set(i, points.get(i).hide()));
    int setting = computed.chart().limits().map(ControlChart.Limits::months).orElse(0);
    List<Point> limits = points.subList(0, setting);
    if (limits.stream().filter(point -> point.value().isEmpty()).count() == 1) {
      // The latest month is what a reader came for.
      IntStream.range(0, Math.min(setting, points.size() - 1))
          .filter(i -> points.get(i).value().isPresent())
          .boxed()
          .min(Comparator.comparingLong(this::smallest))
          .ifPresent(i -> points.set(i, points.get(i).hide()));
    }
    ControlChart chart = computed.chart();
    return points.stream().allMatch(point -> point.value().isEmpty())
        ? new ControlChart(chart.measure(), chart.at(), points, Optional.empty())
        : chart.with(points);
  }

  private boolean isHidden(int i) {
    String month = computed.chart().points().get(i).month().toString();
    return computed.cells().get(i).stream().anyMatch(cell -> cell > 0 && cell < threshold)
        || byMonth.get(month) instanceof Result.Suppressed;
  }

  private long smallest(int i) {
    return computed.cells().get(i).stream()
        .filter(cell -> cell > 0)
        .mapToLong(cell -> cell)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
