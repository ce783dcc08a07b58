package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.throughline.figure.CurvePoint;

/**
 * Step functions added up from the bottom, on the days on which any of them has a point.
 *
 * @param days in order, at most one for each third of a pixel
 * @param tops for each layer, its upper edge on each day
 * @param end the day on which all stop
 * @param fewFrom the day from which fewer than 11 are at risk
 */
record StackCurves(List<Integer> days, List<double[]> tops, double end, Optional<Integer> fewFrom) {

  /** Thinner areas, in px, are not parted from their neighbours. */
  private static final double VISIBLE = 4;

  static StackCurves of(List<List<CurvePoint>> layers, int lastDay, double pixels) {
    StepCurve first = StepCurve.of(layers.get(0), lastDay, pixels);
    TreeSet<Integer> days = new TreeSet<>();
    layers.forEach(
        layer ->
            StepCurve.of(layer, lastDay, pixels).points().forEach(point -> days.add(point.day())));
    List<Integer> kept = List.copyOf(days);
    List<double[]> tops = new ArrayList<>();
    double[] below = new double[kept.size()];
    for (List<CurvePoint> layer : layers) {
      double[] top = new double[kept.size()];
      int next = 0;
      double value = 0;
      for (int i = 0; i < kept.size(); i++) {
        while (next < layer.size() && layer.get(next).day() <= kept.get(i)) {
          value = layer.get(next++).estimate();
        }
        top[i] = below[i] + value;
      }
      tops.add(top);
      below = top;
    }
    Optional<Integer> few =
        first.runs().stream()
            .reduce((a, b) -> b)
            .filter(run -> !run.trusted())
            .map(run -> first.points().get(run.from()).day());
    return new StackCurves(kept, tops, first.end(), few);
  }

  /** Upper edge of a layer at the end; layer −1 is the floor. */
  double last(int layer) {
    return layer < 0 ? 0 : tops.get(layer)[days.size() - 1];
  }

  /** Upper edge of a layer just after a day's events; layer −1 is the floor. */
  double at(int layer, int day) {
    double top = 0;
    for (int i = 0; layer >= 0 && i < days.size() && days.get(i) <= day; i++) {
      top = tops.get(layer)[i];
    }
    return top;
  }

  /** The area of a layer. */
  Path2D area(int layer, Frame frame) {
    Path2D path = top(layer, 0, frame);
    path.lineTo(frame.x(end), frame.y(last(layer - 1)));
    double x = end;
    for (int i = days.size() - 1; i >= 0; i--) {
      double y = frame.y(layer == 0 ? 0 : tops.get(layer - 1)[i]);
      path.lineTo(frame.x(x), y);
      x = days.get(i);
      path.lineTo(frame.x(x), y);
    }
    path.closePath();
    return path;
  }

  /**
   * The line that parts a layer from those above it, from the day on which they are thick enough
   * for a line to be seen as one; empty if they never are.
   */
  Optional<Path2D> parting(int layer, Frame frame) {
    double[] all = tops.get(tops.size() - 1);
    double[] top = tops.get(layer);
    for (int i = 0; i < top.length; i++) {
      if (frame.y(top[i]) - frame.y(all[i]) >= VISIBLE) {
        return Optional.of(top(layer, i, frame));
      }
    }
    return Optional.empty();
  }

  /** The first day on which all layers together reach a share. */
  Optional<Integer> reaching(double share) {
    double[] all = tops.get(tops.size() - 1);
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= share) {
        return Optional.of(days.get(i));
      }
    }
    return Optional.empty();
  }

  private Path2D top(int layer, int from, Frame frame) {
    double[] top = tops.get(layer);
    Path2D path = new Path2D.Double();
    path.moveTo(frame.x(days.get(from)), frame.y(top[from]));
    for (int i = from + 1; i < top.length; i++) {
      path.lineTo(frame.x(days.get(i)), frame.y(top[i - 1]));
      path.lineTo(frame.x(days.get(i)), frame.y(top[i]));
    }
    path.lineTo(frame.x(end), frame.y(top[top.length - 1]));
    return path;
  }
}
