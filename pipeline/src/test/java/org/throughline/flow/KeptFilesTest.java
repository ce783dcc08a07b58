package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.lake.KeptFile;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.measure.MeasurePlan;

/** Data files: the hashes of their commits, and which of them stay when a lake is tidied. */
class KeptFilesTest {
  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
  private static final String CHECKINS = "checkin_id,episode_id,checkin_on,reported_use";

  @TempDir Path folder;
  private TestHome home;

  @BeforeEach
  void take() {
    home = new TestHome(folder);
    home.take(
        home.file(
            "2025-01/episodes.csv",
            "episode_id,client_id,site,admitted_on,tier",
            "e1,c1,North,2025-01-01,OP",
            "e2,c2,North,2025-01-10,IOP"));
    home.take(home.file("2025-01/checkins.csv", CHECKINS, "k1,e1,2025-01-05,used", "k2,,,"));
    home.take(home.file("2025-02/checkins.csv", CHECKINS, "k3,e1,2025-02-05,none"));
  }

  private LakeReader reader() {
    return new LakeReader(folder.resolve("lake"));
  }

  private static String sha256(String path) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(path))));
  }

  private Set<String> onDisk(LakeTable table, String part, String ending) throws IOException {
    Path place = folder.resolve("lake").resolve(table.code()).resolve(part);
    try (Stream<Path> files = Files.list(place)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(ending))
          .collect(Collectors.toSet());
    }
  }

  private Set<String> named(LakeTable table) {
    return reader().files(table).stream().map(KeptFile::path).collect(Collectors.toSet());
  }

  @Test
  void theHashOfEachCommittedFileIsThatOfItsBytes() throws IOException, NoSuchAlgorithmException {
    int files = 0;
    for (LakeTable table : LakeTable.values()) {
      for (KeptFile file : reader().files(table)) {
        assertThat(file.sha256()).as(file.path()).contains(sha256(file.path()));
        files++;
      }
    }
    // 1 of episodes, 2 of checkins, 1 of rejects, 3 of the ledger, 1 of timelines
    assertThat(files).isEqualTo(8);
    assertThat(home.lake.table(LakeTable.CHECKINS).currentSnapshot().summary())
        .containsKey("throughline.sha256-list");
  }

  @Test
  void rowsThatNoLedgerRowNamesAreInNoList() throws IOException {
    Set<String> before = named(LakeTable.CHECKINS);
    Table table = home.lake.table(LakeTable.CHECKINS);
    DataFile stray =
        DataFiles.builder(table.spec())
            .withPath(table.location() + "/data/stray.parquet")
            .withFileSizeInBytes(1)
            .withRecordCount(1)
            .build();
    table.newAppend().appendFile(stray).commit();
    assertThat(named(LakeTable.CHECKINS)).isEqualTo(before);
  }

  @Test
  void filesThatNoSnapshotNamesAreRemovedAndNoOthers() throws IOException {
    List<String> rows = home.dump();
    Path whole = Path.of(named(LakeTable.CHECKINS).iterator().next());
    String stray = Files.copy(whole, whole.resolveSibling("stray.parquet")).toString();
    Path metadata = folder.resolve("lake/checkins/metadata");
    Path half = Files.writeString(metadata.resolve("1234.metadata.json"), "{");
    Path list = Files.writeString(metadata.resolve("1234.sha256"), "");
    assertThat(onDisk(LakeTable.CHECKINS, "data", ".parquet")).contains(stray);

    home.lake.removeOrphans();

    assertThat(onDisk(LakeTable.CHECKINS, "data", ".parquet")).isEqualTo(named(LakeTable.CHECKINS));
    assertThat(half).doesNotExist();
    assertThat(list).doesNotExist();
    home.reopen();
    assertThat(home.dump()).isEqualTo(rows);
    assertThat(reader().ledger().deliveries()).hasSize(3);
    assertThat(reader().files(LakeTable.CHECKINS))
        .allSatisfy(file -> assertThat(file.sha256()).isPresent());
    // what was replaced is not yet let go of, so it is no orphan
    assertThat(onDisk(LakeTable.TIMELINES, "data", ".parquet")).hasSize(3);
  }

  @Test
  void anEarlierMonthDoneAgainLeavesOutcomesAtTheLatestCutAndHasItsOwn() throws IOException {
    publish(YearMonth.of(2025, 2), 1);
    Pinned earlier = publish(YearMonth.of(2025, 1), 1);
    assertThat(months(named(LakeTable.EPISODE_OUTCOMES))).containsExactly("2025-02");
    Set<String> ofEarlier =
        earlier.files().stream()
            .filter(file -> file.table() == LakeTable.EPISODE_OUTCOMES)
            .map(KeptFile::path)
            .collect(Collectors.toSet());
    assertThat(months(ofEarlier)).containsExactly("2025-01");
    assertThat(earlier.files()).allSatisfy(file -> assertThat(file.sha256()).isPresent());

    // done again, both have another state; what nobody names goes, what is pinned stays
    publish(YearMonth.of(2025, 1), 1);
    publish(YearMonth.of(2025, 2), 2);
    assertThat(onDisk(LakeTable.EPISODE_OUTCOMES, "data", ".parquet")).hasSize(4);
    home.lake.expire(LATER);
    home.lake.removeOrphans();
    assertThat(onDisk(LakeTable.EPISODE_OUTCOMES, "data", ".parquet")).hasSize(3);
    LakeReader reader = reader();
    for (String tag : List.of("2025-01.1", "2025-02.1", "2025-02.2")) {
      long state = reader.tagged(LakeTable.EPISODE_OUTCOMES, "publication-" + tag).orElseThrow();
      assertThat(
              months(
                  reader.files(LakeTable.EPISODE_OUTCOMES, state).stream()
                      .map(KeptFile::path)
                      .collect(Collectors.toSet())))
          .containsExactly(tag.substring(0, 7));
    }
    assertThat(months(named(LakeTable.EPISODE_OUTCOMES))).containsExactly("2025-02");
  }

  private Pinned publish(YearMonth month, int edition) {
    new Outcomes(home.spark, home.lake, Progress.SILENT)
        .write(new MeasurePlan(month, FoldRules.DEFAULT, Tiers.asam(), 24), edition);
    return new PublishedTables(home.lake).pin(month, edition, folder.resolve("lake"));
  }

  /** The months that stand in data files of outcomes. */
  private static Set<String> months(Set<String> files) {
    Set<String> months = new TreeSet<>();
    String list = files.stream().collect(Collectors.joining("', '", "['", "']"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement();
        ResultSet rows = sql.executeQuery("SELECT month FROM read_parquet(" + list + ")")) {
      while (rows.next()) {
        months.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return months;
  }

  @Test
  void replacedStatesGoWithTimeAndTaggedOnesStay() throws IOException {
    Pinned pinned =
        new PublishedTables(home.lake).pin(YearMonth.of(2025, 2), 1, folder.resolve("lake"));
    Set<String> pinnedFiles = named(LakeTable.TIMELINES);
    home.take(home.file("2025-03/checkins.csv", CHECKINS, "k4,e1,2025-03-05,none"));
    assertThat(onDisk(LakeTable.TIMELINES, "data", ".parquet")).hasSize(4);

    home.lake.expire(Instant.EPOCH);
    assertThat(onDisk(LakeTable.TIMELINES, "data", ".parquet")).hasSize(4);
    List<String> rows = home.dump();
    home.lake.expire(LATER);

    Set<String> kept = new TreeSet<>(named(LakeTable.TIMELINES));
    kept.addAll(pinnedFiles);
    assertThat(onDisk(LakeTable.TIMELINES, "data", ".parquet")).isEqualTo(kept).hasSize(2);
    assertThat(onDisk(LakeTable.TIMELINES, "metadata", ".sha256")).hasSize(2);
    assertThat(reader().files(LakeTable.TIMELINES, pinned.snapshot()))
        .extracting(KeptFile::path)
        .containsExactlyInAnyOrderElementsOf(pinnedFiles);
    assertThat(home.dump()).isEqualTo(rows);
    // rows of all deliveries stay, and the next delivery finds its way
    home.reopen();
    home.take(home.file("2025-04/checkins.csv", CHECKINS, "k5,e2,2025-04-05,none"));
    assertThat(new ArrayList<>(named(LakeTable.CHECKINS))).hasSize(4);
    assertThat(home.timeline("e1").checkins()).hasSize(3);
  }
}
