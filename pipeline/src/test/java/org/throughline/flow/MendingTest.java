package org.throughline.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.feed.MendColumns;
import org.throughline.figure.FileSummary;
import org.throughline.lake.Delivery;
import org.throughline.lake.LakeTable;
import org.throughline.lake.OpenRows;
import org.throughline.lake.QuarantineException;
import org.throughline.lake.QuarantineFile;
import org.throughline.lake.QuarantineHeader;
import org.throughline.lake.QuarantineKey;
import org.throughline.lake.QuarantineReader;
import org.throughline.lake.TableFiles;

/** Raw lines are kept while somebody may have to mend them, and rows that answer them are found. */
class MendingTest {
  private static final String EPISODES =
      "episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier";
  private static final String CHECKINS = "checkin_id,episode_id,checkin_on,reported_use";
  private static final String ATTENDANCE = "session_id,episode_id,scheduled_on,service,status";
  private static final QuarantineKey KEY = QuarantineKey.of(TestHome.PSEUDONYMS);

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
        "e1,c1,North,2025-01-01,,,OP",
        "e2,c2,North,2025-01-10,2025-01-20,completed,IOP");
  }

  /** Open rows as "file line status: reason". */
  private List<String> openRows() {
    Map<Integer, String> files =
        home.lake.ledger().stream().collect(Collectors.toMap(Delivery::number, Delivery::file));
    List<String> rows = new ArrayList<>();
    OpenRows.forEach(
        home.lake,
        home.lake.readLedger(),
        row ->
            rows.add(
                "%s %d %s: %s"
                    .formatted(files.get(row.delivery()), row.line(), row.status(), row.reason())));
    return rows.stream().sorted().toList();
  }

  /** All raw lines, by "delivery-line". */
  private Map<String, String> raw() {
    Map<String, String> raw = new TreeMap<>();
    for (QuarantineFile file : home.lake.quarantine().files()) {
      QuarantineReader reader =
          new QuarantineReader() {
            @Override
            public void begins(QuarantineHeader header) {
              assertThat(header.names()).isNotEmpty();
            }

            @Override
            public void line(long line, String text) {
              raw.put(file.delivery() + "-" + line, text);
            }
          };
      try {
        home.lake.quarantine().read(file, KEY, reader);
      } catch (QuarantineException | IOException e) {
        throw new AssertionError(e);
      }
    }
    return raw;
  }

  private static String id(int delivery, long line) {
    return KEY.id(new QuarantineKey.Reject(delivery, line));
  }

  private List<Long> counts(String file) {
    FileSummary summary = home.summary(file);
    assertThat(summary.accepted() + summary.rejected() + summary.held()).isEqualTo(summary.read());
    return List.of(summary.read(), summary.accepted(), summary.rejected(), summary.held());
  }

  @Test
  void rejectedHeldAndTornLinesAreKeptAsTheyStandAndNoOthers() {
    String[] lines = {
      ATTENDANCE,
      "s1,e1,2025-01-03,group,attended",
      "s2,e1,2025-01-03,group,atended",
      "\"s3\"x,e1,2025-01-03,group,attended",
      "s4,\"e1\",2025-02-30,\"group",
      " \",attended",
      "",
      "s5,e9,2025-01-03,group,attended",
      "s6,e1,2024-12-24,group,attended",
      "s7,e2,2025-01-28,group,attended",
      "s8,e1,2025-01-03,group,attended,one too many",
      "s9,e2,2025-01-27,group,attended"
    };
    Path plain = home.file("2025-01/attendance.csv", lines);
    Path zipped = home.gzipped("2025-02/attendance-more.csv.gz", lines);
    List<FileOutcome> outcomes = home.receive(roster(), plain, zipped);
    home.curate();

    assertThat(outcomes).allMatch(o -> o.status() == FileOutcome.Status.TAKEN);
    for (int delivery : List.of(1, 2)) {
      assertThat(raw())
          .containsEntry(delivery + "-3", lines[2])
          .containsEntry(delivery + "-4", lines[3])
          .containsEntry(delivery + "-5", lines[4] + "\n" + lines[5])
          .containsEntry(delivery + "-11", lines[10]);
    }
    // of one key the later file's row stands: curation sets aside rows of that one only
    assertThat(raw().keySet())
        .containsExactlyInAnyOrder(
            "1-3", "1-4", "1-5", "1-8", "1-9", "1-10", "1-11", "2-3", "2-4", "2-5", "2-8", "2-9",
            "2-10", "2-11");
    assertThat(openRows())
        .as("rows of unreadable keys are open in both files, others in the later only")
        .filteredOn(row -> row.startsWith("attendance.csv "))
        .extracting(row -> row.split(" ")[1])
        .containsExactly("11", "4");
    assertThat(openRows())
        .filteredOn(row -> row.startsWith("attendance-more.csv.gz "))
        .hasSize(7)
        .anyMatch(row -> row.contains(" 8 HELD: the episode is not known yet"))
        .anyMatch(row -> row.contains(" 9 REJECTED: " + Rule.BEFORE_ADMISSION.reason()))
        .anyMatch(row -> row.contains(" 10 REJECTED: " + Rule.AFTER_DISCHARGE.reason()));
    assertThat(counts("attendance-more.csv.gz")).containsExactly(9L, 2L, 6L, 1L);
  }

  @Test
  void whateverCurationSetsAsideOfAFreshDeliveryHasItsLine() {
    Random random = new Random(20261124);
    List<String> episodes = new ArrayList<>(List.of(EPISODES));
    for (int e = 0; e < 40; e++) {
      LocalDate admitted = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60));
      String end =
          random.nextBoolean() ? "," : admitted.plusDays(random.nextInt(40)) + ",completed";
      episodes.add("e%d,c%d,North,%s,%s,OP".formatted(e, e / 2, admitted, end));
    }
    List<String> sessions = new ArrayList<>(List.of(ATTENDANCE));
    List<String> checkins = new ArrayList<>(List.of(CHECKINS));
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = LocalDate.of(2024, 12, 1).plusDays(random.nextInt(150));
      sessions.add("s%d,e%d,%s,group,attended".formatted(i, random.nextInt(45), day));
      checkins.add("k%d,e%d,%s,none".formatted(i, random.nextInt(45), day));
    }
    home.take(
        home.file("2025-06/attendance.csv", sessions.toArray(String[]::new)),
        home.file("2025-06/checkins.csv", checkins.toArray(String[]::new)),
        home.file("2025-06/episodes.csv", episodes.toArray(String[]::new)));

    Set<String> aside = new TreeSet<>();
    OpenRows.forEach(
        home.lake, home.lake.readLedger(), row -> aside.add(row.delivery() + "-" + row.line()));
    assertThat(aside).hasSizeGreaterThan(500);
    assertThat(raw().keySet()).isEqualTo(aside);
  }

  @Test
  void aRefusedRowIsAnsweredByALaterOneOfItsKeyEvenInTheSameRun() {
    home.take(
        roster(),
        home.file("2025-01/checkins.csv", CHECKINS, "k1,e1,2025-01-05,drank", "k2,e1,no day,none"),
        home.file("2025-02/checkins-2.csv", CHECKINS, "k1,e1,2025-01-05,used"));
    assertThat(openRows()).containsExactly("checkins.csv 3 REJECTED: checkin_on is no date");
    assertThat(counts("checkins.csv")).as("what was read stays").containsExactly(2L, 0L, 2L, 0L);

    home.take(home.file("2024-12/checkins-0.csv", CHECKINS, "k2,e1,2025-01-05,used"));
    assertThat(openRows()).as("an older row is no answer").hasSize(1);
    home.take(home.file("2025-03/checkins-3.csv", CHECKINS, "k2,e1,not a day,none"));
    assertThat(openRows())
        .as("refused again: the later one stands")
        .containsExactly("checkins-3.csv 2 REJECTED: checkin_on is no date");
    home.take(home.file("2025-04/checkins-4.csv", CHECKINS, "k2,e1,2025-01-06,none"));
    assertThat(openRows()).isEmpty();
    assertThat(home.lake.quarantine().files()).isEmpty();
  }

  @Test
  void aMendedFileAnswersByItsIdsAndTheListNeverGrowsByIt() {
    home.take(
        roster(),
        home.file(
            "2026-02/checkins.csv", // as of a day after its arrival
            CHECKINS,
            "k1,e1,2025-01-05,drank",
            "\"k2\"x,e1,2025-01-06,none",
            "k3,e8,2025-01-07,none",
            ",e1,2025-01-08,none"));
    assertThat(openRows()).hasSize(4);
    String header = String.join(",", MendColumns.REJECT, "throughline_reason", CHECKINS);
    String[] mended = {
      header,
      id(1, 2) + ",unknown code,k1,e1,2025-01-05,used",
      id(1, 3) + ",torn,k2,e1,2025-01-06,nothing", // wrong again
      id(1, 4) + ",held,k3,e1,2025-01-07,none", // the episode corrected
      "\"" + id(1, 5) + "\"x,blank,k4,e1,2025-01-08,none" // torn in the spreadsheet
    };
    // by its name it would lose against the file that it mends
    List<FileOutcome> taken = home.receive(home.file("2025-01/a-mended.csv", mended));
    home.curate();

    assertThat(taken.get(0).summary().unknownColumns()).isEmpty();
    assertThat(taken.get(0).summary().asOf()).isEqualTo("2026-03-01");
    assertThat(openRows())
        .containsExactly(
            "a-mended.csv 3 REJECTED: unknown code in reported_use",
            "a-mended.csv 5 REJECTED: text after a closing quote");
    assertThat(raw().keySet()).as("answered lines are gone").containsExactly("3-3", "3-5");
    assertThat(home.timeline("e1").checkins()).hasSize(2);
    assertThat(counts("checkins.csv")).containsExactly(4L, 1L, 3L, 0L);

    assertThat(home.receive(home.file("2025-01/a-mended.csv", mended)))
        .extracting(FileOutcome::status)
        .containsExactly(FileOutcome.Status.UNCHANGED);
    home.take(
        home.file(
            "b.csv",
            header,
            id(3, 3) + ",x,k2,e1,2025-01-06,none",
            id(3, 5) + ",x,k4,e1,2025-01-08,none"));
    assertThat(openRows()).isEmpty();
    assertThat(home.timeline("e1").checkins()).hasSize(4);
  }

  @Test
  void anIdOfAnotherFeedOrOfNobodyAnswersNothing() {
    home.take(
        roster(),
        home.file("2025-01/attendance.csv", ATTENDANCE, "\"s1\"x,e1,2025-01-03,group,attended"));
    home.take(
        home.file(
            "mended.csv",
            MendColumns.REJECT + "," + CHECKINS,
            id(1, 2) + ",k1,e1,2025-01-05,used",
            "R1-2-00000000,k2,e1,2025-01-05,used",
            "my note,k3,e1,2025-01-05,used"));
    assertThat(openRows()).hasSize(1);
    assertThat(counts("mended.csv")).containsExactly(3L, 3L, 0L, 0L);
  }

  @Test
  void aHeldRowLeavesWithItsEpisodesArrivalAndItsLineGoes() {
    home.take(roster(), home.file("2025-01/checkins.csv", CHECKINS, "k1,e4,2025-01-06,used"));
    assertThat(raw()).containsOnly(Map.entry("1-2", "k1,e4,2025-01-06,used"));
    home.take(home.file("2025-02/episodes.csv", EPISODES, "e4,c4,North,2025-01-05,,,OP"));
    assertThat(openRows()).isEmpty();
    assertThat(raw()).isEmpty();
    // known from the lake, not from this run: the roster of now is what a line is judged by
    home.take(home.file("2025-02/checkins-2.csv", CHECKINS, "k2,e4,2025-01-06,used"));
    assertThat(raw()).isEmpty();
    home.take(home.file("2025-02/checkins-3.csv", CHECKINS, "k3,e4,2024-01-06,used"));
    assertThat(raw()).hasSize(1);
    home.take(home.file("2025-03/episodes.csv", EPISODES + ",row_deleted", "e4,,,,,,,yes"));
    assertThat(openRows())
        .as("withdrawn: these are held, without a line for those that were good when they came")
        .hasSize(3);
    assertThat(raw()).hasSize(1);
  }

  @Test
  void whatAStoppedRunLeavesIsTakenAway() throws IOException {
    home.take(roster(), home.file("2025-01/checkins.csv", CHECKINS, "k1,e1,2025-01-06,drank"));
    // killed after the lines and the answers, and before the ledger
    try (var writer =
        home.lake
            .quarantine()
            .writer(
                3, 0, new QuarantineHeader(',', "\"", List.of("checkin_id"), List.of(0)), KEY)) {
      writer.add(2, "k8,e8");
      writer.finish();
    }
    TableFiles table = new TableFiles(home.lake.table(LakeTable.MENDED));
    DataWriter<InternalRow> answer = table.writer();
    try (answer) {
      answer.write(new GenericInternalRow(new Object[] {3, 1, 2L}));
    }
    long ledger = home.lake.table(LakeTable.DELIVERIES).currentSnapshot().snapshotId();
    Table mended = home.lake.table(LakeTable.MENDED);
    // without the hash that it carries to an ordinary commit
    DataFile file =
        DataFiles.builder(mended.spec())
            .copy(answer.toDataFile())
            .withEncryptionKeyMetadata((ByteBuffer) null)
            .build();
    mended
        .newAppend()
        .appendFile(file)
        .set("throughline.ledger-before", Long.toString(ledger))
        .commit();
    assertThat(openRows()).as("its ledger row is missing").hasSize(1);
    assertThat(raw()).hasSize(2);

    home.reopen();

    assertThat(raw()).containsOnlyKeys("1-2");
    home.take(home.file("2025-02/checkins-2.csv", CHECKINS, "k9,e1,2025-01-07,used"));
    assertThat(home.lake.ledger()).last().extracting(Delivery::number).isEqualTo(3);
    assertThat(openRows()).as("the number came again, the answer did not").hasSize(1);
  }

  @Test
  void aLakeThatHasNoKeysOfRejectsYetGetsThem() {
    home.take(roster(), home.file("2025-01/checkins.csv", CHECKINS, "k1,e1,2025-01-06,drank"));
    home.lake.table(LakeTable.REJECTS).updateSchema().deleteColumn("row_key").commit();
    home.reopen();
    home.take(home.file("2025-02/checkins-2.csv", CHECKINS, "k2,e1,2025-01-06,drank"));
    assertThat(openRows()).hasSize(2);
    home.take(
        home.file(
            "2025-03/checkins-3.csv", CHECKINS, "k1,e1,2025-01-06,used", "k2,e1,2025-01-06,used"));
    assertThat(openRows())
        .as("the older one can be answered by its id only")
        .containsExactly("checkins.csv 2 REJECTED: unknown code in reported_use");
  }

  @Test
  void aLargeFileThatIsHeldAsAWholeStreamsThrough() throws IOException {
    List<String> lines = new ArrayList<>(List.of(CHECKINS));
    for (int i = 0; i < 150_000; i++) {
      lines.add("CANARY-%07d,CANARY-E%d,2025-01-05,used".formatted(i, i % 1000));
    }
    Path checkins = home.file("2025-01/checkins.csv", lines.toArray(String[]::new));
    assertThat(Files.size(checkins)).isGreaterThan(ParsePlan.SMALL_BYTES);
    home.take(roster(), checkins);
    assertThat(counts("checkins.csv")).containsExactly(150_000L, 0L, 0L, 150_000L);
    Map<String, String> raw = raw();
    assertThat(raw).hasSize(150_000).containsEntry("1-150001", lines.get(150_000));
    assertThat(canaries(folder.resolve("delivered"))).isPositive();
    for (String part : List.of("lake", "quarantine")) {
      assertThat(canaries(folder.resolve(part))).as(part).isZero();
    }
  }

  private static long canaries(Path under) throws IOException {
    try (Stream<Path> files = Files.walk(under)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), ISO_8859_1).contains("CANARY");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              })
          .count();
    }
  }
}
