package org.throughline.report.file;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/**
 * {@code figures.csv}: one row for each published figure, three for a test, two for a ratio and for
 * a signal. UTF-8, LF, a header, rows in {@link Figure#ORDER} (then by rule), so that the same
 * figures give the same bytes.
 *
 * <p>Shares are fractions of 1. A figure that could not be computed keeps its row with empty
 * numbers; a hidden one too, and says {@code primary} or {@code complementary} in {@code
 * suppressed}. How numbers are written: {@link Decimals}.
 */
public final class FiguresCsv {

  /** The columns, in order: a contract with scripts outside. */
  public static final List<String> COLUMNS =
      List.of(
          "month",
          "edition",
          "cut",
          "measure",
          "version",
          "at",
          "tier",
          "family",
          "site",
          "group",
          "level",
          "rule",
          "value",
          "ci_low",
          "ci_high",
          "bound_low",
          "bound_high",
          "numerator",
          "denominator",
          "unit",
          "suppressed");

  static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private static final Comparator<Figure> ROWS = Figure.ORDER.thenComparing(Figure::rule);

  private FiguresCsv() {}

  /**
   * Writes the file's text.
   *
   * @throws IOException if the target cannot be written
   */
  public static void write(MonthReport report, Appendable target) throws IOException {
    CSVPrinter printer = new CSVPrinter(target, FORMAT);
    printer.printRecord(COLUMNS);
    for (Figure figure : report.figures().stream().sorted(ROWS).toList()) {
      switch (figure.unit()) {
        case CHI_SQUARE -> writeTest(printer, report.edition(), figure);
        case HAZARD_RATIO -> writeRatio(printer, report.edition(), figure);
        case VERDICT -> writeSignal(printer, report.edition(), figure);
        default ->
            row(printer, report.edition(), figure, "", figure.unit(), Numbers.of(figure.result()));
      }
    }
    printer.flush();
  }

  /** Three rows, also where the test is hidden or could not be computed: the shape stays. */
  private static void writeTest(CSVPrinter printer, int edition, Figure figure) throws IOException {
    Numbers first = Numbers.of(figure.result());
    Numbers degrees = first;
    Numbers p = first;
    if (figure.result() instanceof Result.Comparison test) {
      degrees = Numbers.single(test.degreesOfFreedom());
      p = Numbers.single(test.p());
    }
    row(printer, edition, figure, "", Unit.CHI_SQUARE, first);
    row(printer, edition, figure, "_df", Unit.DEGREES_OF_FREEDOM, degrees);
    row(printer, edition, figure, "_p", Unit.P_VALUE, p);
  }

  /** Two rows: the ratio, and the p-value of the test that it is 1. */
  private static void writeRatio(CSVPrinter printer, int edition, Figure figure)
      throws IOException {
    Numbers first = Numbers.of(figure.result());
    Numbers p = figure.result() instanceof Result.Ratio r ? Numbers.single(r.p()) : first;
    row(printer, edition, figure, "", Unit.HAZARD_RATIO, first);
    row(printer, edition, figure, "_p", Unit.P_VALUE, p);
  }

  /** Two rows: the verdict, and the centre with the limits of usual variation. */
  private static void writeSignal(CSVPrinter printer, int edition, Figure figure)
      throws IOException {
    Numbers first = Numbers.of(figure.result());
    Numbers limits = figure.result() instanceof Result.Signal s ? Numbers.limits(s) : first;
    row(printer, edition, figure, "", Unit.VERDICT, first);
    row(printer, edition, figure, "_centre", Unit.SHARE, limits);
  }

  private static void row(
      CSVPrinter printer, int edition, Figure figure, String suffix, Unit unit, Numbers numbers)
      throws IOException {
    Slice slice = figure.slice();
    printer.printRecord(
        figure.month(),
        edition,
        figure.cut(),
        figure.measure() + suffix,
        figure.version(),
        figure.at().isPresent() ? Integer.toString(figure.at().getAsInt()) : "",
        slice.tier(),
        slice.family(),
        slice.site(),
        slice.group(),
        slice.level(),
        figure.rule(),
        numbers.value(),
        numbers.low(),
        numbers.high(),
        numbers.boundLow(),
        numbers.boundHigh(),
        numbers.numerator(),
        numbers.denominator(),
        unit.code(),
        numbers.suppressed());
  }
}
