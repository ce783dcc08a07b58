package org.throughline.feed;

import static org.throughline.feed.Column.Need.OPTIONAL;
import static org.throughline.feed.Column.Need.REQUIRED;

import java.util.List;
import org.throughline.feed.Column.Kind;

/** The five feeds that a program hands over, with their columns in canonical order, key first. */
public enum Feed {
  EPISODES(
      "episodes",
      Column.key("episode_id", Kind.ROW_KEY),
      Column.key("client_id", Kind.CLIENT_KEY),
      Column.of("site", Kind.SITE, REQUIRED),
      Column.of("admitted_on", Kind.DATE, REQUIRED),
      Column.of("discharged_on", Kind.DATE, OPTIONAL),
      Column.codes(
          "discharge_reason",
          OPTIONAL,
          "completed",
          "transferred",
          "left",
          "administrative",
          "incarcerated",
          "deceased",
          "other"),
      Column.of("tier", Kind.TIER, REQUIRED),
      Column.codes(
          "prior_care",
          OPTIONAL,
          "residential",
          "hospital",
          "intensive_outpatient",
          "detox",
          "none"),
      Column.codes(
          "age_group",
          OPTIONAL,
          "12-17",
          "18-24",
          "25-34",
          "35-44",
          "45-54",
          "55-64",
          "65+",
          "55+"),
      Column.codes("sex", OPTIONAL, "F", "M", "other"),
      Column.codes(
          "primary_substance",
          OPTIONAL,
          "alcohol",
          "opioid",
          "stimulant",
          "cannabis",
          "sedative",
          "other"),
      Column.of("medication", Kind.YES_NO, OPTIONAL),
      Column.codes("daily_role", OPTIONAL, "employed", "student", "caregiver", "several", "none")),

  PLACEMENTS(
      "placements",
      Column.key("placement_id", Kind.ROW_KEY),
      Column.key("episode_id", Kind.EPISODE_KEY),
      Column.of("tier", Kind.TIER, REQUIRED),
      Column.of("from_on", Kind.DATE, REQUIRED),
      Column.of("to_on", Kind.DATE, OPTIONAL)),

  ATTENDANCE(
      "attendance",
      Column.key("session_id", Kind.ROW_KEY),
      Column.key("episode_id", Kind.EPISODE_KEY),
      Column.of("scheduled_on", Kind.DATE, REQUIRED),
      Column.codes(
          "service",
          REQUIRED,
          "individual",
          "group",
          "family",
          "education",
          "medication",
          "peer",
          "case_management",
          "relapse_prevention",
          "unscheduled"),
      Column.codes(
          "status",
          REQUIRED,
          "attended",
          "no_show",
          "cancelled_by_client",
          "cancelled_by_program",
          "excused"),
      Column.number("minutes", 0, 1440),
      Column.codes("mode", OPTIONAL, "in_person", "telehealth"),
      Column.of("family_present", Kind.YES_NO, OPTIONAL)),

  CHECKINS(
      "checkins",
      Column.key("checkin_id", Kind.ROW_KEY),
      Column.key("episode_id", Kind.EPISODE_KEY),
      Column.of("checkin_on", Kind.DATE, REQUIRED),
      Column.codes("reported_use", OPTIONAL, "none", "used", "declined"),
      Column.codes("test_result", OPTIONAL, "negative", "positive", "refused", "invalid"),
      Column.of("role_kept", Kind.YES_NO, OPTIONAL),
      Column.number("craving", 0, 10)),

  RELAPSES(
      "relapses",
      Column.key("relapse_id", Kind.ROW_KEY),
      Column.key("episode_id", Kind.EPISODE_KEY),
      Column.of("started_on", Kind.DATE, REQUIRED),
      Column.of("ended_on", Kind.DATE, OPTIONAL),
      Column.codes("severity", REQUIRED, "lapse", "relapse"),
      Column.codes("source", OPTIONAL, "self_report", "test", "clinician", "family"));

  /** Optional in every feed: {@code yes} withdraws the row with that key. */
  public static final String ROW_DELETED = "row_deleted";

  private final String code;
  private final List<Column> columns;

  Feed(String code, Column... columns) {
    this.code = code;
    this.columns = List.of(columns);
  }

  /** The feed's name: the prefix of its files and the name of its table. */
  public String code() {
    return code;
  }

  /** Columns in canonical order; the first is the key. */
  public List<Column> columns() {
    return columns;
  }

  /** The position of a column by its canonical name. */
  public int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("feed " + code + " has no column " + column);
  }
}
