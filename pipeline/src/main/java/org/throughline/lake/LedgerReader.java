package org.throughline.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Reads a lake's ledger without Spark, also while a job runs. */
public final class LedgerReader {
  private LedgerReader() {}

  /** The ledger; empty where the folder holds no lake yet. */
  public static Ledger read(Path lakeFolder) {
    return new LakeReader(lakeFolder).ledger();
  }

  static Ledger read(Table deliveries, Table setAside) {
    List<Delivery> taken = new ArrayList<>();
    for (Record row : rows(deliveries)) {
      taken.add(LedgerRows.fromRecord(row));
    }
    taken.sort(Comparator.comparingInt(Delivery::number));
    Map<Integer, Long> held = new HashMap<>();
    Map<Integer, Map<String, Long>> rejected = new HashMap<>();
    for (Record row : rows(setAside)) {
      int delivery = LedgerRows.value(row, "delivery", Integer.class);
      long count = LedgerRows.number(row, "row_count");
      if (LedgerRows.text(row, "status").equals(SetAsideRows.HELD)) {
        held.merge(delivery, count, Long::sum);
      } else {
        rejected
            .computeIfAbsent(delivery, any -> new TreeMap<>())
            .merge(LedgerRows.text(row, "reason"), count, Long::sum);
      }
    }
    Map<Integer, Ledger.SetAside> aside = new HashMap<>();
    for (Delivery delivery : taken) {
      aside.put(
          delivery.number(),
          new Ledger.SetAside(
              held.getOrDefault(delivery.number(), 0L),
              rejected.getOrDefault(delivery.number(), Map.of())));
    }
    return new Ledger(taken, aside);
  }

  private static List<Record> rows(Table table) {
    List<Record> rows = new ArrayList<>();
    if (table.currentSnapshot() == null) {
      return rows;
    }
    try (CloseableIterable<Record> read = IcebergGenerics.read(table).build()) {
      read.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException("table " + table.name() + " cannot be read", e);
    }
    return rows;
  }
}
