package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The published {@code figures.csv} files of a home.
 *
 * @param reports the folder of published months
 */
record PublishedFigures(Path reports) {
  private static final String FILE = "figures.csv";
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Dimensions that a figure can be grouped by. */
  static final List<String> DIMENSIONS = List.of("tier", "family", "site");

  /** Rows of several files under one header. */
  record Rows(List<String> header, List<CSVRecord> records) {}

  /** Months that are published, oldest first. */
  NavigableSet<YearMonth> months() throws IOException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    if (!Files.isDirectory(reports)) {
      return months;
    }
    try (Stream<Path> inside = Files.list(reports)) {
      for (Path folder : inside.filter(f -> Files.exists(f.resolve(FILE))).toList()) {
        month(folder).ifPresent(months::add);
      }
    }
    return months;
  }

  private static Optional<YearMonth> month(Path folder) {
    try {
      return Optional.of(YearMonth.parse(folder.getFileName().toString()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a hidden folder, or the earlier editions
    }
  }

  /** The rows that are of a month itself, of its latest edition, in the order of the file. */
  Rows of(YearMonth month) throws IOException {
    Path file = reports.resolve(month.toString()).resolve(FILE);
    try (Reader reader = Files.newBufferedReader(file, UTF_8);
        CSVParser parser = CSV.parse(reader)) {
      List<CSVRecord> records = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (record.get("month").equals(month.toString())) {
          records.add(record);
        }
      }
      return new Rows(parser.getHeaderNames(), records);
    }
  }

  /** Whether a row is grouped by exactly these dimensions. */
  static boolean isBy(CSVRecord record, Set<String> dimensions) {
    return record.get("group").isEmpty()
        && DIMENSIONS.stream().allMatch(d -> record.get(d).equals("all") != dimensions.contains(d));
  }
}
