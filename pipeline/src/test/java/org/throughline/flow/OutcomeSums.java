package org.throughline.flow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums over the table {@code episode_outcomes} as an analyst would make them: DuckDB on the views
 * that {@link TableViews} prints.
 */
final class OutcomeSums implements AutoCloseable {
  /** Overall, tier at admission, site. */
  static final String PLAIN = "(), (tier), (site)";

  /** The same, for what goes by the tier of the day. */
  static final String BY_SITE = "(), (site)";

  private final Connection duck;

  OutcomeSums(Path lakeFolder, YearMonth month) throws SQLException {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 1");
      for (String view :
          new TableViews(lakeFolder, SqlDialect.DUCKDB).now(TestHome.allFiles(lakeFolder))) {
        sql.execute(view);
      }
      sql.execute(
          """
          CREATE VIEW told AS SELECT *,
            admitted_on + exit_known_day >= DATE '%s' AS exit_of_month,
            CASE landmark_contact_days WHEN 0 THEN 'none' WHEN 1 THEN 'some' ELSE 'regular' END
              AS contact_group,
            left(sobriety_word, (days_in_care + 6) // 7) AS weeks_in_care
          FROM episode_outcomes"""
              .formatted(month.atDay(1)));
    }
  }

  /** The one number that a query gives. */
  long number(String query) throws SQLException {
    try (Statement sql = duck.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * "above of below" by "tier family site", where there is anything below. The full grouping only
   * makes all three columns groupable, and is left out.
   */
  Map<String, String> shares(String above, String below, String where, String groups)
      throws SQLException {
    return sums(
        "coalesce(%s, 0) || ' of ' || %s".formatted(above, below), below + " > 0", where, groups);
  }

  /** The same of landmark groups of family involvement. */
  Map<String, String> landmark(String above, String below, String where) throws SQLException {
    return shares(above, below, where, "(family), (tier, family)");
  }

  private Map<String, String> sums(String what, String having, String where, String groups)
      throws SQLException {
    Map<String, String> sums = new TreeMap<>();
    try (Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                """
                SELECT coalesce(tier, 'all') || ' ' || coalesce(family, 'all') || ' '
                    || coalesce(site, 'all'), %s
                FROM (SELECT *, contact_group AS family FROM told WHERE %s)
                GROUP BY GROUPING SETS ((tier, family, site), %s)
                HAVING grouping(tier) + grouping(family) + grouping(site) > 0 AND %s"""
                    .formatted(what, where, groups, having))) {
      while (rows.next()) {
        sums.put(rows.getString(1), rows.getString(2));
      }
    }
    return sums;
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }
}
