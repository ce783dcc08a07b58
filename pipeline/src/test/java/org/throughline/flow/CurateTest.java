package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.feed.Feed;
import org.throughline.figure.FileSummary;

/** Timelines of random deliveries against {@link Oracle}, in any order, cut and packed any way. */
class CurateTest {
  @TempDir Path folder;

  private static Path write(TestHome home, RandomProgram.FeedFile file) {
    return home.file(file.path(), file.lines());
  }

  private TestHome home(String name, Map<String, String> settings) {
    return new TestHome(folder.resolve(name), settings);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void incrementallyInAnyOrderAsFromScratch(long seed) {
    List<RandomProgram.FeedFile> files = new RandomProgram(seed).files();
    Oracle oracle = new Oracle(files);
    List<String> expected = oracle.timelines();

    TestHome atOnce = home("at-once", Map.of());
    atOnce.take(files.stream().map(file -> write(atOnce, file)).toArray(Path[]::new));
    assertThat(atOnce.dump()).isEqualTo(expected);
    assertCounts(atOnce, files, oracle);

    TestHome oneByOne = home("one-by-one", Map.of(Curate.PARTITIONS, "3"));
    List<RandomProgram.FeedFile> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(seed));
    for (int from = 0; from < shuffled.size(); from += 9) {
      List<RandomProgram.FeedFile> some =
          shuffled.subList(from, Math.min(shuffled.size(), from + 9));
      oneByOne.take(some.stream().map(file -> write(oneByOne, file)).toArray(Path[]::new));
      Oracle sofar = new Oracle(shuffled.subList(0, from + some.size()));
      assertThat(oneByOne.dump()).isEqualTo(sofar.timelines());
      assertThat(oneByOne.setAside()).isEqualTo(sofar.setAside.stream().sorted().toList());
    }
    assertCounts(oneByOne, files, oracle);
    CurrentViews.assertThatTheyHold(oneByOne, oracle);
    assertThat(oneByOne.lake.dataIdentity()).isEqualTo(atOnce.lake.dataIdentity());
  }

  private static void assertCounts(
      TestHome home, List<RandomProgram.FeedFile> files, Oracle oracle) {
    Map<String, String> expected = new TreeMap<>();
    for (RandomProgram.FeedFile file : files) {
      long held = oracle.held.getOrDefault(file.path(), 0L);
      long rejected = oracle.rejected.getOrDefault(file.path(), 0L);
      long read = file.rows().size();
      expected.put(
          file.path(), read + " " + (read - held - rejected) + " " + rejected + " " + held);
    }
    Map<String, String> found = new TreeMap<>();
    for (FileSummary s : home.lake.summaries()) {
      found.put(
          s.asOf().toString().substring(0, 7) + "/" + s.file(),
          s.read() + " " + s.accepted() + " " + s.rejected() + " " + s.held());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(home.setAside()).isEqualTo(oracle.setAside.stream().sorted().toList());
    assertThat(oracle.setAside.stream().map(row -> row.split("\\|")[5]).distinct()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void inAnyNumberOfPartitionsGzippedAndSplit(int partitions) {
    List<RandomProgram.FeedFile> files = new RandomProgram(11).files();
    Map<String, String> settings = new HashMap<>();
    settings.put(Curate.PARTITIONS, Integer.toString(partitions));
    settings.put(Curate.COMPARED_ROWS, "0"); // look at bits first, as with many millions of rows
    TestHome home = home("cut", settings);
    List<Path> paths = new ArrayList<>();
    for (RandomProgram.FeedFile file : files) {
      int half = file.rows().size() / 2;
      List<String[]> first = file.rows().subList(0, half);
      List<String[]> second = file.rows().subList(half, file.rows().size());
      // names keep the order in which rows of one key supersede each other
      String name = file.name().replace(".csv", "");
      paths.add(
          home.gzipped(
              file.month() + "/" + name + ".csv.1.csv.gz",
              new RandomProgram.FeedFile(file.month(), "", file.feed(), first).lines()));
      paths.add(
          home.file(
              file.month() + "/" + name + ".csv.2.csv",
              new RandomProgram.FeedFile(file.month(), "", file.feed(), second).lines()));
    }
    home.take(paths.toArray(Path[]::new));

    assertThat(home.dump()).isEqualTo(new Oracle(files).timelines());
    assertThat(Curated.files(home.lake).files()).hasSizeLessThanOrEqualTo(partitions);
  }

  /** Views can be made of a lake without files of some tables, and show no row uncurated. */
  @Test
  void viewsOfFewFilesShowWhatWasCurated() throws SQLException {
    TestHome home = home("it's [a] few {b,c}", Map.of());
    String roster = "episode_id,client_id,site,admitted_on,tier";
    home.take(home.file("2025-01/episodes.csv", roster, "e1,c1,N,2025-01-01,OP"));
    home.receive(
        home.file("2025-02/episodes.csv", roster, "e1,c1,S,2025-01-01,OP", "e2,c2,S,2025-01-02,OP"),
        home.file("2025-01/relapses.csv", "relapse_id,episode_id,started_on,severity"));
    assertThat(sites(home)).containsExactly("N");
    home.curate();
    assertThat(sites(home)).containsExactly("S", "S");
  }

  private static List<String> sites(TestHome home) throws SQLException {
    List<String> sites = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      for (String view : CurrentViews.statements(home, SqlDialect.DUCKDB)) {
        sql.execute(view);
      }
      try (ResultSet rows = sql.executeQuery("SELECT site FROM episodes_current ORDER BY 1")) {
        while (rows.next()) {
          sites.add(rows.getString(1));
        }
      }
      for (String empty : List.of("checkins_current", "relapses", "figures", "episode_outcomes")) {
        try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + empty)) {
          rows.next();
          assertThat(rows.getLong(1)).as(empty).isZero();
        }
      }
    }
    for (String view : CurrentViews.statements(home, SqlDialect.SPARK)) {
      home.spark.sql(view.substring(0, view.length() - 1));
    }
    assertThat(home.spark.sql("SELECT site FROM episodes_current ORDER BY 1").collectAsList())
        .extracting(row -> row.getString(0))
        .isEqualTo(sites);
    return sites;
  }

  @Test
  void aSourceThatSendsEverythingAnewEachMonthAddsNothing() {
    RandomProgram.FeedFile file =
        new RandomProgram(5)
            .files().stream().filter(any -> any.feed() == Feed.EPISODES).findFirst().orElseThrow();
    TestHome home = home("again", Map.of(Curate.COMPARED_ROWS, "0"));
    home.take(home.file("2025-01/episodes.csv", file.lines()));
    List<String> first = home.dump();
    CurateOutcome second = home.take(home.file("2025-02/episodes.csv", file.lines()));

    assertThat(second.changed()).isTrue();
    assertThat(home.dump()).isEqualTo(first);
    assertThat(home.lake.ledger()).hasSize(2);
  }
}
