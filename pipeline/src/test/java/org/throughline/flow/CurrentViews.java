package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.feed.Column;
import org.throughline.feed.Feed;

/** Runs the SQL of {@link TableViews} and compares the views with what {@link Oracle} finds. */
final class CurrentViews {
  private CurrentViews() {}

  /** Every view of current rows, by both engines, cell by cell. */
  static void assertThatTheyHold(TestHome home, Oracle oracle) {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      for (String view : statements(home, SqlDialect.DUCKDB)) {
        sql.execute(view);
      }
      for (Feed feed : Feed.values()) {
        assertThat(rows(sql, query(feed, "VARCHAR")))
            .as(feed + " in DuckDB")
            .isEqualTo(oracle.currentRows(feed));
      }
      for (String view : statements(home, SqlDialect.SPARK)) {
        home.spark.sql(view.substring(0, view.length() - 1));
      }
      for (Feed feed : Feed.values()) {
        assertThat(home.spark.sql(query(feed, "STRING")).collectAsList())
            .extracting(row -> row.getString(0))
            .as(feed + " in Spark")
            .isEqualTo(oracle.currentRows(feed));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> statements(TestHome home, SqlDialect dialect) {
    return new TableViews(home.lakeFolder, dialect).now(TestHome.allFiles(home.lakeFolder));
  }

  /** One text a row, as {@link Oracle#currentRows} gives them. */
  private static String query(Feed feed, String text) {
    String cells =
        feed.columns().stream()
            .map(Column::name)
            .map(name -> name.replaceFirst("_id$", "_key"))
            .map(name -> "coalesce(CAST(c." + name + " AS " + text + "), '')")
            .collect(Collectors.joining(", "));
    return "SELECT concat_ws('|', "
        + cells
        + ", concat(substr(CAST(d.as_of AS "
        + text
        + "), 1, 7), '/', d.file_name), CAST(c.line AS "
        + text
        + ")) AS told FROM "
        + feed.code()
        + "_current AS c JOIN deliveries AS d ON c.delivery = d.delivery ORDER BY told";
  }

  private static List<String> rows(Statement sql, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
