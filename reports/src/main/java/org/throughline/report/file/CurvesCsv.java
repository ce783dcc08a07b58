package org.throughline.report.file;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.MonthReport;

/**
 * {@code curves.csv}: one row for each day on which something happened to a curve of the month.
 * UTF-8, LF, a header; by measure, slice and day. Hidden curves are left out, and the biased ones
 * of the methods section are never here.
 */
public final class CurvesCsv {

  /** The columns, in order: a contract with scripts outside. */
  public static final List<String> COLUMNS =
      List.of(
          "month",
          "edition",
          "cut",
          "measure",
          "version",
          "tier",
          "family",
          "site",
          "day",
          "at_risk",
          "events",
          "censored",
          "estimate",
          "ci_low",
          "ci_high");

  private static final Comparator<Curve> ROWS =
      Comparator.comparing(Curve::month).thenComparing(Curve::measure).thenComparing(Curve::slice);

  private CurvesCsv() {}

  /**
   * Writes the file's text.
   *
   * @throws IOException if the target cannot be written
   */
  public static void write(MonthReport report, Appendable target) throws IOException {
    CSVPrinter printer = new CSVPrinter(target, FiguresCsv.FORMAT);
    printer.printRecord(COLUMNS);
    List<Curve> shown =
        report.curves().stream().filter(c -> c.suppressed().isEmpty()).sorted(ROWS).toList();
    for (Curve curve : shown) {
      for (CurvePoint point : curve.points()) {
        printer.printRecord(
            curve.month(),
            report.edition(),
            curve.cut(),
            curve.measure(),
            curve.version(),
            curve.slice().tier(),
            curve.slice().family(),
            curve.slice().site(),
            point.day(),
            point.atRisk(),
            point.events(),
            point.censored(),
            Decimals.text(point.estimate()),
            Decimals.text(point.low()),
            Decimals.text(point.high()));
      }
    }
    printer.flush();
  }
}
