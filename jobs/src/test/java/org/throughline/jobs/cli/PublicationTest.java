package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.hadoop.HadoopTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.jobs.home.Home;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * What a publication stands on: two editions of one month, and whatever can be done to their files.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationTest {
  private static final YearMonth MONTH = SimulationSettings.DEFAULT_LAST_MONTH;

  @TempDir static Path folder;

  private static Home home = new Home(Path.of(""));
  private static String pinnedOfTheFirst = "";

  private final Session session = Session.plain();

  /** What is done to a file. */
  private interface Change {
    byte[] of(byte[] bytes);
  }

  @BeforeAll
  static void publishTwice() throws IOException {
    Path feeds = folder.resolve("feeds");
    Simulation.run(SimulationSettings.of(150, 4, 7, feeds));
    home = new Home(folder.resolve("home"));
    Session session = Session.plain();
    // the last month comes later: that its sites are missing is not what is tried here
    Files.createDirectories(home.root());
    Files.writeString(
        home.root().resolve("throughline.yml"),
        "throughline:\n  checks:\n    missing-site:\n      level: warn\n");
    String[] month = {"month", MONTH.toString(), "--home", home.root().toString()};
    List<String> command = new ArrayList<>(List.of(month));
    command.add("--receive");
    delivered(feeds, 0, 3).forEach(path -> command.add(path.toString()));
    assertThat(session.run(command.toArray(String[]::new))).as(session.err()).isZero();
    assertThat(session.run("tables", "--home", home.root().toString(), "--at", MONTH.toString()))
        .isZero();
    pinnedOfTheFirst = session.out();
    List<String> more = new ArrayList<>(List.of(month));
    more.add("--receive");
    delivered(feeds, 3, 4).forEach(path -> more.add(path.toString()));
    assertThat(session.run(more.toArray(String[]::new))).as(session.err()).isZero();
  }

  private static List<Path> delivered(Path feeds, int from, int to) throws IOException {
    try (Stream<Path> walk = Files.walk(feeds)) {
      List<Path> months =
          walk.filter(Files::isDirectory)
              .filter(f -> f.getFileName().toString().matches("\\d{4}-\\d{2}"))
              .sorted()
              .toList();
      return months.subList(from, to);
    }
  }

  private static Path report() {
    return home.reports().resolve(MONTH.toString());
  }

  private static Path pin(int edition) {
    return home.publications().resolve(MONTH + "." + edition);
  }

  private int verify(String... more) {
    return session.run(
        Stream.concat(
                Stream.of("verify", MONTH.toString(), "--home", home.root().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** Changes a file, verifies, and puts the file back as it was. */
  private String verifiedWith(Path file, Change change, String... more) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Path checksum = file.resolveSibling("." + file.getFileName() + ".crc");
    boolean hadChecksum = Files.exists(checksum);
    byte[] sums = hadChecksum ? Files.readAllBytes(checksum) : new byte[0];
    Files.deleteIfExists(checksum);
    Files.write(file, change.of(before.clone()));
    assertThat(verify(more)).as(session.out() + session.err()).isEqualTo(6);
    Files.write(file, before);
    if (hadChecksum) {
      Files.write(checksum, sums);
    }
    return session.out();
  }

  private static byte[] flipped(byte[] bytes) {
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }

  private static Change replaced(String text, String other) {
    return bytes -> {
      String before = new String(bytes, UTF_8);
      assertThat(before).contains(text);
      return before.replaceFirst(java.util.regex.Pattern.quote(text), other).getBytes(UTF_8);
    };
  }

  private static Path dataFile(String table) throws IOException {
    return Files.readAllLines(pin(2).resolve("files.sha256")).stream()
        .map(line -> line.substring(line.indexOf("  ") + 2))
        .filter(path -> path.startsWith(table + "/"))
        .map(home.lake()::resolve)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(1)
  void bothEditionsAreProven() throws IOException {
    assertThat(verify()).as(session.out() + session.err()).isZero();
    long figures = lines(report().resolve("figures.csv")) - 1;
    long points = lines(report().resolve("curves.csv")) - 1;
    assertThat(figures).isGreaterThan(500);
    assertThat(points).isGreaterThan(50);
    assertThat(session.out())
        .startsWith(MONTH + ", edition 2: no difference. ")
        .contains(String.format("Compared: %,d figures, %,d curve points, ", figures, points))
        .contains(String.format(" %,d data files.", lines(pin(2).resolve("files.sha256"))));
    assertThat(verify("--edition", "1")).as(session.out() + session.err()).isZero();
    assertThat(session.out()).startsWith(MONTH + ", edition 1: no difference. ");
    assertThat(verify("--edition", "3")).isEqualTo(2);
    assertThat(session.err()).contains("There is no edition 3 of " + MONTH);
  }

  private static long lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  @Test
  @Order(2)
  void aChangedByteOfADataFileIsNamed() throws IOException {
    for (String table :
        List.of(
            "timelines",
            "checkins",
            "episodes",
            "rejects",
            "deliveries",
            "set_aside_rows",
            "episode_outcomes",
            "figures")) {
      Path file = dataFile(table);
      assertThat(verifiedWith(file, PublicationTest::flipped))
          .isEqualTo("table " + table + ": the data file " + file + " was changed\n");
    }
    assertThat(verify()).isZero();
  }

  @Test
  @Order(3)
  void aLostDataFileIsNamed() throws IOException {
    Path file = dataFile("attendance");
    Path away = folder.resolve("away");
    Files.move(file, away);
    assertThat(verify()).isEqualTo(6);
    assertThat(session.out())
        .isEqualTo("table attendance: the data file " + file + " is missing\n");
    Files.move(away, file);
  }

  @Test
  @Order(4)
  void aChangedFigureIsNamedWithBothValues() throws IOException {
    Path file = report().resolve("figures.csv");
    String row =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(MONTH + ",2,"))
            .filter(line -> line.contains(",attendance,1,,all,all,all,,,,0."))
            .findFirst()
            .orElseThrow();
    String other = row.replaceFirst(",,,,0\\.(\\d+),", ",,,,0.5,");
    assertThat(verifiedWith(file, replaced(row, other)).lines())
        .anySatisfy(line -> assertThat(line).isEqualTo("figures.csv was changed"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("figures.csv: attendance, month " + MONTH + ": value 0.5 published")
                    .endsWith(row.split(",")[12] + " recomputed"))
        .hasSize(2);
  }

  @Test
  @Order(5)
  void aChangedPointOfACurveIsNamedEvenIfItsHashIsMadeToFit() throws IOException {
    Path file = report().resolve("curves.csv");
    byte[] before = Files.readAllBytes(file);
    List<String> rows = Files.readAllLines(file);
    String[] cells = rows.get(rows.size() - 1).split(",");
    String hash = sha256(before);
    cells[9] = Integer.toString(Integer.parseInt(cells[9]) + 1);
    rows.set(rows.size() - 1, String.join(",", cells));
    byte[] after = (String.join("\n", rows) + "\n").getBytes(UTF_8);
    Files.write(file, after);
    String out = verifiedWith(report().resolve("publication.json"), replaced(hash, sha256(after)));
    Files.write(file, before);
    assertThat(out.lines())
        .anySatisfy(line -> assertThat(line).isEqualTo("publication.json was changed"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("curves.csv: " + cells[3] + ", month " + MONTH)
                    .contains("day " + cells[8] + ": at_risk " + cells[9] + " published"))
        .hasSize(2);
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(6)
  void aChangedSettingIsNamed() throws IOException {
    Path file = report().resolve("publication.json");
    assertThat(verifiedWith(file, replaced("\"small-cell\": \"11\"", "\"small-cell\": \"5\"")))
        .isEqualTo(
            """
            publication.json was changed
            publication.json: setting small-cell is 5, but was 11
            """);
    assertThat(verifiedWith(file, bytes -> "{".getBytes(UTF_8)))
        .contains("publication.json cannot be read")
        .contains("publication.json was changed");
  }

  @Test
  @Order(7)
  void changedTalliesAreNamed() throws IOException {
    Path file = pin(2).resolve("tallies.tsv");
    String line =
        Files.readAllLines(file).stream().filter(l -> l.endsWith("1")).findFirst().orElseThrow();
    assertThat(verifiedWith(file, replaced(line + "\n", line + "2\n")).lines())
        .containsExactly(
            file + " was changed",
            "tally "
                + line.substring(0, line.lastIndexOf('\t')).replace('\t', ' ').strip()
                + ": count "
                + (line.substring(line.lastIndexOf('\t') + 1).split(",").length - 1)
                + " is "
                + line.substring(1 + Math.max(line.lastIndexOf('\t'), line.lastIndexOf(',')))
                + "2 kept, "
                + line.substring(1 + Math.max(line.lastIndexOf('\t'), line.lastIndexOf(',')))
                + " recounted");
    assertThat(verifiedWith(file, bytes -> "nothing".getBytes(UTF_8)))
        .contains(file + " was changed");
  }

  @Test
  @Order(8)
  void filesOfTheReportAreNamed() throws IOException {
    Path page = report().resolve("index.html");
    assertThat(verifiedWith(page, PublicationTest::flipped)).isEqualTo("index.html was changed\n");
    Path extra = Files.writeString(report().resolve("notes.txt"), "x");
    assertThat(verify()).isEqualTo(6);
    assertThat(session.out()).isEqualTo("notes.txt is not part of the publication\n");
    Files.delete(extra);
    Path earlier = home.reports().resolve("editions").resolve(MONTH + ".1").resolve("index.html");
    assertThat(verifiedWith(earlier, PublicationTest::flipped, "--edition", "1"))
        .isEqualTo("index.html was changed\n");
    assertThat(verify()).isZero();
  }

  @Test
  @Order(9)
  void tablesAreListsOfFilesThatDuckDbReads() throws IOException, SQLException {
    assertThat(session.run("tables", "--home", home.root().toString())).isZero();
    Map<String, List<String>> now = byTable(session.out());
    Map<String, List<String>> then = byTable(pinnedOfTheFirst);
    assertThat(session.run("tables", "--home", home.root().toString(), "--at", MONTH.toString()))
        .isZero();
    assertThat(byTable(session.out()).get("timelines")).isEqualTo(now.get("timelines"));
    assertThat(session.run("tables", "--home", home.root().toString(), "--format", "json"))
        .isZero();
    JsonNode json = new ObjectMapper().readTree(session.out());
    assertThat(json).hasSize(now.values().stream().mapToInt(List::size).sum());
    assertThat(json.get(0).get("sha256").asText()).hasSize(64);

    assertThat(session.run("status", "--home", home.root().toString(), "--json")).isZero();
    JsonNode status = new ObjectMapper().readTree(session.out());
    long files = 0;
    long read = 0;
    for (JsonNode delivery : status.get("deliveries")) {
      files += delivery.get("files").asLong();
      read += delivery.get("read").asLong();
    }
    assertThat(rows(now.get("deliveries"))).isEqualTo(files);
    long kept = rows(now.get("rejects"));
    for (String feed : List.of("episodes", "placements", "attendance", "checkins", "relapses")) {
      kept += rows(now.get(feed));
      assertThat(now.get(feed)).containsAll(then.get(feed)).hasSizeGreaterThan(1);
    }
    assertThat(kept).isEqualTo(read);
    assertThat(rows(now.get("figures"))).isGreaterThan(lines(report().resolve("figures.csv")));
    assertThat(then.get("timelines")).isNotEqualTo(now.get("timelines"));
    assertThat(rows(then.get("timelines"))).isLessThan(rows(now.get("timelines")));
    for (Map<String, List<String>> tables : List.of(now, then)) {
      assertThat(rows(tables.get("episode_outcomes"))).isEqualTo(rows(tables.get("timelines")));
    }
  }

  @Test
  @Order(9)
  void tablesAsViewsShowInDuckDbWhatTimelinesAreMadeOf() throws SQLException {
    String[] tables = {"tables", "--home", home.root().toString(), "--sql", "duckdb"};
    assertThat(session.run(tables)).as(session.err()).isZero();
    String now = session.out();
    List<String> at = new ArrayList<>(List.of(tables));
    at.addAll(List.of("--at", MONTH.toString()));
    assertThat(session.run(at.toArray(String[]::new))).as(session.err()).isZero();
    for (String script : List.of(now, session.out())) {
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement sql = duck.createStatement()) {
        sql.execute(script);
        long checkins = number(sql, "SELECT count(*) FROM checkins_current");
        assertThat(checkins)
            .isEqualTo(number(sql, "SELECT sum(len(checkins)) FROM timelines"))
            .isLessThan(number(sql, "SELECT count(*) FROM checkins"))
            .isGreaterThan(1_000);
        assertThat(number(sql, "SELECT count(*) FROM attendance_current"))
            .isEqualTo(number(sql, "SELECT sum(len(sessions)) FROM timelines"))
            .isGreaterThan(1_000);
        assertThat(number(sql, "SELECT count(*) FROM episodes_current"))
            .isEqualTo(
                number(
                    sql,
                    "SELECT count(*) FROM timelines SEMI JOIN episode_outcomes"
                        + " USING (episode_key, client_key, site, admitted_on, tier)"))
            .isGreaterThan(100);
      }
    }
    List<String> both = new ArrayList<>(List.of(tables));
    both.addAll(List.of("--format", "json"));
    assertThat(session.run(both.toArray(String[]::new))).isEqualTo(2);
    assertThat(session.run("tables", "--home", home.root().toString(), "--sql", "trino"))
        .isEqualTo(2);
    assertThat(session.err()).contains("trino").contains("duckdb").contains("spark");
  }

  private static long number(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  private static Map<String, List<String>> byTable(String list) {
    return list.lines()
        .map(line -> line.split("\t"))
        .collect(
            Collectors.groupingBy(
                cells -> cells[0],
                TreeMap::new,
                Collectors.mapping(cells -> cells[1], Collectors.toList())));
  }

  private static long rows(List<String> files) throws SQLException {
    String list =
        files.stream().map(f -> "'" + f.replace("'", "''") + "'").collect(Collectors.joining(","));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement query = duck.createStatement();
        ResultSet count = query.executeQuery("select count(*) from read_parquet([" + list + "])")) {
      assertThat(count.next()).isTrue();
      return count.getLong(1);
    }
  }

  @Test
  @Order(10)
  void doneAgainItStaysAsItIs() throws IOException {
    byte[] before = Files.readAllBytes(report().resolve("publication.json"));
    String month = MONTH.toString();
    String[] backfill = {"backfill", month, month, "--home", home.root().toString()};
    assertThat(session.run(backfill)).as(session.err()).isZero();
    assertThat(session.err()).contains("published before, from the same data: edition 2");
    assertThat(session.out()).isEqualTo(report().resolve("index.html") + "\n");
    List<String> again = new ArrayList<>(List.of(backfill));
    again.add("--again");
    assertThat(session.run(again.toArray(String[]::new))).as(session.err()).isZero();
    assertThat(session.err()).contains("edition 2, came out the same to the last byte");
    assertThat(Files.readAllBytes(report().resolve("publication.json"))).isEqualTo(before);
    assertThat(verify()).as(session.out() + session.err()).isZero();
  }

  /** The names are a contract with scripts: a key may be added, none may go. */
  @Test
  @Order(13)
  void theStatusTellsScriptsWhatThereIsAndWhatWaits() throws IOException {
    Path late = Files.createDirectories(folder.resolve("late/" + MONTH)).resolve("checkins-z.csv");
    Files.writeString(
        late, "checkin_id,episode_id,checkin_on,reported_use\nz1,nobody," + MONTH + "-02,none\n");
    assertThat(session.run("receive", "--home", home.root().toString(), late.toString()))
        .as(session.err())
        .isZero();
    assertThat(session.run("status", "--home", home.root().toString(), "--json")).isZero();
    JsonNode status = new ObjectMapper().readTree(session.out());
    assertThat(keys(status))
        .containsExactlyInAnyOrder(
            "home",
            "running",
            "deliveries",
            "published",
            "accepted",
            "runs",
            "settled",
            "log",
            "waiting");
    assertThat(status.get("running").isNull()).isTrue();
    assertThat(status.get("settled").asBoolean()).isTrue();
    assertThat(keys(status.get("deliveries").get(0)))
        .containsExactlyInAnyOrder(
            "source", "feed", "files", "latest_as_of", "read", "accepted", "rejected", "held");
    JsonNode month = status.get("published").get(0);
    assertThat(keys(month))
        .containsExactlyInAnyOrder(
            "month",
            "edition",
            "cut",
            "from_data_of_now",
            "report",
            "earlier_editions",
            "later_deliveries");
    assertThat(month.get("edition").asInt()).isEqualTo(2);
    assertThat(month.get("earlier_editions")).hasSize(1);
    assertThat(month.get("earlier_editions").get(0).asInt()).isEqualTo(1);
    assertThat(month.get("from_data_of_now").asBoolean()).isFalse();
    assertThat(month.get("later_deliveries").get(0).asText()).isEqualTo("checkins-z.csv");
    JsonNode run = status.get("runs").get(0);
    assertThat(keys(run))
        .containsExactlyInAnyOrder("month", "started", "ended", "state", "last_step");
    assertThat(run.get("state").asText()).isEqualTo("COMPLETED");
    List<String> why = new ArrayList<>();
    status.get("waiting").forEach(waiting -> why.add(waiting.get("why").asText()));
    assertThat(why).contains("held_rows", "later_deliveries");
    assertThat(keys(status.get("waiting").get(0)))
        .containsExactlyInAnyOrder("why", "count", "what");
    Files.writeString(home.unsettled(), "");
    assertThat(session.run("status", "--home", home.root().toString(), "--json")).isZero();
    assertThat(session.out()).contains("\"why\" : \"unsettled\"");
    Files.delete(home.unsettled());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  @Order(11)
  void aBackfillEndsAtTheFirstMonthThatStopsAndSaysWhere() {
    Path bare = folder.resolve("bare");
    assertThat(session.run("backfill", "2025-01", "2025-02", "--home", bare.toString()))
        .isEqualTo(3);
    assertThat(session.err()).contains("Month 2025-01").contains("The backfill ends at 2025-01.");
    assertThat(session.err()).doesNotContain("Month 2025-02");
    assertThat(session.run("backfill", "2025-02", "2025-01", "--home", bare.toString()))
        .isEqualTo(2);
    assertThat(session.err()).contains("2025-02 is after 2025-01");
  }

  @Test
  @Order(12)
  void aLostTagAndALostPinAreNamed() throws IOException {
    String tag = "publication-" + MONTH + ".2";
    StringBuilder expected = new StringBuilder();
    for (String name : List.of("episode_outcomes", "timelines")) {
      Table table =
          new HadoopTables(new Configuration()).load(home.lake().resolve(name).toString());
      table.manageSnapshots().removeTag(tag).commit();
      expected.append("table " + name + ": the tag " + tag + " is missing\n");
      assertThat(verify()).isEqualTo(6);
      assertThat(session.out()).isEqualTo(expected.toString());
    }
    Path away = folder.resolve("pin");
    Files.move(pin(2), away);
    assertThat(verify()).isEqualTo(6);
    assertThat(session.out()).startsWith("The pin is missing or unreadable: ");
    Files.move(away, pin(2));
  }
}
