package org.throughline.lake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.SparkSession;
import org.throughline.feed.Feed;
import org.throughline.figure.FileSummary;

/** A home's tables. For one thread of one process at a time. */
public final class Lake {
  /** Setting: the folder of raw lines that were rejected or held. */
  public static final String QUARANTINE = "spark.throughline.quarantine";

  private final String catalog;
  private final Quarantine quarantine;
  private final Map<LakeTable, Table> tables = new EnumMap<>(LakeTable.class);

  private Lake(String catalog, FileIO io, String quarantine) {
    this.catalog = catalog;
    this.quarantine = new Quarantine(io, quarantine);
  }

  /**
   * Opens the tables of a catalog; creates those that are absent, and takes away rows that no
   * ledger row names: what a run left behind that was stopped before its end.
   */
  public static Lake open(SparkSession spark, String catalog) {
    Catalog iceberg = Spark3Util.loadIcebergCatalog(spark, catalog);
    Map<LakeTable, Table> tables = new EnumMap<>(LakeTable.class);
    for (LakeTable table : LakeTable.values()) {
      TableIdentifier name = TableIdentifier.of(table.code());
      tables.put(
          table,
          iceberg.tableExists(name)
              ? extended(iceberg.loadTable(name), table.schema())
              : iceberg
                  .buildTable(name, table.schema())
                  .withPartitionSpec(PartitionSpec.unpartitioned())
                  .withProperties(table.properties())
                  .create());
    }
    FileIO io =
        SerializableTable.copyOf(Objects.requireNonNull(tables.get(LakeTable.DELIVERIES))).io();
    Lake lake = new Lake(catalog, io, spark.conf().get(QUARANTINE));
    lake.tables.putAll(tables);
    new Rollback(lake).run();
    Set<Integer> taken = new HashSet<>();
    lake.ledger().forEach(delivery -> taken.add(delivery.number()));
    lake.quarantine.keepOnly(taken::contains);
    return lake;
  }

  /** Adds optional columns that a table of an earlier version lacks. */
  private static Table extended(Table table, Schema schema) {
    List<Types.NestedField> missing =
        schema.columns().stream()
            .filter(column -> column.isOptional())
            .filter(column -> table.schema().findField(column.name()) == null)
            .toList();
    if (!missing.isEmpty()) {
      UpdateSchema update = table.updateSchema();
      missing.forEach(column -> update.addColumn(column.name(), column.type(), column.doc()));
      update.commit();
    }
    return table;
  }

  /** Raw lines that were rejected or held. */
  public Quarantine quarantine() {
    return quarantine;
  }

  /** A table, as it is now. */
  public Table table(LakeTable table) {
    Table found = tables.get(table);
    if (found == null) {
      throw new IllegalStateException("table " + table.code() + " is not open");
    }
    found.refresh();
    return found;
  }

  /** The table of a feed's rows, as it is now. */
  public Table table(Feed feed) {
    return table(LakeTable.of(feed));
  }

  /** The name by which Spark knows a table. */
  public String sparkName(LakeTable table) {
    return catalog + "." + table.code();
  }

  /** The ledger as it stands. */
  public Ledger readLedger() {
    return LedgerReader.read(table(LakeTable.DELIVERIES), table(LakeTable.SET_ASIDE));
  }

