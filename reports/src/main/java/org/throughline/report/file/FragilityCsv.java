package org.throughline.report.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVPrinter;
import org.throughline.figure.Figure;
import org.throughline.figure.Fragility;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;

/**
 * {@code fragility.csv}: the headline figures of a month under each reading, overall and by tier;
 * whether tiers, and the latest month of the whole program, are judged otherwise than as published.
 * UTF-8, LF, a header. A hidden or missing figure keeps its row and has no number; numerators and
 * denominators are in {@code figures.csv} for the published reading alone, since those of several
 * readings could be taken from each other.
 */
public final class FragilityCsv {

  /** The columns, in order. */
  static final List<String> COLUMNS =
      List.of(
          "month",
          "edition",
          "cut",
          "measure",
          "version",
          "at",
          "tier",
          "reading",
          "words",
          "value",
          "ci_low",
          "ci_high",
          "suppressed",
          "tiers_judged_otherwise",
          "signal",
          "signal_judged_otherwise");

  private FragilityCsv() {}

  /**
   * Writes the file's text.
   *
   * @throws IOException if the target cannot be written
   */
  public static void write(MonthReport report, Appendable target) throws IOException {
    CSVPrinter printer = new CSVPrinter(target, FiguresCsv.FORMAT);
    printer.printRecord(COLUMNS);
    for (Fragility fragility : report.fragilities()) {
      List<Fragility.Reading> otherwise = fragility.otherVerdicts();
      List<Fragility.Reading> signals = fragility.otherSignals();
      for (Fragility.Reading reading : fragility.readings()) {
        for (Figure figure : reading.figures()) {
          Optional<Interval> interval = interval(figure.result());
          printer.printRecord(
              report.month(),
              report.edition(),
              report.cut(),
              fragility.measure(),
              fragility.version(),
              at(fragility.at()),
              figure.slice().tier(),
              reading.code(),
              reading.words(),
              reading.value(figure.slice()).map(Decimals::text).orElse(""),
              interval.map(i -> Decimals.text(i.low())).orElse(""),
              interval.map(i -> Decimals.text(i.high())).orElse(""),
              figure.result() instanceof Result.Suppressed hidden ? hidden.kind().code() : "",
              otherwise.contains(reading) ? "yes" : "no",
              figure.slice().isOverall() ? signal(reading) : "",
              figure.slice().isOverall() && reading.signal().isPresent()
                  ? signals.contains(reading) ? "yes" : "no"
                  : "");
        }
      }
    }
    printer.flush();
  }

  /** 1, −1 or 0, as in {@code figures.csv}; empty where there is none. */
  private static String signal(Fragility.Reading reading) {
    return reading.signal().map(s -> Integer.toString(s.verdict().code())).orElse("");
  }

  private static String at(OptionalInt at) {
    return at.isPresent() ? Integer.toString(at.getAsInt()) : "";
  }

  private static Optional<Interval> interval(Result result) {
    if (result instanceof Result.Proportion share) {
      return Optional.of(share.interval());
    }
    return result instanceof Result.AtDay share ? Optional.of(share.interval()) : Optional.empty();
  }
}
