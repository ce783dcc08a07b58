package org.throughline.flow;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.KeptFile;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;

/**
 * SQL that makes views over a lake's Parquet files: one for each table, and one of the current rows
 * of each table of a feed. Iceberg's catalog in a folder has no views of its own.
 *
 * <p>Current rows are those that stand in timelines: of each key the row of the latest delivery,
 * unless it withdraws the key, or was set aside (held, or against a cross-feed rule).
 */
public final class TableViews {
  /** Deliveries that count, a greater number superseding a smaller one. */
  private static final String STANDING = "standing_deliveries";

  private static final String CURRENT = "_current";

  private final LakeReader lake;
  private final SqlDialect dialect;

  public TableViews(Path lakeFolder, SqlDialect dialect) {
    lake = new LakeReader(lakeFolder);
    this.dialect = dialect;
  }

  /**
   * Views of the tables as they are now, current rows as of the last curation.
   *
   * @param files of all tables
   * @return statements with their comments, in an order in which they can be run
   */
  public List<String> now(List<KeptFile> files) {
    Optional<Snapshot> timelines = lake.table(LakeTable.TIMELINES).map(Table::currentSnapshot);
    int through =
        timelines
            .map(at -> at.summary().getOrDefault(Curated.THROUGH_KEY, "0"))
            .map(Integer::parseInt)
            .orElse(0);
    List<String> statements = tables(files);
    statements.addAll(current(through));
    return statements;
  }

  /**
   * Views of the tables as a publication pinned them.
   *
   * @param files that it pinned
   * @param through number of the last delivery that it took in
   */
  public List<String> at(YearMonth month, int edition, List<KeptFile> files, int through) {
    List<String> statements = tables(files);
    if (lake.tagged(LakeTable.SET_ASIDE_ROWS, PublishedTables.tag(month, edition)).isPresent()) {
      statements.addAll(current(through));
    } else {
      statements.add(
          "-- No views of current rows: this publication was made before rows set aside were"
              + " pinned.");
    }
    return statements;
  }

  private List<String> tables(List<KeptFile> files) {
    Map<LakeTable, List<String>> byTable =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    KeptFile::table, Collectors.mapping(KeptFile::path, Collectors.toList())));
    List<String> statements = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      List<String> of = byTable.getOrDefault(table, List.of());
      schema(table)
          .map(
              schema -> of.isEmpty() ? empty(table.code(), schema) : dialect.over(table.code(), of))
          .ifPresent(statements::add);
    }
    return statements;
  }

  private Optional<Schema> schema(LakeTable table) {
    return lake.table(table).map(Table::schema);
  }

  private String empty(String view, Schema schema) {
    return schema.columns().stream()
        .map(column -> "CAST(NULL AS " + dialect.type(column.type()) + ") AS " + name(column))
        .collect(
            Collectors.joining(
                ", ", dialect.begin(view) + "SELECT * FROM (SELECT ", ") AS t WHERE 1 = 0;"));
  }

  private List<String> current(int through) {
    List<String> statements = new ArrayList<>();
    statements.add(standing(through));
    for (Feed feed : Feed.values()) {
      schema(LakeTable.of(feed)).ifPresent(schema -> statements.add(current(feed, schema)));
    }
    return statements;
  }

  private String standing(int through) {
    List<Delivery> taken =
        lake.ledger().deliveries().stream()
            .filter(delivery -> delivery.number() <= through)
            .toList();
    List<Delivery> inOrder = new Ledger(taken, Map.of()).byPrecedence();
    StringBuilder sql = new StringBuilder();
    sql.append("-- Deliveries that count, in the order in which their rows supersede each other:\n")
        .append("-- by as-of date, then by name of the file. See the table deliveries.\n")
        .append(dialect.begin(STANDING));
    if (inOrder.isEmpty()) {
      return sql + "SELECT * FROM (SELECT 0 AS delivery, 0 AS precedence) AS t WHERE 1 = 0;";
    }
    sql.append("SELECT * FROM (VALUES\n");
    for (int rank = 0; rank < inOrder.size(); rank++) {
      sql.append("  (").append(inOrder.get(rank).number()).append(", ").append(rank).append(')');
      sql.append(rank + 1 < inOrder.size() ? ",\n" : "\n");
    }
    return sql.append(") AS t(delivery, precedence);").toString();
  }

  private String current(Feed feed, Schema schema) {
    String columns =
        schema.columns().stream()
            .filter(column -> !column.name().equals(Feed.ROW_DELETED))
            .map(column -> "v." + name(column))
            .collect(Collectors.joining(", "));
    return """
        -- Current rows of %1$s: of each key the row of the delivery with the highest precedence
        -- (in one file the last line), unless it withdraws the key. Rows that were set aside are
        -- left out, as they are in no timeline and in no figure: see set_aside_rows.
        %2$sSELECT %3$s
        FROM (
          SELECT r.*, row_number() OVER (
              PARTITION BY r.%4$s ORDER BY d.precedence DESC, r.line DESC) AS latest
          FROM %5$s AS r JOIN %6$s AS d ON r.delivery = d.delivery
        ) AS v
        WHERE v.latest = 1 AND NOT v.row_deleted AND NOT EXISTS (
          SELECT 1 FROM %7$s AS s WHERE s.delivery = v.delivery AND s.line = v.line);"""
        .formatted(
            feed.code(),
            dialect.begin(feed.code() + CURRENT),
            columns,
            name(schema.columns().get(0)),
            dialect.name(feed.code()),
            dialect.name(STANDING),
            dialect.name(LakeTable.SET_ASIDE_ROWS.code()));
  }

  private String name(Types.NestedField column) {
    return dialect.name(column.name());
  }
}
