package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/**
 * A rate by period since admission.
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description each period's rate in words
 * @param yTitle stands level above the axis: "Unplanned exits per 100 clients in care for a week"
 * @param unit how rates are written; one with one decimal
 * @param periods in order, none over another
 */
public record PeriodModel(
    String id, String title, String description, String yTitle, Unit unit, List<Period> periods) {

  public PeriodModel {
    periods = List.copyOf(periods);
  }

  /**
   * One period.
   *
   * @param from its first day
   * @param to the day after its last
   * @param rate height of its bar; empty where hidden
   * @param interval 95 %
   * @param note why it is hidden, or how many exits it holds, told to a pointer; may be empty
   */
  public record Period(
      int from, int to, OptionalDouble rate, Optional<Interval> interval, String note) {

    public Period {
      if (to <= from) {
        throw new IllegalArgumentException("a period from day " + from + " to day " + to);
      }
    }

    public static Period of(int from, int to, double rate, Interval interval, String note) {
      return new Period(from, to, OptionalDouble.of(rate), Optional.of(interval), note);
    }

    public static Period hidden(int from, int to, String reason) {
      return new Period(from, to, OptionalDouble.empty(), Optional.empty(), reason);
    }
  }
}
