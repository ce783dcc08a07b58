package org.throughline.figure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * One published number with everything needed to defend it.
 *
 * @param measure its measure's id, or an id derived from it ({@code exits_planned}, {@code
 *     in_care_curve_median})
 * @param version the version of the measure's definition
 * @param at the horizon in days (weeks for {@code continuous}), or empty
 * @param slice the group
 * @param rule how missing weeks were read ({@code worst}), or empty where none matter
 * @param unit of the value
 * @param month the month that the figure is of: the reporting month, or an earlier one of the
 *     headline series
 * @param cut the last day of that month
 * @param result what was found
 */
public record Figure(
    String measure,
    int version,
    OptionalInt at,
    Slice slice,
    String rule,
    Unit unit,
    YearMonth month,
    LocalDate cut,
    Result result)
    implements Serializable {

  /** The order of rows in {@code figures.csv}: stable, whatever the order of computation. */
  public static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::month)
          .thenComparing(Figure::measure)
          .thenComparingInt(f -> f.at().orElse(-1))
          .thenComparing(Figure::slice);

  public Figure withResult(Result replacement) {
    return new Figure(measure, version, at, slice, rule, unit, month, cut, replacement);
  }
}
