package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.measure.Estimates;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.PublicationContext;
import org.throughline.measure.SimulatedProgram;
import org.throughline.measure.TallySheet;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * A simulated program with all its dirt, from raw files to figures, beside a second implementation
 * in SQL that reads the same files ({@code recomputation.sql}); and what one changed cell changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecomputationTest {
  private static final MeasurePlan PLAN =
      new MeasurePlan(SimulationSettings.DEFAULT_LAST_MONTH, FoldRules.DEFAULT, Tiers.asam(), 24);

  @TempDir static Path folder;

  private Connection duck;
  private TestHome home;
  private MonthReport report;
  private SimulationSettings program;
  private int corrections;

  @BeforeAll
  void simulate() throws IOException, SQLException {
    Path feeds = folder.resolve("feeds");
    program =
        SimulationSettings.of(500, 13, 11, feeds)
            .withSites(2)
            .withPacking(SimulationSettings.Packing.PLAIN);
    Simulation.run(program);
    home = new TestHome(folder.resolve("home"));
    home.take(feeds);
    report = figures();
    duck = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement sql = duck.createStatement();
        InputStream text =
            Objects.requireNonNull(getClass().getResourceAsStream("/recomputation.sql"))) {
      sql.execute("SET threads = 1");
      for (String statement :
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${feeds}", feeds.toString())
              .split(";\n")) {
        if (!statement.isBlank()) {
          sql.execute(statement);
        }
      }
    }
  }

  @AfterAll
  void close() throws SQLException {
    duck.close();
  }

  /** All figures of the last month, nothing hidden. */
  private MonthReport figures() {
    return figures(new Tally(home.spark, home.lake, Progress.SILENT).run(PLAN));
  }

  private static MonthReport figures(TallySheet counts) {
    return Estimates.estimate(
        counts,
        PLAN,
        new PublicationContext("Recomputed", 1, 0, List.of(), List.of(), Map.of(), "none"));
  }

  /** The fold reads timelines past Iceberg's readers, which box each number: the same comes out. */
  @Test
  void bothWaysOfReadingTimelinesAgree() {
    assertThat(home.timelinesByCells().stream().map(TestHome::text))
        .containsExactlyElementsOf(home.dump());
  }

  /** The studies fold programs in memory: what they fold is what arrives through files. */
  @Test
  void theWayWithoutFilesGivesTheSameFigures() {
    MonthReport inMemory =
        figures(SimulatedProgram.counts(program, PLAN, UnaryOperator.identity()));
    assertThat(results(inMemory)).isEqualTo(results(report));
    assertThat(inMemory.curves()).isEqualTo(report.curves());
  }

  private Map<String, String> published(String measure, OptionalInt at) {
    Map<String, String> shares = new TreeMap<>();
    for (Figure figure : report.figures()) {
      if (figure.month().equals(report.month())
          && figure.measure().equals(measure)
          && figure.at().equals(at)
          && figure.result() instanceof Result.Proportion share) {
        Slice slice = figure.slice();
        shares.put(
            slice.tier() + " " + slice.family() + " " + slice.site(),
            share.numerator() + " of " + share.denominator());
      }
    }
    return shares;
  }

  private Map<String, String> recomputed(String table) throws SQLException {
    Map<String, String> shares = new TreeMap<>();
    try (Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT coalesce(tier, 'all') || ' ' || coalesce(family, 'all') || ' ' ||"
                    + " coalesce(site, 'all'), above || ' of ' || below FROM "
                    + table
                    + " WHERE below > 0")) {
      while (rows.next()) {
        shares.put(rows.getString(1), rows.getString(2));
      }
    }
    return shares;
  }

  @Test
  void attendanceIsTheSameInEveryGroup() throws SQLException {
    assertThat(published("attendance", OptionalInt.empty()))
        .isEqualTo(recomputed("attendance"))
        .hasSizeGreaterThan(12);
  }

  @Test
  void completionIsTheSameInEveryGroup() throws SQLException {
    assertThat(published("completion", OptionalInt.empty()))
        .isEqualTo(recomputed("completion"))
        .hasSizeGreaterThan(12);
  }

  @Test
  void continuousSobrietyIsTheSameInEveryGroup() throws SQLException {
    assertThat(published("continuous", OptionalInt.of(12)))
        .isEqualTo(recomputed("continuous_12"))
        .hasSizeGreaterThan(12);
  }

  @Test
  void negativeTestsAreTheSameInEveryGroup() throws SQLException {
    assertThat(published("negative_tests", OptionalInt.empty()))
        .isEqualTo(recomputed("negative_tests"))
        .hasSizeGreaterThan(12);
  }

  /** Rows that the rules of the feeds are about are there, or the comparison would prove little. */
  @Test
  void theProgramIsDirty() throws SQLException {
    assertThat(
            number("SELECT count(*) FROM episode_versions") - number("SELECT count(*) FROM roster"))
        .as("versions and faulty rows of episodes")
        .isPositive();
    assertThat(number("SELECT count(*) FROM session_versions WHERE row_deleted = 'yes'"))
        .isPositive();
    assertThat(
            number(
                "SELECT count(*) FROM (SELECT session_id FROM session_versions GROUP BY 1"
                    + " HAVING count(DISTINCT status) > 1)"))
        .as("corrections")
        .isPositive();
    assertThat(number("SELECT count(*) FROM ends WHERE closed_on IS NULL AND exit_day IS NOT NULL"))
        .as("silent exits")
        .isPositive();
  }

  private long number(String query) throws SQLException {
    try (Statement sql = duck.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** One discharge that became known in the month and lies after the retention cut. */
  @Test
  void oneReasonOfTheMonthMovesItsOwnFiguresByOne() throws SQLException {
    One one = one("closed_on IS NOT NULL AND ending = 'planned' AND discharged >= month_start()");
    MonthReport before = figures();
    MonthReport after = with(one, "transferred");

    Set<String> groups =
        new TreeSet<>(List.of("all all all", one.tier + " all all", "all all " + one.site));
    if (one.exitDay > 30) {
      groups.add("all " + one.family + " all");
      groups.add(one.tier + " " + one.family + " all");
    }
    Set<String> expected = new TreeSet<>();
    for (String measure : List.of("completion -1", "exits_planned -1", "exits_transferred 1")) {
      groups.forEach(group -> expected.add(measure + " at  in " + group + " of 2025-06"));
    }
    assertThat(changes(before, after)).isEqualTo(expected);
  }

  /** One discharge of an earlier month of the cohort, within follow-up. */
  @Test
  void oneEarlierReasonMovesIncidencesAndItsMonthsHeadline() throws SQLException {
    One one =
        one(
            "closed_on BETWEEN 91 AND 170 AND ending = 'planned' AND admitted >= cohort_from()"
                + " AND discharged < DATE '2025-05-01'");
    MonthReport before = figures();
    MonthReport after = with(one, "transferred");

    Set<String> expected = new TreeSet<>();
    for (String group :
        List.of(
            "all all all",
            one.tier + " all all",
            "all all " + one.site,
            "all " + one.family + " all",
            one.tier + " " + one.family + " all")) {
      expected.add("exit_incidence_planned -1 at 180 in " + group + " of 2025-06");
      expected.add("exit_incidence_transferred 1 at 180 in " + group + " of 2025-06");
    }
    expected.add("completion -1 at  in all all all of " + one.month);
    Set<String> changed = changes(before, after);
    // where nobody is at risk on day 180 any more, a group has no incidence to change
    assertThat(expected).containsAll(changed);
    assertThat(changed)
        .contains(
            "exit_incidence_planned -1 at 180 in all all all of 2025-06",
            "exit_incidence_transferred 1 at 180 in all all all of 2025-06",
            "completion -1 at  in all all all of " + one.month);
  }

  private record One(
      String row, int exitDay, String tier, String site, String family, String month) {}

  private One one(String where) throws SQLException {
    try (Statement sql = duck.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT concat_ws(',', episode_id, client_id, site, admitted, discharged, 'REASON',"
                    + " tier), exit_day, tier, site, at_landmark, strftime(discharged, '%Y-%m')"
                    + " FROM ends WHERE "
                    + where
                    + " ORDER BY episode_id LIMIT 1")) {
      assertThat(row.next()).as(where).isTrue();
      return new One(
          row.getString(1),
          row.getInt(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6));
    }
  }

  /** The figures after a later file gives the discharge another reason. */
  private MonthReport with(One one, String reason) {
    corrections++;
    home.take(
        home.file(
            "2025-07/episodes-correction-" + corrections + ".csv",
            "episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier",
            one.row.replace("REASON", reason)));
    return figures();
  }

  /**
   * Measures of which one figure depends on clients of other sites, months or groups, and (the
   * correction tells no covariates) on what is known at admission. Their own tests hold them
   * against clients one by one.
   */
  private static final List<String> READ_FROM_MANY =
      List.of("family_association", "signal", "site_funnel");

  /** What differs between figures: measure, by how much its numerator, and where. */
  private static Set<String> changes(MonthReport before, MonthReport after) {
    Map<String, Result> earlier = results(before);
    Map<String, Result> now = results(after);
    assertThat(now.keySet()).isEqualTo(earlier.keySet());
    Set<String> changes = new TreeSet<>();
    now.forEach(
        (key, result) -> {
          Result was = Objects.requireNonNull(earlier.get(key));
          if (!result.equals(was)) {
            int space = key.indexOf(' ');
            long by = above(result) - above(was);
            changes.add(key.substring(0, space) + " " + by + key.substring(space));
          }
        });
    return changes;
  }

  private static Map<String, Result> results(MonthReport report) {
    Map<String, Result> results = new TreeMap<>();
    for (Figure figure : report.figures()) {
      if (READ_FROM_MANY.stream().anyMatch(figure.measure()::startsWith)) {
        continue;
      }
      Slice slice = figure.slice();
      String at = figure.at().isPresent() ? Integer.toString(figure.at().getAsInt()) : "";
      results.put(
          figure.measure()
              + (" at " + at + " in " + slice.tier() + " " + slice.family() + " " + slice.site())
              + (slice.level().isEmpty() ? "" : " " + slice.level())
              + (" of " + figure.month()),
          figure.result());
    }
    return results;
  }

  private static long above(Result result) {
    if (result instanceof Result.Count count) {
      return count.value();
    }
    if (result instanceof Result.Proportion share) {
      return share.numerator();
    }
    return ((Result.AtDay) result).events();
  }
}
