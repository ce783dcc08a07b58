package org.throughline.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** What DuckDB takes for the same two steps, by two threads in this process. */
final class DuckRows implements AutoCloseable {
  private final Connection connection;
  private final Path rows;
  private final Path lists;

  DuckRows(Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    rows = folder.resolve("rows.parquet");
    lists = folder.resolve("lists.parquet");
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET threads = 2");
  }

  /** Files of check-ins to one of typed columns. */
  Object copy(List<Path> files) throws SQLException {
    String names =
        files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    run(
        """
        COPY (
          SELECT * FROM read_csv(%s, header = true, columns = {
            'checkin_id': 'VARCHAR', 'episode_id': 'VARCHAR', 'checkin_on': 'DATE',
            'reported_use': 'VARCHAR', 'test_result': 'VARCHAR', 'role_kept': 'VARCHAR',
            'craving': 'INTEGER', 'row_deleted': 'VARCHAR'})
        ) TO '%s' (FORMAT parquet, COMPRESSION zstd)
        """
            .formatted(names, rows));
    return rows.getFileName();
  }

  /** Rows to one list of packed check-ins an episode, in order of days. */
  Object list() throws SQLException {
    run(
        """
        COPY (
          SELECT episode_id, list(
              (checkin_on - DATE '1970-01-01') * 2048
                + CASE reported_use WHEN 'none' THEN 512 WHEN 'used' THEN 1024
                  WHEN 'declined' THEN 1536 ELSE 0 END
                + CASE test_result WHEN 'negative' THEN 64 WHEN 'positive' THEN 128
                  WHEN 'refused' THEN 192 WHEN 'invalid' THEN 256 ELSE 0 END
                + CASE role_kept WHEN 'no' THEN 16 WHEN 'yes' THEN 32 ELSE 0 END
                + coalesce(craving + 1, 0)
              ORDER BY checkin_on) AS checkins
          FROM read_parquet('%s') GROUP BY episode_id
        ) TO '%s' (FORMAT parquet, COMPRESSION zstd)
        """
            .formatted(rows, lists));
    return lists.getFileName();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
