package org.throughline.report.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Restatement;
import org.throughline.figure.Result;
import org.throughline.report.page.Headline;

/**
 * Months as they were first published, to be told apart from what they read now. First editions are
 * kept for ever and never change, so a page that compares with them can be rendered again.
 */
final class FirstEditions {

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path reports;
  private final Map<YearMonth, Map<String, CSVRecord>> read = new HashMap<>();

  private FirstEditions(Path reports) {
    this.reports = reports;
  }

  /**
   * A report with its restatements: the headline figures of its months, whole program, that differ
   * from the first edition of their month.
   */
  static MonthReport compared(MonthReport report, Path reports) throws IOException {
    FirstEditions first = new FirstEditions(reports);
    List<Restatement> found = new ArrayList<>();
    for (Headline headline : Headline.values()) {
      for (Figure figure : report.series(headline.measure(), headline.at())) {
        boolean itself = figure.month().equals(report.month()) && report.edition() == 1;
        if (!itself) {
          first.compared(figure).ifPresent(found::add);
        }
      }
    }
    return report.withRestatements(found);
  }

  private Optional<Restatement> compared(Figure figure) throws IOException {
    CSVRecord row = rows(figure.month()).get(key(figure.measure(), figure.at()));
    if (row == null || row.get("value").isEmpty() || row.get("denominator").isEmpty()) {
      return Optional.empty();
    }
    double value;
    long of;
    if (figure.result() instanceof Result.AtDay day) {
      value = day.value();
      of = day.entered();
    } else if (figure.result() instanceof Result.Proportion share) {
      value = share.value();
      of = share.denominator();
    } else {
      return Optional.empty();
    }
    double first = Double.parseDouble(row.get("value"));
    long firstOf = Long.parseLong(row.get("denominator"));
    // Files hold ten digits.
    return Math.abs(first - value) < 1e-9 && firstOf == of
        ? Optional.empty()
        : Optional.of(
            new Restatement(
                figure.measure(), figure.at(), figure.month(), first, firstOf, value, of));
  }

  private static String key(String measure, OptionalInt at) {
    return measure + "/" + (at.isPresent() ? Integer.toString(at.getAsInt()) : "");
  }

  private Map<String, CSVRecord> rows(YearMonth month) throws IOException {
    Map<String, CSVRecord> known = read.get(month);
    if (known == null) {
      known = firstEdition(month);
      read.put(month, known);
    }
    return known;
  }

  /** The overall rows of a month's own figures in its first edition; none where there is none. */
  private Map<String, CSVRecord> firstEdition(YearMonth month) throws IOException {
    Path moved = reports.resolve("editions").resolve(month + ".1");
    Path folder = Files.isDirectory(moved) ? moved : reports.resolve(month.toString());
    if (!Files.exists(folder.resolve(PublicationJson.NAME))
        || PublicationJson.read(folder).edition() != 1) {
      return Map.of();
    }
    Map<String, CSVRecord> rows = new HashMap<>();
    try (Reader text =
            Files.newBufferedReader(folder.resolve("figures.csv"), StandardCharsets.UTF_8);
        CSVParser parser = CSV.parse(text)) {
      for (CSVRecord row : parser) {
        boolean overall =
            row.get("tier").equals("all")
                && row.get("family").equals("all")
                && row.get("site").equals("all")
                && row.get("group").isEmpty()
                && row.get("level").isEmpty();
        if (overall && row.get("month").equals(month.toString())) {
          rows.put(row.get("measure") + "/" + row.get("at"), row);
        }
      }
    }
    return rows;
  }
}
