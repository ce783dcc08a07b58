package org.throughline.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** How figures are printed. */
enum FigureFormat {
  /** For reading: shares as percentages. */
  TABLE {
    @Override
    void print(List<String> header, List<CSVRecord> rows, Set<String> dimensions, PrintStream out) {
      List<String> head = new ArrayList<>(List.of("month", "measure", "at"));
      PublishedFigures.DIMENSIONS.stream().filter(dimensions::contains).forEach(head::add);
      head.addAll(List.of("value", "95 %", "bounds", "numerator", "denominator", "unit"));
      TextTable text = new TextTable(head.toArray(String[]::new));
      for (CSVRecord row : rows) {
        List<Object> cells =
            new ArrayList<>(List.of(row.get("month"), labelled(row), row.get("at")));
        PublishedFigures.DIMENSIONS.stream()
            .filter(dimensions::contains)
            .forEach(d -> cells.add(row.get(d)));
        String hidden = row.get("suppressed");
        String value = row.get("value").isEmpty() ? "–" : number(row, "value");
        cells.add(hidden.isEmpty() ? value : "hidden");
        cells.add(range(row, "ci_low", "ci_high"));
        cells.add(range(row, "bound_low", "bound_high"));
        cells.add(row.get("numerator"));
        cells.add(row.get("denominator"));
        cells.add(row.get("unit").equals("share") ? "%" : row.get("unit"));
        text.row(cells.toArray());
      }
      text.print(out);
    }
  },

  /** As published, under the published header. */
  CSV {
    @Override
    void print(List<String> header, List<CSVRecord> rows, Set<String> dimensions, PrintStream out)
        throws IOException {
      StringBuilder text = new StringBuilder();
      try (CSVPrinter printer =
          new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
        printer.printRecord(header);
        for (CSVRecord row : rows) {
          printer.printRecord(row.toList());
        }
      }
      out.print(text);
      out.flush();
    }
  },

  /** A list of objects; numbers are numbers, and what is empty is null. */
  JSON {
    @Override
    void print(List<String> header, List<CSVRecord> rows, Set<String> dimensions, PrintStream out)
        throws JsonProcessingException {
      ObjectMapper mapper = new ObjectMapper();
      List<String> lines = new ArrayList<>();
      for (CSVRecord row : rows) {
        ObjectNode node = mapper.createObjectNode();
        for (String column : header) {
          String cell = row.get(column);
          if (cell.isEmpty()) {
            node.putNull(column);
          } else if (NUMBERS.contains(column)) {
            node.put(column, new BigDecimal(cell));
          } else {
            node.put(column, cell);
          }
        }
        lines.add("  " + mapper.writeValueAsString(node));
      }
      out.println(lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n]");
    }
  };

  private static final Set<String> NUMBERS =
      Set.of(
          "edition",
          "version",
          "at",
          "value",
          "ci_low",
          "ci_high",
          "bound_low",
          "bound_high",
          "numerator",
          "denominator");

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract void print(
      List<String> header, List<CSVRecord> rows, Set<String> dimensions, PrintStream out)
      throws IOException;

  private static String labelled(CSVRecord row) {
    String level = row.get("level");
    return level.isEmpty() ? row.get("measure") : row.get("measure") + " (" + level + ")";
  }

  private static String range(CSVRecord row, String low, String high) {
    return row.get(low).isEmpty() ? "" : number(row, low) + " to " + number(row, high);
  }

  private static String number(CSVRecord row, String column) {
    String cell = row.get(column);
    if (cell.isEmpty()) {
      return "";
    }
    double value = Double.parseDouble(cell);
    if (row.get("unit").equals("share")) {
      return String.format(Locale.ROOT, "%.1f", value * 100);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e12
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
