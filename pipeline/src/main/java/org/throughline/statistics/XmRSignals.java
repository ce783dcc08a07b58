package org.throughline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.throughline.statistics.XmR.Limits;
import org.throughline.statistics.XmR.Point;
import org.throughline.statistics.XmR.Rule;
import org.throughline.statistics.XmR.Way;

/** The rules of {@link XmR}, applied to all points of a series. */
final class XmRSignals {
  private static final double NEAR = 2.0 / 3;

  private final Limits limits;
  private final List<Double> values;
  private final List<EnumSet<Rule>> rules = new ArrayList<>();
  private final int[] sides;
  private final int[] trends;

  XmRSignals(Limits limits, List<Double> values) {
    this.limits = limits;
    this.values = values;
    this.sides = new int[values.size()];
    this.trends = new int[values.size()];
    for (int i = 0; i < values.size(); i++) {
      rules.add(EnumSet.noneOf(Rule.class));
      sides[i] = (int) Math.signum(values.get(i) - limits.centre());
    }
  }

  List<Point> points() {
    for (int i = 0; i < sides.length; i++) {
      if (values.get(i) < limits.low() || values.get(i) > limits.high()) {
        rules.get(i).add(Rule.OUTSIDE);
      }
      near(i);
    }
    runs();
    trends();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < sides.length; i++) {
      points.add(new Point(values.get(i), rules.get(i), way(i)));
    }
    return points;
  }

  private Way way(int i) {
    if (rules.get(i).isEmpty()) {
      return Way.NONE;
    }
    boolean trendAlone = rules.get(i).equals(EnumSet.of(Rule.TREND));
    return (trendAlone ? trends[i] : sides[i]) > 0 ? Way.UP : Way.DOWN;
  }

  /** The side, if it is near the limit there; 0 if not. */
  private int nearSide(int i) {
    double way = NEAR * (limits.high() - limits.centre());
    return Math.abs(values.get(i) - limits.centre()) > way ? sides[i] : 0;
  }

  /** Marks those of the three that end at a point that are near one limit, if two are. */
  private void near(int last) {
    if (last < 2) {
      return;
    }
    for (int side = -1; side <= 1; side += 2) {
      List<Integer> near = new ArrayList<>();
      for (int i = last - 2; i <= last; i++) {
        if (nearSide(i) == side) {
          near.add(i);
        }
      }
      if (near.size() >= 2) {
        near.forEach(i -> rules.get(i).add(Rule.NEAR_LIMIT));
      }
    }
  }

  private void runs() {
    int from = 0;
    for (int i = 0; i <= sides.length; i++) {
      if (i == sides.length || sides[i] == 0 || sides[i] != sides[from]) {
        mark(Rule.ONE_SIDE, from, i);
        from = i;
      }
    }
  }

  private void trends() {
    int from = 0;
    int way = 0;
    for (int i = 1; i <= sides.length; i++) {
      int step = i == sides.length ? 0 : (int) Math.signum(values.get(i) - values.get(i - 1));
      if (step == 0 || step != way) {
        if (way != 0 && i - from >= XmR.IN_A_ROW) {
          mark(Rule.TREND, from, i);
          Arrays.fill(trends, from, i, way);
        }
        from = i - 1;
        way = step;
      }
    }
  }

  private void mark(Rule rule, int from, int to) {
    if (to - from >= XmR.IN_A_ROW) {
      for (int i = from; i < to; i++) {
        rules.get(i).add(rule);
      }
    }
  }
}
