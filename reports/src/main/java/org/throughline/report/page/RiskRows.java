package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Result;
import org.throughline.report.chart.RiskRow;

/**
 * The rows of clients under a survival chart, as in KMunicate: who is in care, who left, who is not
 * yet known. Counts from 1 to one under the threshold are not written; where one of a column would
 * follow from the others, the smallest of these is withheld too.
 */
final class RiskRows {

  private final int smallCell;

  RiskRows(int smallCell) {
    this.smallCell = smallCell;
  }

  /**
   * Rows whose columns add up to the number that entered. Day 0 shows them as they came in, before
   * anything happened.
   *
   * @param anyExit the curve of any exit
   * @param unplanned the curve of unplanned exits of the same episodes
   */
  List<RiskRow> closed(Curve anyExit, Curve unplanned, List<Integer> days) {
    List<String> labels = List.of("In care", "Left unplanned", "Ended otherwise", "Not yet known");
    List<SortedMap<Integer, String>> cells = new ArrayList<>();
    labels.forEach(label -> cells.add(new TreeMap<>()));
    for (int day : days) {
      long left = day == 0 ? 0 : unplanned.eventsBy(day);
      long otherwise = day == 0 ? 0 : anyExit.eventsBy(day) - left;
      long unknown = day == 0 ? 0 : anyExit.censoredBy(day);
      long inCare = anyExit.entered() - left - otherwise - unknown;
      List<String> column = column(List.of(inCare, left, otherwise, unknown));
      for (int i = 0; i < labels.size(); i++) {
        cells.get(i).put(day, column.get(i));
      }
    }
    List<RiskRow> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      rows.add(new RiskRow(labels.get(i), cells.get(i)));
    }
    return rows;
  }

  /** Rows of a group that clients join and leave: its columns add up to nothing. */
  List<RiskRow> open(Curve anyExit, List<Integer> days) {
    return List.of(
        RiskRow.of("In care", days, day -> cell(inCareAfter(anyExit, day == 0 ? -1 : day))),
        RiskRow.of("Left (any exit)", days, day -> cell(day == 0 ? 0 : anyExit.eventsBy(day))),
        RiskRow.of("Not yet known", days, day -> cell(day == 0 ? 0 : anyExit.censoredBy(day))));
  }

  /**
   * Episodes at risk just after a day: those at risk at the next day on which something happens.
   */
  static long inCareAfter(Curve curve, int day) {
    return curve.points().stream()
        .filter(p -> p.day() > day)
        .mapToLong(CurvePoint::atRisk)
        .findFirst()
        .orElse(0);
  }

  String cell(long number) {
    return isSmall(number)
        ? Numerals.hidden(Result.Suppressed.Kind.PRIMARY, smallCell)
        : Numerals.count(number);
  }

  private boolean isSmall(long number) {
    return number > 0 && number < smallCell;
  }

  /** The cells of a column whose sum is known. */
  List<String> column(List<Long> numbers) {
    List<String> cells = new ArrayList<>(numbers.stream().map(this::cell).toList());
    if (numbers.stream().filter(this::isSmall).count() == 1) {
      int smallest = -1;
      for (int i = 0; i < numbers.size(); i++) {
        boolean open = numbers.get(i) >= smallCell;
        if (open && (smallest < 0 || numbers.get(i) < numbers.get(smallest))) {
          smallest = i;
        }
      }
      if (smallest >= 0) {
        cells.set(smallest, Numerals.hidden(Result.Suppressed.Kind.COMPLEMENTARY, smallCell));
      }
    }
    return cells;
  }
}
