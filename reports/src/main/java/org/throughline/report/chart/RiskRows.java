package org.throughline.report.chart;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.throughline.figure.Curve;

/**
 * The four rows under a curve of retention: who was in care, had left unplanned, had ended
 * otherwise or is not yet known after each day's events. Each column adds up to n.
 */
public final class RiskRows {

  private static final List<String> LABELS =
      List.of("In care", "Left unplanned", "Ended otherwise", "Not yet known");

  private RiskRows() {}

  /**
   * Rows from the cumulative incidences of one group.
   *
   * @param days columns
   * @param unplanned exits of this kind
   * @param others all other kinds of exit; censorings are the same in each curve and read from the
   *     first
   * @param smallCell cells of 1 to one less than this are written as ‹; where just one cell of a
   *     column is, the smallest other one is withheld too, or subtraction would give it away
   */
  public static List<RiskRow> of(
      Collection<Integer> days, Curve unplanned, List<Curve> others, int smallCell) {
    List<SortedMap<Integer, String>> rows =
        LABELS.stream().<SortedMap<Integer, String>>map(label -> new TreeMap<>()).toList();
    for (int day : days) {
      long[] column = column(day, unplanned, others);
      List<String> written = written(column, smallCell);
      for (int row = 0; row < column.length; row++) {
        rows.get(row).put(day, written.get(row));
      }
    }
    return IntStream.range(0, LABELS.size())
        .mapToObj(row -> new RiskRow(LABELS.get(row), rows.get(row)))
        .toList();
  }

  static long[] column(int day, Curve unplanned, List<Curve> others) {
    long left = unplanned.eventsBy(day);
    long ended = others.stream().mapToLong(curve -> curve.eventsBy(day)).sum();
    long unknown = unplanned.censoredBy(day);
    return new long[] {unplanned.entered() - left - ended - unknown, left, ended, unknown};
  }

  static List<String> written(long[] column, int smallCell) {
    List<Integer> small =
        IntStream.range(0, column.length)
            .filter(row -> column[row] > 0 && column[row] < smallCell)
            .boxed()
            .toList();
    int withheld =
        small.size() == 1
            ? IntStream.range(0, column.length)
                .filter(row -> column[row] >= smallCell)
                .boxed()
                .min(Comparator.comparingLong(row -> column[row]))
                .orElse(-1)
            : -1;
    return IntStream.range(0, column.length)
        .mapToObj(
            row -> {
              if (small.contains(row)) {
                return "‹" + smallCell;
              }
              return row == withheld ? "–" : Numerals.grouped(column[row]);
            })
        .toList();
  }
}
