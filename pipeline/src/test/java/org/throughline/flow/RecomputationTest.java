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
import java.util.stream.IntStream;
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

  private static final List<String> BANDS =
      List.of("0-30", "31-45", "46-60", "61-90", "91-120", "121-180", "181-365", "366+");

  @TempDir static Path folder;

  private Connection duck;
  private TestHome home;
  private OutcomeSums outcomes;
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
    new Outcomes(home.spark, home.lake, Progress.SILENT).write(PLAN, 1);
    outcomes = new OutcomeSums(home.lakeFolder, PLAN.month());
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
    outcomes.close();
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

  /**
   * The studies fold programs in memory: what they fold is what arrives through files. Answers on
   * the daily role aside: some of them arrive as a code that nobody knows, and are blanked.
   */
  @Test
  void theWayWithoutFilesGivesTheSameFigures() {
    MonthReport inMemory =
        figures(SimulatedProgram.counts(program, PLAN, UnaryOperator.identity()));
    Map<String, Result> there = results(inMemory);
    Map<String, Result> here = results(report);
    assertThat(there.keySet()).isEqualTo(here.keySet());
    assertThat(here.keySet())
        .filteredOn(key -> !key.startsWith("role_kept ") && !key.startsWith("noms_role_"))
        .filteredOn(key -> !Objects.equals(here.get(key), there.get(key)))
        .as("figures that differ")
        .isEmpty();
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

  /** Numerators and denominators of a measure that is a share, a rate or a value at a day. */
  private Map<String, String> counted(String measure, OptionalInt at) {
    Map<String, String> counts = new TreeMap<>(published(measure, at));
    for (Figure figure : report.figures()) {
      if (figure.month().equals(report.month())
          && figure.measure().equals(measure)
          && figure.at().equals(at)) {
        Slice slice = figure.slice();
        String key = slice.tier() + " " + slice.family() + " " + slice.site();
        if (figure.result() instanceof Result.AtDay day) {
          counts.put(key, day.events() + " of " + day.entered());
        } else if (figure.result() instanceof Result.Rate rate) {
          counts.put(key, rate.events() + " of " + rate.days());
        } else if (figure.result() instanceof Result.Count count && count.value() > 0) {
          counts.put(key, count.value() + " of " + count.value());
        }
      }
    }
    return counts;
  }

  /** Of them those that are of neither tier nor family: what goes by the tier of the day. */
  private Map<String, String> countedBySite(String measure) {
    Map<String, String> counts = counted(measure, OptionalInt.empty());
    counts.keySet().removeIf(key -> !key.startsWith("all all "));
    return counts;
  }

  @Test
  void outcomesAreOneRowForEachEpisodeAdmittedByTheCut() throws SQLException {
    assertThat(outcomes.number("SELECT count(*) FROM episode_outcomes"))
        .isEqualTo(outcomes.number("SELECT count(DISTINCT episode_key) FROM episode_outcomes"))
        .isEqualTo(outcomes.number("SELECT count(*) FROM timelines"))
        .isGreaterThan(400);
    assertThat(outcomes.number("SELECT count(DISTINCT (month, edition, cut)) FROM told"))
        .isEqualTo(1);
    assertThat(
            outcomes.number(
                "SELECT count(*) FROM told WHERE weeks_over <> length(sobriety_word) OR weeks_over"
                    + " <> sober_weeks + use_weeks + mixed_weeks + missing_weeks"))
        .isZero();
    // episodes of one client in the cohort are numbered without gaps
    assertThat(outcomes.number("SELECT count(*) FROM told WHERE cohort_episode = 2")).isPositive();
    assertThat(
            outcomes.number(
                "SELECT count(*) FROM (SELECT client_key FROM told WHERE in_cohort GROUP BY 1"
                    + " HAVING max(cohort_episode) <> count(*))"))
        .isZero();
  }

  @Test
  void sumsOfOutcomesAreTheCountsOfTheMonth() throws SQLException {
    for (String[] count :
        new String[][] {
          {"admissions", "strftime(admitted_on, '%Y-%m') = month"},
          {"census", "exit_day IS NULL"},
          {"restored", "restored"},
          {"exits", "exit_of_month"},
          {"exits_unplanned", "exit_of_month AND exit_class = 'unplanned'"}
        }) {
      Map<String, String> published = counted(count[0], OptionalInt.empty());
      published.keySet().removeIf(key -> !key.contains(" all "));
      assertThat(published)
          .as(count[0])
          .isEqualTo(outcomes.shares("count(*)", "count(*)", count[1], OutcomeSums.PLAIN))
          .isNotEmpty();
    }
    String planned = "count(*) FILTER (exit_class = 'planned')";
    Map<String, String> completion =
        outcomes.shares(planned, "count(*)", "exit_of_month", OutcomeSums.PLAIN);
    completion.putAll(outcomes.landmark(planned, "count(*)", "exit_of_month AND exit_day > 30"));
    assertThat(counted("completion", OptionalInt.empty()))
        .isEqualTo(completion)
        .hasSizeGreaterThan(12);
    String all = "sum(month_attended + month_no_show + month_cancelled_by_client)";
    assertThat(countedBySite("attendance"))
        .isEqualTo(outcomes.shares("sum(month_attended)", all, "true", OutcomeSums.BY_SITE))
        .hasSize(3);
    assertThat(countedBySite("no_show"))
        .isEqualTo(outcomes.shares("sum(month_no_show)", all, "true", OutcomeSums.BY_SITE))
        .hasSize(3);
  }

  @Test
  void sumsOfOutcomesAreTheCountsOfTheCohort() throws SQLException {
    String followed = "in_cohort AND days_in_care IS NOT NULL";
    String left = "exit_class = 'unplanned' AND NOT censored AND days_in_care <= ";
    for (int at : new int[] {30, 60, 90, 180}) {
      String events = "count(*) FILTER (" + left + at + ")";
      Map<String, String> sums = outcomes.shares(events, "count(*)", followed, OutcomeSums.PLAIN);
      sums.putAll(outcomes.landmark(events, "count(*)", followed + " AND days_in_care > 30"));
      Map<String, String> published = counted("retention", OptionalInt.of(at));
      // where nobody is at risk at the day, there is no value
      sums.keySet().retainAll(published.keySet());
      assertThat(published).as("retention at " + at).isEqualTo(sums).hasSizeGreaterThan(5);
    }
    for (int weeks : new int[] {4, 12, 26}) {
      String sober = "count(*) FILTER (left(sobriety_word, %1$d) = repeat('-', %1$d))";
      String old = "in_cohort AND weeks_over >= " + weeks;
      Map<String, String> sums =
          outcomes.shares(sober.formatted(weeks), "count(*)", old, OutcomeSums.PLAIN);
      if (weeks > 5) {
        sums.putAll(
            outcomes.landmark(
                "count(*) FILTER (sobriety_word[6:%1$d] = repeat('-', %1$d - 5))".formatted(weeks),
                "count(*)",
                old + " AND landmark_group IS NOT NULL"));
      }
      assertThat(counted("continuous", OptionalInt.of(weeks)))
          .as("continuous at " + weeks)
          .isEqualTo(sums)
          .hasSizeGreaterThan(5);
    }
    assertThat(countedPlain("initiation_14"))
        .isEqualTo(
            outcomes.shares(
                "count(*) FILTER (first_session_day <= 14)",
                "count(*)",
                "in_cohort AND cut_day >= 14",
                OutcomeSums.PLAIN))
        .hasSizeGreaterThan(5);
    assertThat(countedPlain("family_reach"))
        .isEqualTo(
            outcomes.shares(
                "count(*) FILTER (first_family_day <= 30)",
                "count(*)",
                "in_cohort AND cut_day >= 30",
                OutcomeSums.PLAIN))
        .hasSizeGreaterThan(5);
  }

  /** The four weeks that were over at a planned exit, read off the published words. */
  @Test
  void sobrietyAtCompletionIsReadOffTheWords() throws SQLException {
    String sober =
        "count(*) FILTER (sobriety_word[exit_day // 7 - 3 : exit_day // 7] = repeat('-', 4))";
    String completed = "in_cohort AND exit_class = 'planned' AND exit_day // 7 >= ";
    Map<String, String> sums = outcomes.shares(sober, "count(*)", completed + 4, OutcomeSums.PLAIN);
    // in landmark groups all four weeks begin after day 30: weeks 6 to 9 are the first
    sums.putAll(outcomes.landmark(sober, "count(*)", completed + 9));
    assertThat(counted("sober_at_completion", OptionalInt.empty()))
        .isEqualTo(sums)
        .hasSizeGreaterThan(8);
  }

  private Map<String, String> countedPlain(String measure) {
    Map<String, String> counts = counted(measure, OptionalInt.empty());
    counts.keySet().removeIf(key -> !key.contains(" all "));
    return counts;
  }

  @Test
  void sumsOfOutcomesAreTheCountsOfDaysAndWeeksInCare() throws SQLException {
    for (String[] share :
        new String[][] {
          {"negative_tests", "sum(negative_tests_in_care)", "sum(tests_in_care)"},
          {"abstinent_days", "sum(abstinent_days_in_care)", "sum(sign_days_in_care)"},
          {"relapse_rate", "sum(relapses_in_care)", "sum(days_in_care)"},
          {
            "sober_weeks",
            "sum(length(replace(replace(replace(weeks_in_care, 'o', ''), '+', ''), '*', '')))",
            "sum(length(replace(weeks_in_care, 'o', '')))"
          }
        }) {
      assertThat(countedBySite(share[0]))
          .as(share[0])
          .isEqualTo(outcomes.shares(share[1], share[2], "in_cohort", OutcomeSums.BY_SITE))
          .hasSize(3);
    }
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

  @Test
  void rolesHoursAndMonthsKeptAreTheSameInEveryGroup() throws SQLException {
    assertThat(published("role_kept", OptionalInt.empty()))
        .isEqualTo(recomputed("role_kept"))
        .hasSizeGreaterThan(12);
    assertThat(published("dose_kept", OptionalInt.empty()))
        .isEqualTo(recomputed("dose_kept"))
        .hasSizeGreaterThan(8);
    assertThat(published("retention_wa", OptionalInt.empty()))
        .isEqualTo(recomputed("retention_wa"))
        .hasSizeGreaterThan(4);
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
    expected.addAll(discharges(one));
    assertThat(changes(before, after, groups)).isEqualTo(expected);
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

    Set<String> groups =
        Set.of(
            "all all all",
            one.tier + " all all",
            "all all " + one.site,
            "all " + one.family + " all",
            one.tier + " " + one.family + " all");
    Set<String> expected = discharges(one);
    for (String group : groups) {
      expected.add("exit_incidence_planned -1 at 180 in " + group + " of 2025-06");
      expected.add("exit_incidence_transferred 1 at 180 in " + group + " of 2025-06");
    }
    expected.add("completion -1 at  in all all all of " + one.month);
    String weeks = one.exitDay <= 91 ? "57-91" : "92-182";
    for (String group : List.of("all all all ", one.tier + " all all ")) {
      expected.add("exit_risk_planned -1 at  in " + group + weeks + " of 2025-06");
      expected.add("exit_risk_transferred 1 at  in " + group + weeks + " of 2025-06");
    }
    Set<String> changed = changes(before, after, groups);
    // where nobody is at risk on day 180 any more, a group has no incidence to change
    assertThat(expected).containsAll(changed);
    assertThat(changed)
        .contains(
            "exit_incidence_planned -1 at 180 in all all all of 2025-06",
            "exit_incidence_transferred 1 at 180 in all all all of 2025-06",
            "completion -1 at  in all all all of " + one.month);
  }

  /** One discharge counts under another reason, also in its band of the length of stay. */
  private static Set<String> discharges(One one) {
    String band =
        IntStream.of(30, 45, 60, 90, 120, 180, 365)
            .filter(last -> one.exitDay <= last)
            .mapToObj(last -> "-" + last)
            .findFirst()
            .orElse("366+");
    Set<String> changes = new TreeSet<>();
    for (String group :
        List.of(
            "all all all",
            one.tier + " all all",
            "all all " + one.site,
            "all all all " + BANDS.stream().filter(b -> b.endsWith(band)).findFirst().orElse(""))) {
      changes.add("teds_discharges_completed -1 at  in " + group + " of 2025-06");
      changes.add("teds_discharges_transferred 1 at  in " + group + " of 2025-06");
    }
    return changes;
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
   * What differs between figures: measure, by how much its numerator, and where. Shares of those
   * who completed may change in the groups of the episode, by what its weeks and months were.
   */
  private static Set<String> changes(MonthReport before, MonthReport after, Set<String> groups) {
    Set<String> changes = changes(before, after);
    List<String> ofCompletion =
        changes.stream()
            .filter(c -> c.startsWith("sober_at_completion ") || c.startsWith("retention_wa "))
            .toList();
    assertThat(ofCompletion)
        .allMatch(c -> groups.stream().anyMatch(g -> c.endsWith(" in " + g + " of 2025-06")));
    ofCompletion.forEach(changes::remove);
    return changes;
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
    if (result instanceof Result.Rate rate) {
      return rate.events();
    }
    if (result instanceof Result.Proportion share) {
      return share.numerator();
    }
    return result instanceof Result.AtDay day ? day.events() : 0;
  }
}
