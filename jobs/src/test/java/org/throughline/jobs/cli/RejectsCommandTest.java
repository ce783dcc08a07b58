package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.figure.FileSummary;
import org.throughline.jobs.home.Home;
import org.throughline.lake.LedgerReader;

/**
 * Dirty feeds of two sources are received, their rejects written out, mended and received again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RejectsCommandTest {
  @TempDir static Path folder;

  private static Path feeds = Path.of("");
  private static Home home = new Home(Path.of(""));

  private final Session session = Session.plain();

  @BeforeAll
  static void deliver() throws IOException {
    home = new Home(folder.resolve("a home"));
    feeds = Files.createDirectories(folder.resolve("feeds"));
    write(
        "canonical/episodes-2025-01.csv",
        "episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier,nickname",
        "CANARY-E1,CANARY-C1,North,2025-01-01,,,OP,CANARY Ann",
        "CANARY-E2,CANARY-C2,North,2025-01-02,,,0P,CANARY Bob", // no such tier
        "CANARY-E3,CANARY-C3,North,2025-01-09,2025-01-03,left,OP,CANARY Cyd"); // discharged before
    write(
        "canonical/attendance-2025-01.csv",
        "session_id,episode_id,scheduled_on,service,status,minutes,note",
        "CANARY-S1,CANARY-E1,2025-01-03,group,attended,60,fine",
        "CANARY-S2,CANARY-E1,2025-01-04,group,atended,60,\"CANARY, of two\nlines\"",
        "\"CANARY-S3\"x,CANARY-E1,2025-01-05,group,attended,60,torn",
        "CANARY-S4,CANARY-E2,2025-01-05,group,attended,60,held", // e2 was rejected
        "CANARY-S5,CANARY-E1,2024-12-01,group,attended,60,early",
        "CANARY-S6,CANARY-E1,2025-01-06,group,attended,60,=1+1,too many",
        "CANARY-S7,CANARY-E1,2025-01-32,group,attended,60,=CANARY()");
    Files.createDirectories(feeds.resolve("harbor"));
    Files.write(
        feeds.resolve("harbor/episodes-harbor-2025-01.csv"),
        List.of(
            "Episode No;Patient No;Location;Admit Date;Discharge Date;Discharge Reason;Level of Care;Stepped Down From",
            "CANARY-H1;CANARY-P1;harbor;01/02/2025;;;Level 9;Résidence"),
        Charset.forName("windows-1252"));
  }

  private static void write(String name, String... lines) throws IOException {
    Path file = feeds.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private int rejects(String... more) {
    return session.run(
        Stream.concat(Stream.of("rejects", "--home", home.root().toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private int receive(String source, Path path) {
    return session.run(
        "receive", "--home", home.root().toString(), "--source", source, path.toString());
  }

  private static FileSummary summary(String file) {
    FileSummary summary =
        LedgerReader.read(home.lake()).summaries().stream()
            .filter(s -> s.file().equals(file))
            .findFirst()
            .orElseThrow();
    assertThat(summary.accepted() + summary.rejected() + summary.held()).isEqualTo(summary.read());
    return summary;
  }

  /** Rows of a CSV file by the line that they were set aside from. */
  private static List<CSVRecord> sheet(Path file) throws IOException {
    String text = Files.readString(file, UTF_8);
    assertThat(text).startsWith("\uFEFFthroughline_reject,throughline_reason,").contains("\r\n");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
      return parser.getRecords();
    }
  }

  private static CSVRecord line(List<CSVRecord> sheet, long line) {
    return sheet.stream()
        .filter(r -> r.get("throughline_line").equals(Long.toString(line)))
        .findFirst()
        .orElseThrow();
  }

  /** Saves a sheet as a spreadsheet would, with changed cells: line, column, value. */
  private static void mend(Path from, Path to, List<List<String>> changes, String delimiter)
      throws IOException {
    List<CSVRecord> sheet = sheet(from);
    List<String> names = sheet.get(0).getParser().getHeaderNames();
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    try (var out = Files.newBufferedWriter(to, UTF_8);
        CSVPrinter printer = new CSVPrinter(out, format)) {
      out.write('\uFEFF');
      printer.printRecord(names);
      for (CSVRecord row : sheet) {
        List<String> cells = new ArrayList<>(row.toList());
        for (List<String> change : changes) {
          if (row.get("throughline_line").equals(change.get(0))) {
            cells.set(names.indexOf(change.get(1)), change.get(2));
          }
        }
        printer.printRecord(cells);
      }
    }
  }

  private static long filesWithCanaries(Path under) throws IOException {
    long found = 0;
    try (Stream<Path> files = Files.walk(under)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found += new String(Files.readAllBytes(file), ISO_8859_1).contains("CANARY") ? 1 : 0;
      }
    }
    return found;
  }

  @Test
  @Order(1)
  void theListNamesFileLineReasonAndValueButNoIdentifier() throws IOException {
    assertThat(receive("canonical", feeds.resolve("canonical"))).isZero();
    assertThat(session.out() + session.err()).doesNotContain("CANARY");
    assertThat(receive("harbor", feeds.resolve("harbor"))).isZero();

    assertThat(rejects()).isZero();
    assertThat(session.out())
        .contains("canonical, attendance: attendance-2025-01.csv as of 2025-01-31\n")
        .contains(
            "  1 rejected: unknown code in status\n    line 3: “atended” is none of attended,")
        .contains("  1 rejected: text after a closing quote\n    line 5: double each quote")
        .contains("  1 held: the episode is not known yet\n    line 6\n")
        .contains("  1 rejected: more than 7 days before admission\n    line 7\n")
        .contains("harbor, episodes: episodes-harbor-2025-01.csv")
        .doesNotContain("CANARY")
        .doesNotContain("S2");
    assertThat(session.err())
        .contains("8 rejected, 1 held. Held rows are tried again")
        .contains("throughline rejects --home '" + home.root() + "' --out FILE.csv");
    FileSummary attendance = summary("attendance-2025-01.csv");
    assertThat(List.of(attendance.read(), attendance.rejected(), attendance.held()))
        .containsExactly(7L, 5L, 1L);
  }

  @Test
  @Order(2)
  void aFileInTheHomeOrOneThatIsThereIsRefused() throws IOException {
    Path inside = home.root().resolve("rows.csv");
    assertThat(rejects("--out", inside.toString())).isEqualTo(2);
    assertThat(session.err()).contains(inside + " lies in the home");
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.root());
    assertThat(rejects("--out", link.resolve("rows.csv").toString())).isEqualTo(2);
    assertThat(inside).doesNotExist();
    Path there = Files.writeString(folder.resolve("there.csv"), "mine");
    assertThat(rejects("--out", there.toString())).isEqualTo(2);
    assertThat(session.err()).contains(there + " exists already");
    assertThat(there).hasContent("mine");
    assertThat(rejects("--out", folder.resolve("no/rows.csv").toString())).isEqualTo(2);
    assertThat(session.err()).contains("there is no folder");
    Path one = folder.resolve("mend-harbor-episodes.csv");
    Files.writeString(one, "mine");
    assertThat(rejects("--out", folder.resolve("mend.csv").toString())).isEqualTo(2);
    assertThat(session.err()).contains(one + " exists already");
    assertThat(folder.resolve("mend-canonical-attendance.csv")).doesNotExist();
    Files.delete(one);
  }

  @Test
  @Order(3)
  void anotherKeyIsNamedAndWritesNothing() throws IOException {
    Session stranger = new Session(Map.of("THROUGHLINE_KEY", "ab".repeat(32)), Optional.empty());
    int code =
        stranger.run(
            "rejects",
            "--home",
            home.root().toString(),
            "--out",
            folder.resolve("mend.csv").toString());
    assertThat(code).isEqualTo(2);
    assertThat(stranger.err()).contains("written under another pseudonym key");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("mend"))).isEmpty();
    }
  }

  @Test
  @Order(4)
  void rowsAreWrittenForTheirOwnerUnderTheSourcesNamesWithTheReasonBeside() throws IOException {
    assertThat(rejects("--out", folder.resolve("mend.csv").toString())).isZero();
    Path attendance = folder.resolve("mend-canonical-attendance.csv");
    Path harbor = folder.resolve("mend-harbor-episodes.csv");
    assertThat(session.out().lines())
        .containsExactly(
            attendance.toString(),
            folder.resolve("mend-canonical-episodes.csv").toString(),
            harbor.toString());
    assertThat(session.err())
        .contains("6 rows of attendance from canonical. When they are corrected:")
        .contains(
            "throughline receive --home '" + home.root() + "' --source canonical " + attendance)
        .contains("1 cells begin with =")
        .doesNotContain("CANARY");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(attendance)))
        .isEqualTo("rw-------");

    List<CSVRecord> sheet = sheet(attendance);
    assertThat(sheet).hasSize(6);
    assertThat(line(sheet, 3).get("note")).isEqualTo("CANARY, of two\nlines");
    assertThat(line(sheet, 3).get("throughline_reason"))
        .startsWith("unknown code in status – “atended” is none of");
    assertThat(line(sheet, 3).get("throughline_file")).isEqualTo("attendance-2025-01.csv");
    assertThat(line(sheet, 5).get("session_id")).isEmpty();
    assertThat(line(sheet, 5).get("throughline_raw"))
        .isEqualTo("\"CANARY-S3\"x,CANARY-E1,2025-01-05,group,attended,60,torn");
    assertThat(line(sheet, 6).get("throughline_reason"))
        .isEqualTo("held: episode_id: the episode is not known yet");
    assertThat(line(sheet, 8).get("throughline_raw")).contains("too many");
    assertThat(line(sheet, 9).get("note")).as("as it was delivered").isEqualTo("=CANARY()");
    CSVRecord episode = sheet(harbor).get(0);
    assertThat(episode.get("Stepped Down From")).isEqualTo("Résidence");
    assertThat(episode.get("Patient No")).isEqualTo("CANARY-P1");
  }

  @Test
  @Order(5)
  void realIdentifiersAreInTheWrittenFilesAndNowhereInTheHome() throws IOException {
    assertThat(filesWithCanaries(feeds)).isEqualTo(3);
    assertThat(filesWithCanaries(home.root())).isZero();
    assertThat(home.quarantine()).isNotEmptyDirectory();
    assertThat(filesWithCanaries(folder)).isEqualTo(3 + 3);
  }

  @Test
  @Order(6)
  void mendedRowsAreReceivedAndTheListIsShorter() throws IOException {
    Path attendance = folder.resolve("attended again.csv");
    mend(
        folder.resolve("mend-canonical-attendance.csv"),
        attendance,
        List.of(
            List.of("3", "status", "attended"),
            List.of("5", "session_id", "CANARY-S3"),
            List.of("5", "episode_id", "CANARY-E1"),
            List.of("5", "scheduled_on", "2025-01-05"),
            List.of("5", "service", "group"),
            List.of("5", "status", "attended"),
            List.of("9", "scheduled_on", "2025-02-30")), // wrong again
        ";"); // as a spreadsheet of another country saves it
    assertThat(receive("canonical", attendance)).as(session.err()).isZero();
    assertThat(session.out() + session.err())
        .doesNotContain("CANARY")
        .doesNotContain("not used: t");
    FileSummary again = summary("attended again.csv");
    assertThat(again.feed()).isEqualTo("attendance");
    assertThat(List.of(again.read(), again.accepted(), again.rejected(), again.held()))
        .as("two are right; 5 and 7 of the first file are as they were, one is wrong again")
        .containsExactly(6L, 2L, 3L, 1L);

    assertThat(rejects()).isZero();
    assertThat(session.err()).contains("6 rejected, 1 held.");
    assertThat(session.out()).doesNotContain("attendance-2025-01.csv");

    // the roster is mended: what was held leaves the list
    Path episodes = folder.resolve("mended.csv");
    mend(
        folder.resolve("mend-canonical-episodes.csv"),
        episodes,
        List.of(List.of("3", "tier", "OP"), List.of("4", "discharged_on", "2025-02-03")),
        ",");
    assertThat(receive("canonical", episodes)).as(session.err()).isZero();
    assertThat(session.out()).contains("episodes").contains("mended.csv");
    assertThat(rejects()).isZero();
    assertThat(session.err()).contains("4 rejected, 0 held.");
    assertThat(summary("attended again.csv").held()).isZero();
    assertThat(filesWithCanaries(home.root())).isZero();
  }

  @Test
  @Order(7)
  void aDamagedFileIsNamedAndTheOthersAreWrittenStill() throws IOException {
    Path damaged;
    try (Stream<Path> files = Files.list(home.quarantine())) {
      damaged =
          files.filter(f -> f.toString().endsWith(".lines")).sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    assertThat(rejects("--out", folder.resolve("rest.csv").toString())).isEqualTo(3);
    assertThat(session.err()).contains(damaged.getFileName() + " is damaged");
    assertThat(session.out()).isNotEmpty();
    assertThat(rejects("--all")).as("the list needs no line").isZero();
  }
}
