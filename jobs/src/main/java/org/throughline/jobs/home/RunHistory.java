package org.throughline.jobs.home;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Past runs, read from the job repository without starting it. */
public final class RunHistory {
  private static final String RUNS =
      "select e.JOB_EXECUTION_ID, e.START_TIME, e.END_TIME, e.STATUS,"
          + " (select PARAMETER_VALUE from BATCH_JOB_EXECUTION_PARAMS p"
          + " where p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and p.PARAMETER_NAME = 'month'),"
          + " (select STEP_NAME from BATCH_STEP_EXECUTION s"
          + " where s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID"
          + " order by s.STEP_EXECUTION_ID desc limit 1)"
          + " from BATCH_JOB_EXECUTION e order by e.JOB_EXECUTION_ID desc limit ?";

  /**
   * One start of a month's job.
   *
   * @param month the reporting month
   * @param started in the machine's own time
   * @param ended empty where it never came to an end of its own
   * @param state COMPLETED, FAILED, STOPPED …
   * @param lastStep the last step that it came to
   */
  public record Run(
      String month,
      Optional<LocalDateTime> started,
      Optional<LocalDateTime> ended,
      String state,
      String lastStep) {
    /** How it ended, for people, once nobody works on the home: a killed run never told. */
    public String ending() {
      return switch (state) {
        case "STARTING", "STARTED", "STOPPING", "UNKNOWN" -> "broken off";
        default -> state.toLowerCase(Locale.ROOT);
      };
    }

    /** Whether a data check ended it, so that somebody must decide. */
    public boolean isStoppedByCheck() {
      return state.equals("FAILED") && lastStep.equals("check");
    }

    /** Whether it ended before its time. */
    public boolean isUnfinished() {
      return !state.equals("COMPLETED") && !state.equals("ABANDONED");
    }
  }

  private RunHistory() {}

  /**
   * The latest runs, newest first; none where nothing was run yet.
   *
   * @throws SQLException if the repository cannot be read: a run holds it while it works
   */
  public static List<Run> latest(Home home, int most) throws SQLException {
    if (!Files.exists(home.jobs().resolve("repository.mv.db"))) {
      return List.of();
    }
    String url =
        "jdbc:h2:file:" + home.jobs().resolve("repository") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    try (Connection connection = DriverManager.getConnection(url, "throughline", "");
        PreparedStatement query = connection.prepareStatement(RUNS)) {
      query.setInt(1, most);
      List<Run> runs = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          runs.add(
              new Run(
                  String.valueOf(rows.getString(5)),
                  time(rows.getTimestamp(2)),
                  time(rows.getTimestamp(3)),
                  String.valueOf(rows.getString(4)),
                  String.valueOf(rows.getString(6))));
        }
      }
      return runs;
    }
  }

  private static Optional<LocalDateTime> time(@Nullable Timestamp value) {
    return Optional.ofNullable(value).map(Timestamp::toLocalDateTime);
  }
}
