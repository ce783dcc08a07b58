package org.throughline.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The rows that are set aside and wait for somebody: those that parsing refused, and those that the
 * last curation held or rejected; less those that a later row answers, and those of deliveries that
 * no longer count.
 */
public final class OpenRows {
  /** The pseudonym of a row whose key cannot be read. */
  public static final long NO_KEY = 0;

  private static final int ATTEMPTS = 3;

  private OpenRows() {}

  /** What sets a row aside. */
  public enum Status {
    /** Refused by parsing, or by a cross-feed rule. */
    REJECTED,
    /** Its episode is not known yet. */
    HELD
  }

  /** When a row was found to be one that is set aside. */
  public enum Stage {
    /** While its file was parsed: it is in no table of rows. */
    PARSED,
    /** When it was put beside the roster: it is tried again at each run. */
    CURATED
  }

  /**
   * A row that is set aside.
   *
   * @param delivery with which it came
   * @param line on which it begins
   * @param key keyed pseudonym, or {@link #NO_KEY}
   * @param stage that found it
   * @param status that it has
   * @param column canonical name; empty where the row as a whole is at fault
   * @param reason short, the same for all rows with this fault
   * @param detail what to do, with the value where it is a code, date or number; may be empty
   */
  public record Row(
      int delivery,
      long line,
      long key,
      Stage stage,
      Status status,
      String column,
      String reason,
      String detail) {}

  /**
   * Reads a lake without Spark, also while a job runs.
   *
   * @param collector made anew where a running job replaces what is being read
   */
  public static <C extends Consumer<Row>> C collect(
      Path lakeFolder, Ledger ledger, Supplier<C> collector) {
    Configuration configuration = new Configuration();
    configuration.set(LocalFiles.SETTING, LocalFiles.class.getName());
    HadoopTables tables = new HadoopTables(configuration);
    for (int attempt = 1; ; attempt++) {
      C collected = collector.get();
      try {
        forEach(
            table -> {
              Path folder = lakeFolder.resolve(table.code());
              return Files.isDirectory(folder.resolve("metadata"))
                  ? Optional.of(tables.load(folder.toAbsolutePath().toString()))
                  : Optional.empty();
            },
            ledger,
            collected);
        return collected;
      } catch (NotFoundException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Reads an open lake. */
  public static void forEach(Lake lake, Ledger ledger, Consumer<Row> rows) {
    forEach(table -> Optional.of(lake.table(table)), ledger, rows);
  }

  private static void forEach(
      Function<LakeTable, Optional<Table>> tables, Ledger ledger, Consumer<Row> rows) {
    Set<Integer> standing = new HashSet<>();
    ledger.standing().forEach(delivery -> standing.add(delivery.number()));
    Set<QuarantineKey.Reject> answered = new HashSet<>();
    read(
        tables.apply(LakeTable.MENDED),
        row -> {
          if (standing.contains(LedgerRows.value(row, "delivery", Integer.class))) {
            answered.add(
                new QuarantineKey.Reject(
                    LedgerRows.value(row, "rejected_delivery", Integer.class),
                    LedgerRows.number(row, "rejected_line")));
          }
        });
    Consumer<Row> open =
        row -> {
          if (standing.contains(row.delivery())
              && !answered.contains(new QuarantineKey.Reject(row.delivery(), row.line()))) {
            rows.accept(row);
          }
        };
    read(
        tables.apply(LakeTable.REJECTS),
        row ->
            open.accept(row(row, Stage.PARSED, Status.REJECTED, LedgerRows.text(row, "detail"))));
    read(
        tables.apply(LakeTable.SET_ASIDE_ROWS),
        row -> {
          boolean held = LedgerRows.text(row, "status").equals(SetAsideRows.HELD);
          open.accept(row(row, Stage.CURATED, held ? Status.HELD : Status.REJECTED, ""));
        });
  }

  private static Row row(Record row, Stage stage, Status status, String detail) {
    return new Row(
        LedgerRows.value(row, "delivery", Integer.class),
        LedgerRows.number(row, "line"),
        row.getField("row_key") instanceof Long key ? key : NO_KEY,
        stage,
        status,
        Objects.toString(row.getField("column"), ""),
        LedgerRows.text(row, "reason"),
        detail);
  }

  private static void read(Optional<Table> table, Consumer<Record> rows) {
    if (table.isEmpty() || table.get().currentSnapshot() == null) {
      return;
    }
    try (CloseableIterable<Record> read = IcebergGenerics.read(table.get()).build()) {
      read.forEach(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("table " + table.get().name() + " cannot be read", e);
    }
  }

  /** The numbers of the deliveries that have open rows. */
  public static Set<Integer> deliveries(Lake lake, Ledger ledger) {
    Set<Integer> deliveries = new HashSet<>();
    forEach(lake, ledger, row -> deliveries.add(row.delivery()));
    return deliveries;
  }

  /** Whether parsing ever refused a row. */
  public static boolean anyRefused(Ledger ledger) {
    return ledger.deliveries().stream().anyMatch(delivery -> delivery.rejected() > 0);
  }
}
