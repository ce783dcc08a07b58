package org.throughline.sampledata.simulator;

import java.util.List;
import java.util.Locale;

/** The five feeds with their canonical columns; the first column is the key. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Feed {
  EPISODES(
      List.of(
          "episode_id",
          "client_id",
          "site",
          "admitted_on",
          "discharged_on",
          "discharge_reason",
          "tier",
          "prior_care",
          "age_group",
          "sex",
          "primary_substance",
          "medication",
          "daily_role"),
      List.of("admitted_on", "discharged_on"),
      "client_name"),
  PLACEMENTS(
      List.of("placement_id", "episode_id", "tier", "from_on", "to_on"),
      List.of("from_on", "to_on"),
      ""),
  ATTENDANCE(
      List.of(
          "session_id",
          "episode_id",
          "scheduled_on",
          "service",
          "status",
          "minutes",
          "mode",
          "family_present"),
      List.of("scheduled_on"),
      "staff_note"),
  CHECKINS(
      List.of(
          "checkin_id",
          "episode_id",
          "checkin_on",
          "reported_use",
          "test_result",
          "role_kept",
          "craving"),
      List.of("checkin_on"),
      ""),
  RELAPSES(
      List.of("relapse_id", "episode_id", "started_on", "ended_on", "severity", "source"),
      List.of("started_on", "ended_on"),
      "");

  /** The column that withdraws a row, in every feed. */
  public static final String ROW_DELETED = "row_deleted";

  private final List<String> columns;
  private final List<String> dates;
  private final String unknownColumn;

  Feed(List<String> columns, List<String> dates, String unknownColumn) {
    this.columns = columns;
    this.dates = dates;
    this.unknownColumn = unknownColumn;
  }

  /** As in file names: {@code attendance}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The canonical columns, without {@link #ROW_DELETED}. */
  public List<String> columns() {
    return columns;
  }

  /** Those of the columns that hold dates. */
  public List<String> dates() {
    return dates;
  }

  /** A further column that the product does not know and must ignore; empty where there is none. */
  public String unknownColumn() {
    return unknownColumn;
  }

  int position(String column) {
    int position = columns.indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException(label() + " has no column " + column);
    }
    return position;
  }
}
