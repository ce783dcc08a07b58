package org.throughline.sampledata.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A row read back from a delivered file, its cells under canonical names and codes. */
record DeliveredRow(Feed feed, Path file, Map<String, String> cells) {

  String cell(String column) {
    return cells.get(column);
  }

  String key() {
    return cells.get(feed.columns().get(0));
  }

  boolean withdrawn() {
    return cell(Feed.ROW_DELETED).equals("yes");
  }

  /** All feed files under a folder, in the order of month and name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.getFileName().toString().contains(".csv"))
          .sorted(
              (left, right) ->
                  (left.getParent().getFileName() + "/" + left.getFileName())
                      .compareTo(right.getParent().getFileName() + "/" + right.getFileName()))
          .toList();
    }
  }

  static List<DeliveredRow> read(Path folder, Feed feed) throws IOException {
    List<DeliveredRow> rows = new ArrayList<>();
    for (Path file : files(folder)) {
      if (file.getFileName().toString().startsWith(feed.label() + "-")) {
        rows.addAll(readFile(file, feed));
      }
    }
    return rows;
  }

  /** What stands in the end: the last row of each key, less those that were withdrawn. */
  static Map<String, DeliveredRow> standing(Path folder, Feed feed) throws IOException {
    Map<String, DeliveredRow> standing = new LinkedHashMap<>();
    for (DeliveredRow row : read(folder, feed)) {
      standing.put(row.key(), row);
    }
    standing.values().removeIf(DeliveredRow::withdrawn);
    return standing;
  }

  private static List<DeliveredRow> readFile(Path file, Feed feed) throws IOException {
    boolean harbor = file.toString().contains("harbor") && file.toString().contains("/harbor/");
    ShippedProfile profile = ShippedProfile.named(harbor ? "harbor" : "canonical");
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(profile.delimiter())
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    List<DeliveredRow> rows = new ArrayList<>();
    try (Reader reader = new InputStreamReader(open(file), profile.charset());
        CSVParser parser = format.parse(reader)) {
      for (CSVRecord record : parser) {
        rows.add(new DeliveredRow(feed, file, canonical(record, feed, profile)));
      }
    }
    return rows;
  }

  private static Map<String, String> canonical(
      CSVRecord record, Feed feed, ShippedProfile profile) {
    Map<String, String> names = profile.columns(feed.label());
    Map<String, String> cells = new HashMap<>();
    List<String> columns = new ArrayList<>(feed.columns());
    columns.add(Feed.ROW_DELETED);
    for (String column : columns) {
      String cell = record.get(names.getOrDefault(column, column));
      String read = profile.codes(feed.label(), column).getOrDefault(cell, cell);
      cells.put(column, feed.dates().contains(column) ? profile.date(read) : read);
    }
    if (!feed.unknownColumn().isEmpty()) {
      cells.put(feed.unknownColumn(), record.get(feed.unknownColumn()));
    }
    return cells;
  }

  static InputStream open(Path file) {
    try {
      InputStream in = Files.newInputStream(file);
      return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, unpacked. */
  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    }
  }
}