  /**
   * Takes deliveries: appends their data files and, last, their ledger rows.
   *
   * @param deliveries not committed yet; may be none
   * @param rows data files of accepted rows
   * @param rejects data files of rejected rows
   * @param answers rows set aside before that these deliveries answer by their ids
   */
  public void take(
      List<Delivery> deliveries,
      Map<Feed, List<DataFile>> rows,
      List<DataFile> rejects,
      List<Answer> answers) {
    if (deliveries.isEmpty()) {
      return;
    }
    Map<Feed, Long> snapshots = new EnumMap<>(Feed.class);
    for (Feed feed : Feed.values()) {
      snapshots.put(feed, append(table(feed), rows.getOrDefault(feed, List.of())));
    }
    long rejectsSnapshot = append(table(LakeTable.REJECTS), rejects);
    if (!answers.isEmpty()) {
      Answers.append(
          table(LakeTable.MENDED), answers, Map.of(Rollback.LEDGER_BEFORE, ledgerSnapshot()));
    }
    Table ledger = table(LakeTable.DELIVERIES);
    List<Record> records = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      long rowsSnapshot = snapshots.getOrDefault(delivery.feed(), Delivery.NOT_COMMITTED);
      records.add(
          LedgerRows.toRecord(delivery.committed(rowsSnapshot, rejectsSnapshot), ledger.schema()));
    }
    append(ledger, List.of(SmallTables.write(ledger, records)));
  }

  /** The ledger's current snapshot, or a word that is none where it has none. */
  String ledgerSnapshot() {
    Snapshot snapshot = table(LakeTable.DELIVERIES).currentSnapshot();
    return snapshot == null ? "none" : Long.toString(snapshot.snapshotId());
  }

  /**
   * Replaces all timelines, and the rows that are in none, with their counts. Timelines come last:
   * their snapshot says what was curated, and names the snapshots of the other two that belong to
   * it. Whatever a run leaves behind that is stopped before is taken away when the lake is opened.
   *
   * @param timelines data files, written and not committed
   * @param setAsideRows data files of rows set aside, written and not committed
   * @param setAside their counts by delivery
   * @param facts for the summary of the timelines' snapshot
   */
  public void curated(
      List<DataFile> timelines,
      List<DataFile> setAsideRows,
      Map<Integer, Ledger.SetAside> setAside,
      Map<String, String> facts) {
    Table rows = table(LakeTable.SET_ASIDE_ROWS);
    replace(rows, setAsideRows, Map.of());
    Table counts = table(LakeTable.SET_ASIDE);
    List<Record> records = SetAsideRows.toRecords(setAside, counts.schema());
    replace(
        counts,
        records.isEmpty() ? List.of() : List.of(SmallTables.write(counts, records)),
        Map.of());
    Map<String, String> all = new HashMap<>(facts);
    all.put(Rollback.ROWS_OF_TIMELINES, Long.toString(rows.currentSnapshot().snapshotId()));
    all.put(Rollback.COUNTS_OF_TIMELINES, Long.toString(counts.currentSnapshot().snapshotId()));
    replace(table(LakeTable.TIMELINES), timelines, all);
  }

  /**
   * Replaces rows of a published month.
   *
   * @param table figures or curves
   * @param rows one map of cells by column for each row
   */
  public void publish(
      LakeTable table, YearMonth month, int edition, List<Map<String, Object>> rows) {
    Table published = table(table);
    OverwriteFiles overwrite =
        published
            .newOverwrite()
            .overwriteByRowFilter(
                Expressions.and(
                    Expressions.equal("month", month.toString()),
                    Expressions.equal("edition", edition)));
    List<DataFile> files = new ArrayList<>();
    if (!rows.isEmpty()) {
      GenericRecord template = GenericRecord.create(published.schema());
      files.add(
          SmallTables.write(
              published, rows.stream().map(cells -> (Record) template.copy(cells)).toList()));
    }
    FileHashes.commit(published, hashes(published), files, overwrite).forEach(overwrite::addFile);
    overwrite.commit();
  }

  /**
   * Tags the current snapshot of a table; a tag of that name moves there.
   *
   * @return the snapshot
   * @throws IllegalStateException if the table is empty
   */
  public long tag(LakeTable table, String tag) {
    Snapshot snapshot = table(table).currentSnapshot();
    if (snapshot == null) {
      throw new IllegalStateException("table " + table.code() + " has nothing to pin");
    }
    tag(table, tag, snapshot.snapshotId());
    return snapshot.snapshotId();
  }

  /** Tags a snapshot of a table; a tag of that name moves there. */
  public void tag(LakeTable table, String tag, long snapshot) {
    Table tagged = table(table);
    if (tagged.refs().containsKey(tag)) {
      tagged.manageSnapshots().replaceTag(tag, snapshot).commit();
    } else {
      tagged.manageSnapshots().createTag(tag, snapshot).commit();
    }
  }

  /** Replaces all rows. What was there stays readable until old snapshots are let go of. */
  private static void replace(Table table, List<DataFile> files, Map<String, String> facts) {
    OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    FileHashes.commit(table, Map.of(), files, overwrite).forEach(overwrite::addFile);
    facts.forEach(overwrite::set);
    overwrite.commit();
  }

  private static Map<String, String> hashes(Table table) {
    return FileHashes.of(table, table.currentSnapshot());
  }

  /**
   * Lets go of snapshots that were replaced before a moment and that no tag names, and of files
   * that only they had.
   */
  public void expire(Instant replacedBefore) {
    tables.keySet().forEach(table -> Sweep.expire(table(table), replacedBefore));
  }

  /** Removes files that no snapshot names: what runs left behind that did not end well. */
  public void removeOrphans() {
    tables.keySet().forEach(table -> Sweep.removeOrphans(table(table)));
  }

  /** Appends files in one snapshot; without any, the snapshot stays what it is. */
  private static long append(Table table, List<DataFile> files) {
    if (!files.isEmpty()) {
      AppendFiles append = table.newAppend();
      FileHashes.commit(table, hashes(table), files, append).forEach(append::appendFile);
      append.commit();
    }
    return table.currentSnapshot().snapshotId();
  }

  /** Every file that was ever taken, in order of arrival. */
  public List<Delivery> ledger() {
    return readLedger().deliveries();
  }

  /** SHA-256 over the deliveries that count, independent of order and names. */
  public String dataIdentity() {
    return readLedger().dataIdentity();
  }

  /** What became of every file's rows, by now. */
  public List<FileSummary> summaries() {
    return readLedger().summaries();
  }
}
