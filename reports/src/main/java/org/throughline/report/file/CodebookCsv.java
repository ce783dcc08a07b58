package org.throughline.report.file;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MonthReport;
import org.throughline.report.page.WorkedFigures;

/** {@code codebook.csv}: what each measure of {@code figures.csv} means, one row each. */
public final class CodebookCsv {

  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "measure",
          "version",
          "kind",
          "label",
          "population",
          "numerator",
          "denominator",
          "unit",
          "interval",
          "better",
          "groups",
          "why",
          "source",
          "example");

  private CodebookCsv() {}

  /**
   * Writes the file's text.
   *
   * @throws IOException if the target cannot be written
   */
  public static void write(MonthReport report, Appendable target) throws IOException {
    CSVPrinter printer = new CSVPrinter(target, FiguresCsv.FORMAT);
    printer.printRecord(COLUMNS);
    for (CodebookEntry entry : report.codebook()) {
      Definition definition = entry.definition();
      printer.printRecord(
          definition.id(),
          definition.version(),
          definition.group().code(),
          definition.label().replace("{at}", "N"),
          definition.population().code(),
          definition.numerator(),
          definition.denominator(),
          definition.unit().code(),
          definition.interval(),
          better(definition.direction()),
          entry.groups(),
          definition.why(),
          definition.source(),
          WorkedFigures.of(entry));
    }
    printer.flush();
  }

  private static String better(Direction direction) {
    return switch (direction) {
      case UP_IS_BETTER -> "up";
      case DOWN_IS_BETTER -> "down";
      case NEITHER -> "neither";
    };
  }
}
