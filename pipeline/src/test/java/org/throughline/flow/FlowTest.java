package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.DataWriter;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.check.RowCounter;
import org.throughline.episode.Checkins;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Sessions;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;
import org.throughline.feed.FeedRow;
import org.throughline.feed.SourceProfile;
import org.throughline.figure.FileSummary;
import org.throughline.lake.Delivery;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;
import org.throughline.lake.LedgerReader;
import org.throughline.lake.TableFiles;
import org.throughline.measure.ClientFold;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

class FlowTest {
  private static final String EPISODES =
      "episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier,medication";
  private static final String CHECKINS = "checkin_id,episode_id,checkin_on,reported_use";
  private static final String ATTENDANCE =
      "session_id,episode_id,scheduled_on,service,status,minutes";

  @TempDir Path folder;
  private TestHome home;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
  }

  private Path roster() {
    return home.file(
        "2025-01/episodes.csv",
        EPISODES,
        "e1,c1,North,2025-01-01,,,OP,yes",
        "e2,c2,North,2025-01-10,2025-01-20,completed,IOP,",
        "e3,c1,South,2025-02-01,,,OP,no");
  }

  @Test
  void everyRowIsAccountedForAndEventsStandInTheirEpisode() {
    Path checkins =
        home.file(
            "2025-01/checkins.csv",
            CHECKINS,
            "k1,e1,2025-01-05,used",
            "k2,e1,2025-01-03,none",
            "k3,e1,2024-12-24,none", // a day earlier than is welcome
            "k4,e1,2024-12-25,none",
            "k5,e9,2025-01-03,none", // nobody knows e9
            "k6,e2,2025-03-01,none", // after discharge: follow-up
            "k7,e1,not a day,none");
    Path attendance =
        home.file(
            "2025-01/attendance.csv",
            ATTENDANCE,
            "s1,e2,2025-01-27,group,attended,60",
            "s2,e2,2025-01-28,group,attended,60", // eight days after discharge
            "s3,e2,2025-01-12,family,no_show,");

    CurateOutcome outcome = home.take(roster(), checkins, attendance);

    assertThat(outcome.episodes()).isEqualTo(3);
    assertThat(outcome.events()).isEqualTo(6);
    assertThat(outcome.held()).containsExactly(Map.entry(Feed.CHECKINS, 1L));
    assertThat(outcome.ruleRejected())
        .containsOnly(Map.entry(Feed.CHECKINS, 1L), Map.entry(Feed.ATTENDANCE, 1L));
    FileSummary summary = home.summary("checkins.csv");
    assertThat(List.of(summary.read(), summary.accepted(), summary.rejected(), summary.held()))
        .containsExactly(7L, 4L, 2L, 1L);
    assertThat(summary.reasons()).containsEntry(Rule.BEFORE_ADMISSION.reason(), 1L).hasSize(2);
    assertThat(home.summary("attendance.csv").reasons())
        .containsExactly(Map.entry(Rule.AFTER_DISCHARGE.reason(), 1L));

    Timeline e1 = home.timeline("e1");
    assertThat(e1.checkins())
        .containsExactly(
            Checkins.pack(-7, 0, -1, -1, -1),
            Checkins.pack(2, 0, -1, -1, -1),
            Checkins.pack(4, 1, -1, -1, -1));
    assertThat(e1.dischargedOn()).isEqualTo(Timeline.OPEN);
    assertThat(e1.medication()).isEqualTo("yes");
    Timeline e2 = home.timeline("e2");
    assertThat(e2.sessions())
        .containsExactly(
            Sessions.pack(2, Sessions.FAMILY_SERVICE, Sessions.NO_SHOW, -1, -1),
            Sessions.pack(17, 1, Sessions.ATTENDED, -1, -1));
    assertThat(e2.minutes()).containsExactly(-1, 60);
    assertThat(e2.dischargedOn()).isEqualTo(10);
    assertThat(e2.dischargeReason()).isEqualTo("completed");
  }

  @Test
  void theSameContentAgainChangesNothingWhateverItsName() {
    Path roster = roster();
    home.take(roster);
    List<String> before = home.dump();
    String identity = home.lake.dataIdentity();
    String[] lines = {
      EPISODES,
      "e1,c1,North,2025-01-01,,,OP,yes",
      "e2,c2,North,2025-01-10,2025-01-20,completed,IOP,",
      "e3,c1,South,2025-02-01,,,OP,no"
    };

    List<FileOutcome> again =
        home.receive(
            roster,
            home.file("2025-01/episodes-again.csv", lines),
            home.gzipped("2025-01/episodes-zipped.csv.gz", lines));

    assertThat(again).extracting(FileOutcome::status).containsOnly(FileOutcome.Status.UNCHANGED);
    assertThat(again).hasSize(3);
    assertThat(home.curate().changed()).isFalse();
    assertThat(home.dump()).isEqualTo(before);
    assertThat(home.lake.dataIdentity()).isEqualTo(identity);
    assertThat(home.lake.ledger()).hasSize(1);
  }

  @Test
  void aRefusedFileLeavesNothingAndOthersAreTaken() {
    Path bad = home.file("2025-01/checkins-bad.csv", "checkin_id,episode_id", "k1,e1");
    Path gone = folder.resolve("delivered/2025-01/checkins-gone.csv");

    List<FileOutcome> outcomes = home.receive(roster(), bad, gone);

    assertThat(outcomes)
        .extracting(FileOutcome::status)
        .containsExactly(
            FileOutcome.Status.REFUSED, FileOutcome.Status.REFUSED, FileOutcome.Status.TAKEN);
    assertThat(outcomes.get(0).refusal().orElseThrow()).contains("checkin_on");
    assertThat(home.lake.ledger()).extracting(Delivery::file).containsExactly("episodes.csv");
  }

  @Test
  void correctionsWithdrawalsAndMovesTakeEffectByAsOfNotByArrival() {
    Path january =
        home.file(
            "2025-01/checkins.csv",
            CHECKINS + ",row_deleted",
            "k1,e1,2025-01-05,used,",
            "k2,e1,2025-01-06,used,",
            "k3,e1,2025-01-07,used,");
    Path february =
        home.file(
            "2025-02/checkins.csv",
            CHECKINS + ",row_deleted",
            "k1,e1,2025-01-05,none,",
            "k2,,,,yes",
            "k3,e2,2025-01-11,used,");
    home.take(roster(), february);
    CurateOutcome late = home.take(january);

    assertThat(late.touched()).as("e3 is in neither file").isEqualTo(2);
    assertThat(home.timeline("e1").checkins()).containsExactly(Checkins.pack(4, 0, -1, -1, -1));
    assertThat(home.timeline("e2").checkins()).containsExactly(Checkins.pack(1, 1, -1, -1, -1));

    home.take(home.file("2025-03/checkins.csv", CHECKINS, "k3,e3,2025-02-02,none"));
    assertThat(home.timeline("e2").checkins()).as("moved away").isEmpty();
    assertThat(home.timeline("e3").checkins()).containsExactly(Checkins.pack(1, 0, -1, -1, -1));
    for (FileSummary summary : home.lake.summaries()) {
      assertThat(summary.accepted()).as(summary.file()).isEqualTo(summary.read());
    }
  }

  @Test
  void aHeldRowIsUsedOnceItsEpisodeArrivesAndARejectedOneOnceItsAdmissionIsCorrected() {
    Path checkins =
        home.file(
            "2025-01/checkins.csv", CHECKINS, "k1,e1,2024-12-01,used", "k2,e4,2025-01-06,used");
    home.take(roster(), checkins);
    assertThat(home.summary("checkins.csv").accepted()).isZero();

    home.take(home.file("2025-02/episodes.csv", EPISODES, "e4,c4,North,2025-01-05,,,OP,"));
    assertThat(home.timeline("e4").checkins()).containsExactly(Checkins.pack(1, 1, -1, -1, -1));
    assertThat(home.summary("checkins.csv").held()).isZero();

    home.take(home.file("2025-03/episodes.csv", EPISODES, "e1,c1,North,2024-12-01,,,OP,"));
    assertThat(home.timeline("e1").checkins()).containsExactly(Checkins.pack(0, 1, -1, -1, -1));
    assertThat(home.summary("checkins.csv").accepted()).isEqualTo(2);

    home.take(home.file("2025-04/episodes.csv", EPISODES + ",row_deleted", "e4,,,,,,,,yes"));
    assertThat(home.summary("checkins.csv").held()).as("e4 was withdrawn").isEqualTo(1);
    assertThat(home.timelines()).hasSize(3);
  }

  @Test
  void aSessionAfterDischargeIsTriedAgainWhenTheDischargeIsCorrectedEitherWay() {
    Path attendance =
        home.file(
            "2025-01/attendance.csv",
            ATTENDANCE,
            "s1,e2,2025-01-27,group,attended,60", // seven days after the discharge of e2
            "s2,e2,2025-01-30,group,attended,60"); // ten days after
    home.take(attendance, roster());
    assertThat(home.timeline("e2").sessions()).hasSize(1);

    home.take(
        home.file(
            "2025-02/episodes.csv", EPISODES, "e2,c2,North,2025-01-10,2025-01-25,completed,IOP,"));
    assertThat(home.timeline("e2").sessions()).hasSize(2);
    assertThat(home.summary("attendance.csv").rejected()).isZero();

    home.take(
        home.file(
            "2025-03/episodes.csv", EPISODES, "e2,c2,North,2025-01-10,2025-01-15,completed,IOP,"));
    assertThat(home.timeline("e2").sessions()).isEmpty();
    assertThat(home.summary("attendance.csv").reasons())
        .containsExactly(Map.entry(Rule.AFTER_DISCHARGE.reason(), 2L));
  }

  @Test
  void fileNamesThatAreNoTextAreReadAndNamedHarmlessly() throws IOException {
    Path plain = roster();
    Path odd =
        Path.of(java.net.URI.create(plain.getParent().toUri() + "episodes%FC%0A%1B%5B2J.csv"));
    Files.move(plain, odd);

    FileOutcome outcome = home.receive(odd).get(0);

    assertThat(outcome.status()).isEqualTo(FileOutcome.Status.TAKEN);
    assertThat(outcome.summary().file()).endsWith("\\u000a\\u001b[2J.csv");
    assertThat(outcome.summary().read()).isEqualTo(3);
  }

  @Test
  void ofManyUnknownCodesSomeAreToldApart() {
    List<String> lines = new ArrayList<>(List.of(ATTENDANCE + ",mode"));
    for (int i = 0; i < 2_000; i++) {
      lines.add("s" + i + ",e1,2025-01-05,group,attended,60,note " + i);
    }
    FileOutcome outcome =
        home.receive(home.file("2025-01/attendance.csv", lines.toArray(String[]::new))).get(0);

    Map<String, Long> blanked = outcome.summary().blanked();
    assertThat(blanked).hasSize(BlankedCodes.TOLD_APART + 1);
    assertThat(blanked).containsEntry("mode: (other codes)", 2_000L - BlankedCodes.TOLD_APART);
  }

  @Test
  void ofOverlappingPlacementsTheLaterIsRejected() {
    Path placements =
        home.file(
            "2025-01/placements.csv",
            "placement_id,episode_id,tier,from_on,to_on",
            "p1,e1,IOP,2025-01-01,2025-01-10",
            "p2,e1,OP,2025-01-10,2025-01-20", // a shared day of hand-over
            "p3,e1,HIOP,2025-01-19,2025-01-25", // overlaps p2
            "p4,e1,OP,2025-01-21,", // ends the day before p5 begins
            "p5,e1,IOP,2025-02-01,");
    CurateOutcome outcome = home.take(roster(), placements);

    Timeline e1 = home.timeline("e1");
    assertThat(e1.placementFrom()).containsExactly(0, 9, 20, 31);
    assertThat(e1.placementTo()).containsExactly(9, 19, 30, Timeline.OPEN);
    assertThat(e1.placementTier()).containsExactly("IOP", "OP", "OP", "IOP");
    assertThat(outcome.ruleRejected()).containsExactly(Map.entry(Feed.PLACEMENTS, 1L));

    // an untouched episode's overlaps are still told
    home.take(home.file("2025-02/checkins.csv", CHECKINS, "k1,e2,2025-01-11,none"));
    assertThat(home.summary("placements.csv").reasons())
        .containsExactly(Map.entry(Rule.OVERLAP.reason(), 1L));
  }

  @Test
  void rowsThatNoLedgerRowNamesAreTakenAwayWhenTheLakeIsOpened() throws IOException {
    home.take(roster());
    long files = dataFiles(Feed.CHECKINS);
    // what a run leaves that is killed between the rows and the ledger
    TableFiles table = new TableFiles(home.lake.table(Feed.CHECKINS));
    FeedRow row = new FeedRow(Feed.CHECKINS);
    row.key = 1;
    row.episode = TestHome.PSEUDONYMS.episode("canonical", "e1");
    row.cells[2] = (int) LocalDate.of(2025, 1, 5).toEpochDay();
    DataWriter<InternalRow> writer = table.writer();
    try (writer) {
      writer.write(new FeedRowConverter(Feed.CHECKINS, table.sparkSchema()).convert(row, 2));
    }
    home.lake.table(Feed.CHECKINS).newAppend().appendFile(writer.toDataFile()).commit();
    assertThat(home.spark.table("lake.checkins").count()).isEqualTo(1);

    home.reopen();

    assertThat(home.spark.table("lake.checkins").count()).isZero();
    assertThat(dataFiles(Feed.CHECKINS)).isEqualTo(files);
    home.take(home.file("2025-01/checkins.csv", CHECKINS, "k9,e2,2025-01-11,used"));
    assertThat(home.timeline("e1").checkins()).isEmpty();
    assertThat(home.timeline("e2").checkins()).hasSize(1);
  }

  @Test
  void aKeyThatRepeatsWithinAFileStandsOnceAndTheSameIdOfAnotherSourceBesideIt() {
    SourceProfile other = SourceProfile.parse("name: other", "a test");
    home.receive(
        roster(),
        home.file(
            "2025-01/checkins.csv",
            CHECKINS,
            "k1,e1,2025-01-05,used",
            "k1,e1,2025-01-05,used", // the same again
            "k2,e1,2025-01-06,used",
            "k2,e2,2025-01-11,none")); // moved further down in the same file
    home.receive(
        other,
        home.file("2025-01/episodes-other.csv", EPISODES, "e1,c1,West,2025-01-01,,,OP,"),
        home.file("2025-01/checkins-other.csv", CHECKINS, "k1,e1,2025-01-05,used"));
    CurateOutcome outcome = home.curate();

    assertThat(home.timeline("e1").checkins()).containsExactly(Checkins.pack(4, 1, -1, -1, -1));
    assertThat(home.timeline("e2").checkins()).containsExactly(Checkins.pack(1, 0, -1, -1, -1));
    assertThat(outcome.events()).isEqualTo(3);
    assertThat(home.timelines()).hasSize(4);
  }

  @Test
  void setAsideOfACurationThatWasStoppedIsTakenAway() {
    Path checkins =
        home.file(
            "2025-01/checkins.csv", CHECKINS, "k1,e9,2025-01-05,used", "k2,e1,2024-12-01,used");
    home.take(roster(), checkins);
    List<String> rows = home.setAside();
    assertThat(rows).hasSize(2);
    FileSummary before = home.summary("checkins.csv");
    // a run that ends after it replaced these two tables and before it replaced the timelines
    for (LakeTable table : List.of(LakeTable.SET_ASIDE_ROWS, LakeTable.SET_ASIDE)) {
      home.lake.table(table).newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue()).commit();
    }
    assertThat(home.setAside()).isEmpty();
    assertThat(home.summary("checkins.csv").held()).isZero();

    home.reopen();

    assertThat(home.setAside()).isEqualTo(rows);
    assertThat(home.summary("checkins.csv")).isEqualTo(before);
    assertThat(home.curate().changed()).isFalse();
    home.take(home.file("2025-02/episodes.csv", EPISODES, "e9,c9,North,2025-01-05,,,OP,"));
    home.reopen();
    assertThat(home.setAside()).hasSize(1).first().asString().contains("|3|", "checkin_on");
  }

  private long dataFiles(Feed feed) throws IOException {
    Path data = folder.resolve("lake").resolve(feed.code()).resolve("data");
    if (!Files.exists(data)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  @Test
  void theLedgerIsReadWithoutSpark() {
    assertThat(LedgerReader.read(folder.resolve("nowhere")).deliveries()).isEmpty();
    home.take(roster(), home.file("2025-01/checkins.csv", CHECKINS, "k1,e9,2025-01-05,used"));

    Ledger ledger = LedgerReader.read(SparkSessions.lakeFolder(folder));

    assertThat(ledger.deliveries()).isEqualTo(home.lake.ledger());
    assertThat(ledger.summaries()).isEqualTo(home.lake.summaries());
    assertThat(ledger.dataIdentity()).isEqualTo(home.lake.dataIdentity()).hasSize(64);
    assertThat(ledger.summaries().get(0).held()).isEqualTo(1);
  }

  @Test
  void clientsAreFoldedWholeAndOnce() {
    home.take(
        roster(),
        home.file(
            "2025-01/attendance.csv",
            ATTENDANCE,
            "s1,e1,2025-01-03,group,attended,60",
            "s2,e3,2025-02-03,group,attended,60",
            "s3,e2,2025-01-12,family,attended,50"));
    Tally tally = new Tally(home.spark, home.lake, Progress.SILENT);
    MeasurePlan plan = new MeasurePlan(YearMonth.of(2025, 2), FoldRules.DEFAULT, Tiers.asam(), 24);
    ClientFold byHand = new ClientFold(plan);
    byHand.add(List.of(home.timeline("e1"), home.timeline("e3")));
    byHand.add(List.of(home.timeline("e2")));

    assertThat(tally.sites()).isEqualTo(Set.of("North", "South"));
    TallySheet sheet = tally.run(plan);
    TallySheet expected = byHand.sheet();
    RowCounter rows = new RowCounter(plan.month());
    List.of("e1", "e2", "e3").forEach(episode -> rows.add(home.timeline(episode)));
    rows.addTo(expected);
    assertThat(sheet.counts().keySet()).isEqualTo(expected.counts().keySet()).isNotEmpty();
    sheet
        .counts()
        .forEach(
            (key, counts) -> assertThat(counts).as(key.toString()).isEqualTo(expected.at(key)));
  }

  @Test
  void overlappingEpisodesOfOneClientAtOneSiteAreReported() {
    CurateOutcome outcome =
        home.take(
            home.file(
                "2025-01/episodes.csv",
                EPISODES,
                "e1,c1,North,2025-01-01,2025-01-10,left,OP,",
                "e2,c1,North,2025-01-09,2025-01-20,left,OP,", // overlaps e1
                "e3,c1,North,2025-01-20,,,OP,", // the same day is a transfer
                "e4,c1,South,2025-01-15,,,OP,", // another site
                "e5,c2,North,2025-01-05,,,OP,"));
    assertThat(outcome.overlappingEpisodes()).isEqualTo(1);
  }

  @Test
  void aFileReadAnewUnderAMendedProfileTakesThePlaceOfItsEarlierReading() {
    Path roster = roster();
    Path checkins =
        home.file(
            "2025-01/checkins.csv", CHECKINS, "k1,e1,2025-01-05,drank", "k2,e1,2025-01-06,used");
    home.take(roster, checkins);
    assertThat(home.timeline("e1").checkins()).hasSize(1);
    SourceProfile mended =
        SourceProfile.parse(
            """
            name: canonical
            feeds:
              checkins:
                codes:
                  reported_use:
                    drank: used
            """,
            "a test");

    home.receive(mended, checkins);
    home.curate();

    assertThat(home.timeline("e1").checkins()).hasSize(2);
    assertThat(home.lake.ledger()).hasSize(3);
    assertThat(home.lake.summaries()).hasSize(2);
    assertThat(home.summary("checkins.csv").accepted()).isEqualTo(2);
  }

  @Test
  void largeFilesAreCutAndCountedExactly() throws IOException {
    List<String> lines = new ArrayList<>(List.of(CHECKINS));
    for (int i = 0; i < 400_000; i++) {
      lines.add(
          "key-"
              + i
              + ",e"
              + (1 + i % 3)
              + ",2025-02-0"
              + (1 + i % 7)
              + (i % 1000 == 7 ? ",x" : ",used"));
    }
    Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
    Path large = home.file("2025-02/checkins.csv", lines.toArray(String[]::new));
    FileOutcome outcome = home.receive(roster(), large).get(0);
    home.curate();

    assertThat(outcome.summary().read()).isEqualTo(400_000);
    assertThat(outcome.summary().rejected()).isEqualTo(400);
    assertThat(outcome.firstRejections()).hasSize(PieceSink.SHOWN);
    assertThat(outcome.firstRejections())
        .allSatisfy(
            rejection ->
                assertThat(lines.get(Math.toIntExact(rejection.line()) - 1)).endsWith(",x"));
    assertThat(home.spark.table("lake.rejects").count()).isEqualTo(400);
    long events = home.timelines().stream().mapToLong(t -> t.checkins().length).sum();
    assertThat(events).isEqualTo(399_600);
    assertThat(home.lake.table(LakeTable.CHECKINS).currentSnapshot().summary())
        .containsEntry("added-records", "399600");
  }
}
