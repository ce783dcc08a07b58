package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.throughline.episode.Tiers;
import org.throughline.feed.MendColumns;
import org.throughline.lake.QuarantineHeader;

/**
 * A CSV file of rows of one source and feed that are to be mended: UTF-8 with a byte-order mark,
 * which spreadsheets and receiving both understand, and Windows line ends. Columns are those of the
 * source's files, the latest file's first; cells stand as they were delivered, so that they can be
 * received again.
 */
final class MendSheet implements Closeable {
  private static final String FORMULA = "=+-@\t\r";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;
  private final List<String> columns;
  private long rows;
  private long formulas;

  /** Columns of several files under one roof, each with the name under which it is written. */
  static final class Columns {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Adds the columns of a file; names that came before stand. */
    void add(QuarantineHeader header) {
      for (int field = 0; field < header.names().size(); field++) {
        if (isOfTheSource(header, field)) {
          names.putIfAbsent(key(header, field), header.names().get(field).strip());
        }
      }
    }
  }

  private static boolean isOfTheSource(QuarantineHeader header, int field) {
    String name = header.names().get(field);
    return !name.isBlank() && !MendColumns.isOne(name);
  }

  /** A column of the feed is the same whatever it is called; others go by their names. */
  private static String key(QuarantineHeader header, int field) {
    int column = header.positions().indexOf(field);
    return column < 0 ? Tiers.normal(header.names().get(field)) : "column " + column;
  }

  MendSheet(OutputStream out, Columns columns) throws IOException {
    this.columns = List.copyOf(columns.names.keySet());
    OutputStreamWriter writer = new OutputStreamWriter(out, UTF_8);
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
    List<String> header =
        new ArrayList<>(
            List.of(MendColumns.REJECT, MendColumns.REASON, MendColumns.FILE, MendColumns.LINE));
    header.addAll(columns.names.values());
    header.add(MendColumns.RAW);
    printer.printRecord(header);
  }

  /**
   * What stands beside a row.
   *
   * @param id names the row
   * @param reason why it was set aside
   * @param file that it came with
   * @param line its line there
   */
  record Margin(String id, String reason, String file, long line) {}

  /** Writes a row; one that cannot be split goes whole into the last column. */
  void write(Margin margin, QuarantineHeader header, String text) throws IOException {
    List<String> record =
        new ArrayList<>(
            List.of(
                margin.id(),
                margin.reason(),
                harmless(margin.file()),
                Long.toString(margin.line())));
    Optional<String[]> values = split(header, text);
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    String raw = values.isPresent() ? "" : text;
    for (int field = 0; values.isPresent() && field < values.get().length; field++) {
      String value = values.get()[field];
      if (isOfTheSource(header, field)) {
        cells[columns.indexOf(key(header, field))] = value;
        formulas += startsFormula(value) ? 1 : 0;
      } else if (Tiers.normal(header.names().get(field)).equals(Tiers.normal(MendColumns.RAW))) {
        raw = value;
      }
    }
    record.addAll(Arrays.asList(cells));
    record.add(harmless(raw));
    printer.printRecord(record);
    rows++;
  }

  private static Optional<String[]> split(QuarantineHeader header, String text) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(header.delimiter())
            .setQuote(header.quote().isEmpty() ? null : (Character) header.quote().charAt(0))
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 && records.get(0).size() == header.names().size()
          ? Optional.of(records.get(0).values())
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty(); // torn
    }
  }

  /**
   * For cells that are not received again: a spreadsheet takes what follows an apostrophe as text.
   */
  private static String harmless(String value) {
    return startsFormula(value) ? "'" + value : value;
  }

  private static boolean startsFormula(String value) {
    return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
  }

  long rows() {
    return rows;
  }

  /** Cells that a spreadsheet might take for formulas. */
  long formulas() {
    return formulas;
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
