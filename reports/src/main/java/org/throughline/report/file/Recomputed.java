package org.throughline.report.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Slice;

/**
 * A published file of rows beside the same rows computed anew.
 *
 * @param rows published rows that were compared
 * @param ofOtherVersions rows that were not, since their measure's definition has changed
 * @param added rows that were computed now and are not published
 * @param differences one line for each row that differs, and for each published row that was not
 *     computed
 */
public record Recomputed(
    long rows, long ofOtherVersions, List<String> added, List<String> differences) {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final List<String> FIGURE_KEYS =
      List.of("month", "measure", "at", "tier", "family", "site", "group", "level", "rule");
  private static final List<String> CURVE_KEYS =
      List.of("month", "measure", "tier", "family", "site", "day");

  public Recomputed {
    added = List.copyOf(added);
    differences = List.copyOf(differences);
  }

  /** {@code figures.csv} of a month's folder. */
  public static Recomputed figures(MonthReport report, Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    FiguresCsv.write(report, text);
    return compare(folder.resolve("figures.csv"), text.toString(), FIGURE_KEYS);
  }

  /** {@code curves.csv} of a month's folder. */
  public static Recomputed curves(MonthReport report, Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    CurvesCsv.write(report, text);
    return compare(folder.resolve("curves.csv"), text.toString(), CURVE_KEYS);
  }

  private static Recomputed compare(Path file, String now, List<String> keys) throws IOException {
    Map<List<String>, Map<String, String>> published;
    try {
      published = rows(Files.readString(file, StandardCharsets.UTF_8), keys);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return new Recomputed(
          0, 0, List.of(), List.of(file.getFileName() + " cannot be read: " + e.getMessage()));
    }
    Map<List<String>, Map<String, String>> computed = rows(now, keys);
    long compared = 0;
    long otherVersions = 0;
    List<String> differences = new ArrayList<>();
    for (Map.Entry<List<String>, Map<String, String>> row : published.entrySet()) {
      Map<String, String> mine = computed.remove(row.getKey());
      String name = file.getFileName() + ": " + name(keys, row.getKey());
      if (mine == null) {
        compared++;
        differences.add(name + " is published, but was not found again");
      } else if (!mine.getOrDefault("version", "").equals(row.getValue().get("version"))) {
        otherVersions++;
      } else {
        compared++;
        String cells = cells(row.getValue(), mine);
        if (!cells.isEmpty()) {
          differences.add(name + ": " + cells);
        }
      }
    }
    List<String> added =
        computed.keySet().stream()
            .map(key -> file.getFileName() + ": " + name(keys, key) + " is not published")
            .toList();
    return new Recomputed(compared, otherVersions, added, differences);
  }

  private static Map<List<String>, Map<String, String>> rows(String text, List<String> keys)
      throws IOException {
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    try (CSVParser parser = CSVParser.parse(text, CSV)) {
      for (CSVRecord record : parser) {
        rows.put(keys.stream().map(record::get).toList(), record.toMap());
      }
    }
    return rows;
  }

  private static String cells(Map<String, String> published, Map<String, String> computed) {
    return published.entrySet().stream()
        .filter(cell -> computed.containsKey(cell.getKey()))
        .filter(cell -> !cell.getValue().equals(computed.get(cell.getKey())))
        .map(
            cell ->
                cell.getKey()
                    + " "
                    + shown(cell.getValue())
                    + " published, "
                    + shown(computed.getOrDefault(cell.getKey(), ""))
                    + " recomputed")
        .collect(Collectors.joining("; "));
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "empty" : cell;
  }

  private static String name(List<String> keys, List<String> values) {
    List<String> parts = new ArrayList<>();
    String measure = values.get(keys.indexOf("measure"));
    for (int k = 0; k < keys.size(); k++) {
      String value = values.get(k);
      if (!keys.get(k).equals("measure") && !value.isEmpty() && !value.equals(Slice.ALL)) {
        parts.add(keys.get(k) + " " + value);
      }
    }
    return measure + (parts.isEmpty() ? "" : ", " + String.join(", ", parts));
  }
}
