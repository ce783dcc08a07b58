package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.throughline.figure.CurvePoint;

/**
 * A curve as it can be drawn: up to the last day of an axis, not beyond its last client, and parted
 * where fewer than {@value HouseStyle#FEW} are at risk.
 *
 * @param points at most one for each third of a pixel
 * @param end the day on which it stops
 * @param runs stretches of steps, in order
 * @param censorDays days with a tick
 */
record StepCurve(List<CurvePoint> points, double end, List<Run> runs, List<CurvePoint> censorDays) {

  /**
   * Steps from one point to another.
   *
   * @param from index of its first point
   * @param to index of the point where it stops; the number of points if it reaches the end
   */
  record Run(int from, int to, boolean trusted) {}

  /** Ticks closer than this, in px, are one. */
  private static final double CENSOR_PITCH = 2.6;

  private static final double PIXEL_SHARE = 0.34;

  static StepCurve of(List<CurvePoint> all, int lastDay, double pixels) {
    List<CurvePoint> shown = all.stream().filter(p -> p.day() <= lastDay).toList();
    if (shown.isEmpty()) {
      return new StepCurve(List.of(), 0, List.of(), List.of());
    }
    CurvePoint last = shown.get(shown.size() - 1);
    Optional<CurvePoint> beyond = all.stream().filter(p -> p.day() > lastDay).findFirst();
    long left =
        beyond.map(CurvePoint::atRisk).orElse(last.atRisk() - last.events() - last.censored());
    double end = beyond.isPresent() || left >= HouseStyle.FEW ? lastDay : last.day();
    List<CurvePoint> points = thinned(shown, PIXEL_SHARE * lastDay / pixels);
    List<Boolean> trusted = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long atRisk = i + 1 < points.size() ? atRiskAfter(shown, points.get(i)) : left;
      trusted.add(atRisk >= HouseStyle.FEW);
    }
    return new StepCurve(
        points,
        end,
        runs(points, trusted, end),
        spaced(
            shown.stream().filter(p -> p.censored() > 0).toList(),
            CENSOR_PITCH * lastDay / pixels));
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** The value just after a day's events, while the curve lasts. */
  Optional<CurvePoint> at(int day) {
    if (day > end) {
      return Optional.empty();
    }
    return points.stream().filter(p -> p.day() <= day).reduce((a, b) -> b);
  }

  /** The same, where enough are at risk for the curve to be relied on. */
  Optional<CurvePoint> trustedAt(int day) {
    int last = -1;
    for (int i = 0; i < points.size() && points.get(i).day() <= day; i++) {
      last = i;
    }
    int index = last;
    return runs.stream().anyMatch(run -> run.trusted() && run.from() <= index && index < run.to())
        ? at(day)
        : Optional.empty();
  }

  /** Mean width of the interval over the curve's points. */
  double bandWidth() {
    return points.stream().mapToDouble(p -> p.high() - p.low()).average().orElse(0);
  }

  CurvePoint last() {
    return points.get(points.size() - 1);
  }

  /** The steps of a run with the fall at its end; a run that begins on day 0 falls from 1. */
  Path2D path(Run run, Frame frame) {
    Path2D path = new Path2D.Double();
    CurvePoint first = points.get(run.from());
    if (run.from() == 0 && first.day() == 0 && first.estimate() < 1) {
      path.moveTo(frame.x(0), frame.y(1));
      path.lineTo(frame.x(0), frame.y(first.estimate()));
    } else {
      path.moveTo(frame.x(first.day()), frame.y(first.estimate()));
    }
    walk(path, run, frame, CurvePoint::estimate);
    if (run.to() < points.size()) {
      CurvePoint next = points.get(run.to());
      path.lineTo(frame.x(next.day()), frame.y(next.estimate()));
    }
    return path;
  }

  /** One bound of a run. */
  Path2D edge(Run run, Frame frame, ToDoubleFunction<CurvePoint> bound) {
    Path2D path = new Path2D.Double();
    CurvePoint first = points.get(run.from());
    path.moveTo(frame.x(first.day()), frame.y(bound.applyAsDouble(first)));
    walk(path, run, frame, bound);
    return path;
  }

  /** The area between the bounds of a run. */
  Path2D band(Run run, Frame frame) {
    Path2D band = new Path2D.Double();
    CurvePoint first = points.get(run.from());
    band.moveTo(frame.x(first.day()), frame.y(first.high()));
    walk(band, run, frame, CurvePoint::high);
    double x = run.to() < points.size() ? points.get(run.to()).day() : end;
    for (int i = run.to() - 1; i >= run.from(); i--) {
      band.lineTo(frame.x(x), frame.y(points.get(i).low()));
      x = points.get(i).day();
      band.lineTo(frame.x(x), frame.y(points.get(i).low()));
    }
    band.closePath();
    return band;
  }

  private void walk(Path2D path, Run run, Frame frame, ToDoubleFunction<CurvePoint> value) {
    for (int i = run.from(); i < run.to(); i++) {
      double y = frame.y(value.applyAsDouble(points.get(i)));
      path.lineTo(frame.x(i + 1 < points.size() ? points.get(i + 1).day() : end), y);
      if (i + 1 < run.to()) {
        path.lineTo(
            frame.x(points.get(i + 1).day()), frame.y(value.applyAsDouble(points.get(i + 1))));
      }
    }
  }

  private static long atRiskAfter(List<CurvePoint> all, CurvePoint point) {
    for (CurvePoint next : all) {
      if (next.day() > point.day()) {
        return next.atRisk();
      }
    }
    return 0;
  }

  /** The last point of each stretch of days: what is drawn there anyway. */
  private static List<CurvePoint> thinned(List<CurvePoint> points, double pitch) {
    List<CurvePoint> kept = new ArrayList<>();
    for (CurvePoint point : points) {
      int last = kept.size() - 1;
      if (last >= 0
          && Math.floor(point.day() / pitch) == Math.floor(kept.get(last).day() / pitch)) {
        kept.set(last, point);
      } else {
        kept.add(point);
      }
    }
    return kept;
  }

  private static List<CurvePoint> spaced(List<CurvePoint> points, double pitch) {
    List<CurvePoint> kept = new ArrayList<>();
    for (CurvePoint point : points) {
      if (kept.isEmpty() || point.day() - kept.get(kept.size() - 1).day() >= pitch) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static List<Run> runs(List<CurvePoint> points, List<Boolean> trusted, double end) {
    List<Run> runs = new ArrayList<>();
    int steps = end > points.get(points.size() - 1).day() ? points.size() : points.size() - 1;
    int from = 0;
    for (int i = 1; i <= steps; i++) {
      if (i == steps || !trusted.get(i).equals(trusted.get(from))) {
        runs.add(new Run(from, i, trusted.get(from)));
        from = i;
      }
    }
    return runs;
  }
}
