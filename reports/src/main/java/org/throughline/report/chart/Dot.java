package org.throughline.report.chart;

import java.util.Optional;
import org.throughline.figure.Bounds;
import org.throughline.figure.Interval;

/**
 * A point with its uncertainty, all in the unit of the chart (shares of 1).
 *
 * @param value under the primary rule
 * @param interval 95 %, of the primary rule; empty where none exists
 * @param bounds what the other rules give, drawn as a pale bar
 */
public record Dot(double value, Optional<Interval> interval, Optional<Bounds> bounds) {

  public static Dot of(double value, double low, double high) {
    return new Dot(value, Optional.of(new Interval(low, high)), Optional.empty());
  }
}
