package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {
  private static final String EPISODES =
      "episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier,sex,row_deleted\n";
  private static final String SESSIONS =
      "session_id,episode_id,scheduled_on,service,status,minutes,mode,family_present\n";
  private static final String CHECKINS =
      "checkin_id,episode_id,checkin_on,reported_use,test_result,role_kept,craving\n";
  private static final String RELAPSES =
      "relapse_id,episode_id,started_on,ended_on,severity,source\n";
  private static final String PLACEMENTS = "placement_id,episode_id,tier,from_on,to_on\n";

  private static int day(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  private static Collected episode(String row) throws IOException {
    return Collected.text(Feed.EPISODES, EPISODES + row + "\n");
  }

  private static void rejected(Collected file, String column, String reason, String detail) {
    Rejection rejection = file.onlyRejection();
    assertThat(rejection.column()).isEqualTo(column);
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
    assertThat(rejection.line()).isEqualTo(2);
    assertThat(file.read).isEqualTo(1);
  }

  @Test
  void aGoodEpisodeIsTypedAndPseudonymous() throws IOException {
    Collected file = episode("E1,C1, North ,2025-01-31,2025-03-01,Completed,i-op,f,no");
    assertThat(file.rejections).isEmpty();
    assertThat(file.cell(0, "admitted_on")).isEqualTo(day(2025, 1, 31));
    assertThat(file.cell(0, "discharged_on")).isEqualTo(day(2025, 3, 1));
    assertThat(file.code(0, "discharge_reason")).isEqualTo("completed");
    assertThat(file.code(0, "sex")).isEqualTo("F");
    assertThat(file.cell(0, "medication")).isEqualTo(FeedRow.BLANK);
    assertThat(file.text(0, "site")).isEqualTo("North");
    assertThat(file.text(0, "tier")).isEqualTo("IOP");
    Collected.Row row = file.rows.get(0);
    assertThat(row.key()).isEqualTo(Collected.PSEUDONYMS.episode("canonical", "E1"));
    assertThat(row.episode()).isEqualTo(row.key());
    assertThat(row.client()).isEqualTo(Collected.PSEUDONYMS.client("canonical", "C1"));
  }

  @ParameterizedTest
  @CsvSource({"2.1,IOP", "Day_Program,HIOP", "php,HIOP", "1.0,OP", "METHADONE,OTP", "res,RES"})
  void tiersGoByCodeOrAlias(String written, String tier) throws IOException {
    assertThat(episode("E1,C1,N,2025-01-31,,," + written + ",,").text(0, "tier")).isEqualTo(tier);
  }

  @Test
  void requiredCellsMustBeFilled() throws IOException {
    rejected(episode(" ,C1,N,2025-01-31,,,OP,,"), "episode_id", "blank episode_id", "required");
    rejected(episode("E1,,N,2025-01-31,,,OP,,"), "client_id", "blank client_id", "required");
    rejected(episode("E1,C1, ,2025-01-31,,,OP,,"), "site", "blank site", "required");
    rejected(episode("E1,C1,N,,,,OP,,"), "admitted_on", "blank admitted_on", "required");
    rejected(episode("E1,C1,N,2025-01-31,,,,,"), "tier", "blank tier", "required");
  }

  @Test
  void datesMustBeDaysOfTheCalendarInARange() throws IOException {
    rejected(
        episode("E1,C1,N,2025-02-30,,,OP,,"),
        "admitted_on",
        "admitted_on is no date",
        "2025-02-30");
    rejected(
        episode("E1,C1,N,02/03/2025,,,OP,,"),
        "admitted_on",
        "admitted_on is no date",
        "yyyy-MM-dd");
    rejected(
        episode("E1,C1,N,1025-02-03,,,OP,,"),
        "admitted_on",
        "admitted_on outside 1900 to 2100",
        "1025-02-03");
    assertThat(episode("E1,C1,N,2101-01-01,,,OP,,").rejections).hasSize(1);
    assertThat(episode("E1,C1,N,1900-01-01,2100-12-31,left,OP,,").rows).hasSize(1);
    rejected(
        episode("E1,C1,N,2025-02-03,soon,left,OP,,"),
        "discharged_on",
        "discharged_on is no date",
        "soon");
  }

  @Test
  void aDischargeHasADayAndAReasonAndIsNotBeforeTheAdmission() throws IOException {
    rejected(
        episode("E1,C1,N,2025-02-03,2025-02-04,,OP,,"),
        "discharge_reason",
        "discharged_on without discharge_reason",
        "both or neither");
    rejected(
        episode("E1,C1,N,2025-02-03,,left,OP,,"),
        "discharged_on",
        "discharge_reason without discharged_on",
        "both or neither");
    rejected(
        episode("E1,C1,N,2025-02-03,2025-02-02,left,OP,,"),
        "discharged_on",
        "discharged_on before admitted_on",
        "2025-02-02 is before 2025-02-03");
    assertThat(episode("E1,C1,N,2025-02-03,2025-02-03,left,OP,,").rows).hasSize(1);
  }

  @Test
  void anUnknownCodeRejectsWhereRequiredAndBlanksWhereNot() throws IOException {
    rejected(
        episode("E1,C1,N,2025-02-03,,,XYZ,,"),
        "tier",
        "unknown code in tier",
        "“XYZ” is none of OP, OTP, IOP, HIOP, RES");
    rejected(
        episode("E1,C1,N,2025-02-03,2025-02-04,bored,OP,,"),
        "discharge_reason",
        "unknown code in discharge_reason",
        "“bored” is none of completed, transferred");
    Collected kept = episode("E1,C1,N,2025-02-03,,bored,OP,woman,");
    assertThat(kept.rows).hasSize(1);
    assertThat(kept.code(0, "sex")).isEmpty();
    assertThat(kept.blanked).isEqualTo(Map.of("discharge_reason: bored", 1, "sex: woman", 1));
    Collected session =
        Collected.text(Feed.ATTENDANCE, SESSIONS + "S,E,2025-01-01,group,maybe,,,\n");
    rejected(session, "status", "unknown code in status", "attended, no_show, cancelled_by_client");
  }

  @Test
  void aRejectedRowReportsNoBlankedCells() throws IOException {
    Collected file = episode("E1,C1,N,2025-02-03,2025-02-02,left,OP,woman,");
    assertThat(file.rejections).hasSize(1);
    assertThat(file.blanked).isEmpty();
  }

  @Test
  void aWithdrawalNeedsOnlyItsKey() throws IOException {
    Collected file = episode("E1,,,nonsense,,,,,YES\nE2,C2,N,2025-01-01,,,OP,F,");
    assertThat(file.withdrawn).containsExactly(2L);
    assertThat(file.rows.get(0).cells()).containsOnly(FeedRow.BLANK);
    assertThat(file.rows.get(0).texts()).containsOnly("");
    assertThat(file.rows.get(0).key()).isEqualTo(Collected.PSEUDONYMS.episode("canonical", "E1"));
    assertThat(file.code(1, "sex")).isEqualTo("F");
    rejected(episode(",C1,N,2025-01-01,,,OP,,yes"), "episode_id", "blank episode_id", "required");
    rejected(
        episode("E1,C1,N,2025-01-01,,,OP,,perhaps"),
        "row_deleted",
        "unknown code in row_deleted",
        "“perhaps” is none of no, yes");
    Collected session =
        Collected.text(
            Feed.ATTENDANCE, SESSIONS.strip() + ",row_deleted\nS,,,,,,,,yes\nT,E,,,,,,,yes\n");
    assertThat(session.withdrawn).containsExactly(2L, 3L);
    assertThat(session.rows.get(0).episode()).isZero();
    assertThat(session.rows.get(1).episode())
        .isEqualTo(Collected.PSEUDONYMS.episode("canonical", "E"));
  }

  @Test
  void minutesBelongToAttendedSessions() throws IOException {
    Collected file =
        Collected.text(
            Feed.ATTENDANCE,
            SESSIONS
                + "1,E,2025-01-01,group,attended,1440,in person,yes\n"
                + "2,E,2025-01-01,Group,no-show,45,,\n"
                + "3,E,2025-01-01,case management,EXCUSED,0,,\n"
                + "4,E,2025-01-01,group,attended,1441,,\n"
                + "5,E,2025-01-01,group,attended,-1,,\n"
                + "6,E,2025-01-01,group,attended,4.5,,\n"
                + "7,E,2025-01-01,group,attended,,,\n");
    assertThat(file.rows).extracting(Collected.Row::line).containsExactly(2L, 3L, 4L, 8L);
    assertThat(file.cell(0, "minutes")).isEqualTo(1440);
    assertThat(file.code(0, "mode")).isEqualTo("in_person");
    assertThat(file.cell(0, "family_present")).isEqualTo(1);
    assertThat(file.cell(1, "minutes")).isEqualTo(FeedRow.BLANK);
    assertThat(file.cell(2, "minutes")).isEqualTo(FeedRow.BLANK);
    assertThat(file.code(2, "service")).isEqualTo("case_management");
    assertThat(file.blanked).isEqualTo(Map.of("minutes: given with status no_show", 1));
    assertThat(file.rejections)
        .extracting(Rejection::reason)
        .containsExactly(
            "minutes outside 0 to 1440", "minutes outside 0 to 1440", "minutes is no whole number");
  }

  @Test
  void aCheckInHoldsAnAnswerOrATest() throws IOException {
    String row = CHECKINS + "K,E,2025-01-01,%s,yes,10\n";
    assertThat(Collected.text(Feed.CHECKINS, row.formatted("none,")).code(0, "reported_use"))
        .isEqualTo("none");
    assertThat(Collected.text(Feed.CHECKINS, row.formatted(",Positive")).code(0, "test_result"))
        .isEqualTo("positive");
    rejected(
        Collected.text(Feed.CHECKINS, row.formatted(",")),
        "reported_use",
        "neither reported_use nor test_result",
        "at least one");
    rejected(
        Collected.text(Feed.CHECKINS, row.formatted(",lost")),
        "test_result",
        "unknown code in test_result",
        "“lost” is none of negative, positive, refused, invalid");
    Collected half = Collected.text(Feed.CHECKINS, row.formatted("used,lost"));
    assertThat(half.rows).hasSize(1);
    assertThat(half.blanked).isEqualTo(Map.of("test_result: lost", 1));
    rejected(
        Collected.text(Feed.CHECKINS, CHECKINS + "K,E,2025-01-01,used,,,11\n"),
        "craving",
        "craving outside 0 to 10",
        "“11”");
  }

  @Test
  void spellsEndAfterTheyBegin() throws IOException {
    rejected(
        Collected.text(Feed.RELAPSES, RELAPSES + "R,E,2025-01-02,2025-01-01,lapse,\n"),
        "ended_on",
        "ended_on before started_on",
        "2025-01-01 is before 2025-01-02");
    rejected(
        Collected.text(Feed.PLACEMENTS, PLACEMENTS + "P,E,OP,2025-01-02,2025-01-01\n"),
        "to_on",
        "to_on before from_on",
        "correct one");
    assertThat(
            Collected.text(
                    Feed.RELAPSES,
                    RELAPSES
                        + "R,E,2025-01-02,2025-01-02,lapse,Self-Report\nS,E,2025-01-02,,relapse,\n")
                .rows)
        .hasSize(2);
    rejected(
        Collected.text(Feed.RELAPSES, RELAPSES + "R,E,2025-01-02,,,\n"),
        "severity",
        "blank severity",
        "required");
  }

  @Test
  void tornRowsAreNamedByLineOnly() throws IOException {
    Collected file =
        Collected.text(
            Feed.CHECKINS,
            CHECKINS
                + "SECRET1,E,2025-01-01,none\n"
                + "SECRET2,E,2025-01-01,none,,,,,\n"
                + "SECRET3,E,\"2025\"-01-01,none,,,\n"
                + "K4,E,2025-01-01,none,,,\n");
    assertThat(file.rejections)
        .extracting(Rejection::line, Rejection::column, Rejection::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "", "fewer fields than the header"),
            org.assertj.core.groups.Tuple.tuple(3L, "", "more fields than the header"),
            org.assertj.core.groups.Tuple.tuple(4L, "", "text after a closing quote"));
    assertThat(file.rows).extracting(Collected.Row::line).containsExactly(5L);
    assertThat(file.rejections.toString()).doesNotContain("SECRET");
  }

  @Test
  void linesAreThoseOfAnEditorWhateverTheLineEnds() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text =
          (CHECKINS.strip()
                  + ",note\n\n  \nK1,E,2025-01-01,none,,,,\"a, \"\"b\"\"\n\nc\"\n\n"
                  + "K2,E,2025-01-01,odd,,,,\nK3,E,2025-01-01,used,,,,")
              .replace("\n", end);
      Collected file = Collected.text(Feed.CHECKINS, text);
      assertThat(file.read).isEqualTo(3);
      assertThat(file.rows).extracting(Collected.Row::line).containsExactly(4L, 9L);
      assertThat(file.onlyLine()).isEqualTo(8L);
    }
  }

  @Test
  void shownValuesAreShortAndHarmless() throws IOException {
    Rejection rejection =
        episode("E1,C1,N,\"2025\u001b[31m\u202e" + "9".repeat(99) + "\",,,OP,,").onlyRejection();
    assertThat(rejection.detail()).startsWith("“2025\\u001b[31m\\u202e999");
    assertThat(rejection.detail().indexOf('”')).isLessThanOrEqualTo(42);
    Rejection site =
        episode("E1,C1," + "Jane Doe ".repeat(10) + ",2025-01-01,,,OP,,").onlyRejection();
    assertThat(site.reason()).isEqualTo("site is no code");
    assertThat(site.detail()).doesNotContain("Jane");
  }

  /** As web pages, spreadsheets and put-together files leave them. */
  @Test
  void blanksOfEveryKindAreNoPartOfACell() throws IOException {
    Collected file =
        Collected.text(
            Feed.ATTENDANCE,
            SESSIONS.replace("episode_id", "episode\u00a0id")
                + "\ufeff1,\u00a0E1\u00a0,2025-01-01\u00a0,case\u00a0management,no\u2007show,,,\u200b\n");
    assertThat(file.rejections).isEmpty();
    assertThat(file.code(0, "service")).isEqualTo("case_management");
    assertThat(file.code(0, "status")).isEqualTo("no_show");
    assertThat(file.rows.get(0).episode())
        .isEqualTo(Collected.PSEUDONYMS.episode("canonical", "E1"));
    assertThat(file.rows.get(0).key())
        .isEqualTo(Collected.PSEUDONYMS.row(Feed.ATTENDANCE, "canonical", "1"));
  }

  @Test
  void identifiersAreShortAndOfOneLine() throws IOException {
    String detail = "longer than 256 characters or holds control characters";
    rejected(
        episode("\"E\n1\",C1,N,2025-01-31,,,OP,,"),
        "episode_id",
        "episode_id is no identifier",
        detail);
    rejected(
        episode("E1,C\u00001,N,2025-01-31,,,OP,,"),
        "client_id",
        "client_id is no identifier",
        detail);
    rejected(
        episode("E1," + "C".repeat(257) + ",N,2025-01-31,,,OP,,"),
        "client_id",
        "client_id is no identifier",
        detail);
    assertThat(episode("E 1 é," + "C".repeat(256) + ",N,2025-01-31,,,OP,,").rows).hasSize(1);
    Collected withdrawn =
        Collected.text(Feed.ATTENDANCE, SESSIONS.strip() + ",row_deleted\nS,\"E\n1\",,,,,,,yes\n");
    assertThat(withdrawn.rows.get(0).episode()).as("names no episode").isZero();
  }

  @Test
  void aProfileNamesColumnsCodesAndDates() throws IOException {
    SourceProfile profile =
        SourceProfile.parse(
            """
            name: odd
            delimiter: ";"
            dates: [dd.MM.yyyy, excel]
            feeds:
              episodes:
                columns: {episode_id: Episode No, client_id: Patient}
                codes:
                  discharge_reason: {dropout: left}
                  tier: {T2: intensive}
                  site: {"01": North}
                  row_deleted: {x: yes}
            """,
            "odd.yml");
    Collected file =
        Collected.text(
            Feed.EPISODES,
            """
            EPISODE_NO;patient;site;tier;admitted_on;discharged_on;discharge_reason;row_deleted
            1;2;01;t-2;31.01.2025;45689;Drop Out;
            1;2;02;OP;31.01.2025;45689;left;
            1;;;;;;;X
            """,
            profile);
    assertThat(file.rejections).isEmpty();
    assertThat(file.text(0, "site")).isEqualTo("North");
    assertThat(file.text(1, "site")).isEqualTo("02");
    assertThat(file.text(0, "tier")).isEqualTo("IOP");
    assertThat(file.cell(0, "discharged_on")).isEqualTo(day(2025, 2, 1));
    assertThat(file.code(0, "discharge_reason")).isEqualTo("left");
    assertThat(file.code(1, "discharge_reason")).isEqualTo("left");
    assertThat(file.withdrawn).containsExactly(4L);
    assertThat(file.rows.get(0).key()).isEqualTo(Collected.PSEUDONYMS.episode("odd", "1"));
  }

  @Test
  void aProfileThatNamesNoTierInUseIsRefused() {
    SourceProfile profile =
        SourceProfile.parse(
            "name: odd\nfeeds: {placements: {codes: {tier: {A: LUNAR}}}}", "odd.yml");
    assertThatThrownBy(() -> Collected.text(Feed.PLACEMENTS, PLACEMENTS, profile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source profile odd")
        .hasMessageContaining("LUNAR")
        .hasMessageContaining("OP, OTP, IOP, HIOP, RES");
  }
}
