package org.throughline.report.chart;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A row of the table under a survival chart. The chart writes the days that have a tick and leaves
 * a gap where a day is missing, so give it the days of {@link SurvivalChart#ticks}.
 *
 * @param label "In care"
 * @param cells by day: what is written ("47", "‹11", "–")
 */
public record RiskRow(String label, SortedMap<Integer, String> cells) {

  public RiskRow {
    cells = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /** A row whose cells are computed for each day. */
  public static RiskRow of(String label, Collection<Integer> days, IntFunction<String> cell) {
    SortedMap<Integer, String> cells = new TreeMap<>();
    days.forEach(day -> cells.put(day, cell.apply(day)));
    return new RiskRow(label, cells);
  }
}
