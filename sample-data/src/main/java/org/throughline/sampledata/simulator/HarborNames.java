package org.throughline.sampledata.simulator;

import java.util.Map;

/** The column names and codes of the odd site; {@code profiles/harbor.yml} maps them back. */
final class HarborNames {

  static final Map<Feed, Map<String, String>> COLUMNS =
      Map.of(
          Feed.EPISODES,
          Map.ofEntries(
              Map.entry("episode_id", "Episode No"),
              Map.entry("client_id", "Patient No"),
              Map.entry("site", "Location"),
              Map.entry("admitted_on", "Admit Date"),
              Map.entry("discharged_on", "Discharge Date"),
              Map.entry("discharge_reason", "Discharge Reason"),
              Map.entry("tier", "Level of Care"),
              Map.entry("prior_care", "Stepped Down From"),
              Map.entry("age_group", "Age Band"),
              Map.entry("sex", "Gender"),
              Map.entry("primary_substance", "Drug of Choice"),
              Map.entry("medication", "MAT"),
              Map.entry("daily_role", "Occupation"),
              Map.entry("row_deleted", "Void")),
          Feed.PLACEMENTS,
          Map.of(
              "placement_id", "Placement No",
              "episode_id", "Episode No",
              "tier", "Level of Care",
              "from_on", "Start",
              "to_on", "End",
              "row_deleted", "Void"),
          Feed.ATTENDANCE,
          Map.of(
              "session_id", "Appt No",
              "episode_id", "Episode No",
              "scheduled_on", "Appt Date",
              "service", "Appt Type",
              "status", "Outcome",
              "minutes", "Mins",
              "mode", "Where",
              "family_present", "Family In Room",
              "row_deleted", "Void"),
          Feed.CHECKINS,
          Map.of(
              "checkin_id", "Check No",
              "episode_id", "Episode No",
              "checkin_on", "Check Date",
              "reported_use", "Self Report",
              "test_result", "UDS",
              "role_kept", "Work/School OK",
              "craving", "Craving 0-10",
              "row_deleted", "Void"),
          Feed.RELAPSES,
          Map.of(
              "relapse_id", "Event No",
              "episode_id", "Episode No",
              "started_on", "Use From",
              "ended_on", "Use To",
              "severity", "Kind",
              "source", "Told By",
              "row_deleted", "Void"));

  private static final Map<String, String> LEVELS =
      Map.of("OP", "Level 1", "IOP", "Level 2.1", "HIOP", "Level 2.5", "OTP", "Methadone clinic");

  private static final Map<String, String> YES_NO = Map.of("yes", "Y", "no", "N");

  static final Map<Feed, Map<String, Map<String, String>>> CODES =
      Map.of(
          Feed.EPISODES,
          Map.of(
              "tier", LEVELS,
              "discharge_reason",
                  Map.of(
                      "completed", "Successful",
                      "transferred", "Referred out",
                      // An en dash, which windows-1252 writes as the single byte 0x96.
                      "left", "Left – no contact",
                      "administrative", "Admin D/C",
                      "incarcerated", "Jail"),
              "prior_care",
                  Map.of(
                      "residential", "Résidence",
                      "hospital", "Inpatient",
                      "intensive_outpatient", "IOP elsewhere"),
              "sex", Map.of("F", "Female", "M", "Male"),
              "primary_substance", Map.of("alcohol", "ETOH", "stimulant", "Meth/cocaine"),
              "medication", YES_NO,
              "daily_role", Map.of("employed", "Working", "several", "More than one")),
          Feed.PLACEMENTS,
          Map.of("tier", LEVELS),
          Feed.ATTENDANCE,
          Map.of(
              "service",
                  Map.of(
                      "individual", "1:1",
                      "medication", "Med visit",
                      "unscheduled", "Walk-in",
                      "relapse_prevention", "RP"),
              "status",
                  Map.of(
                      "attended", "Kept",
                      "no_show", "NS",
                      "cancelled_by_client", "Cx client",
                      "cancelled_by_program", "Cx staff"),
              "mode", Map.of("in_person", "Office", "telehealth", "Video"),
              "family_present", YES_NO),
          Feed.CHECKINS,
          Map.of(
              "reported_use", Map.of("none", "Clean", "used", "Use", "declined", "Won't say"),
              "test_result", Map.of("negative", "NEG", "positive", "POS", "invalid", "Bad sample"),
              "role_kept", YES_NO),
          Feed.RELAPSES,
          Map.of(
              "severity", Map.of("lapse", "Slip"),
              "source", Map.of("self_report", "Patient", "test", "UDS")));

  private HarborNames() {}
}
