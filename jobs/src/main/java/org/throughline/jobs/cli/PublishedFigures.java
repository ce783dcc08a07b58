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
  private static final String CODEBOOK = "codebook.csv";
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

  /** The codebook of a month's latest edition; no rows where it has none. */
  Rows codebook(YearMonth month) throws IOException {
    Path file = reports.resolve(month.toString()).resolve(CODEBOOK);
    if (!Files.exists(file)) {
      return new Rows(List.of(), List.of());
    }
    try (Reader reader = Files.newBufferedReader(file, UTF_8);
        CSVParser parser = CSV.parse(reader)) {
      return new Rows(parser.getHeaderNames(), parser.getRecords());
    }
  }

  /** What the rows are grouped by beside the dimensions: columns of the episodes feed, bands. */
  static NavigableSet<String> columns(List<CSVRecord> records) {
    NavigableSet<String> columns = new TreeSet<>();
    records.forEach(record -> columns.add(record.get("group")));
    columns.remove("");
    return columns;
  }

  /** Whether a row is grouped by exactly these dimensions, or by the one other column. */
  static boolean isBy(CSVRecord record, Set<String> dimensions) {
    Set<String> columns = new TreeSet<>(dimensions);
    columns.removeAll(DIMENSIONS);
    return columns.equals(record.get("group").isEmpty() ? Set.of() : Set.of(record.get("group")))
        && DIMENSIONS.stream().allMatch(d -> record.get(d).equals("all") != dimensions.contains(d));
  }
}
