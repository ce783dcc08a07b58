package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/** Once all deliveries are in, what stands in the files is how the simulated lives went. */
class StandingRowsTest {

  @TempDir static Path scratch;

  private static SimulationSettings settings;
  private static Truth truth;
  private static final Map<String, EpisodeLife> LIVES = new HashMap<>();
  private static Map<String, DeliveredRow> episodes;
  private static Map<String, DeliveredRow> sessions;
  private static Map<String, DeliveredRow> checkins;

  @BeforeAll
  static void simulate() throws IOException {
    settings = SimulationSettings.of(600, 14, 11, scratch).withExports(Exports.ODD_THIRD_SITE);
    truth = Simulation.run(settings);
    Simulation.lives(settings)
        .forEach(client -> client.episodes().forEach(life -> LIVES.put(life.episodeId(), life)));
    episodes = DeliveredRow.standing(scratch, Feed.EPISODES);
    sessions = sound(DeliveredRow.standing(scratch, Feed.ATTENDANCE));
    checkins = sound(DeliveredRow.standing(scratch, Feed.CHECKINS));
    episodes.keySet().removeIf(StandingRowsTest::extra);
  }

  /** Faulty extra rows have keys that end in X and a number. */
  private static boolean extra(String key) {
    return key.matches(".*-X\\d+");
  }

  private static Map<String, DeliveredRow> sound(Map<String, DeliveredRow> rows) {
    rows.keySet().removeIf(StandingRowsTest::extra);
    return rows;
  }

  @Test
  void rosterShowsAdmissionsAndRecordedDischarges() {
    assertThat(episodes.keySet()).isEqualTo(LIVES.keySet());
    Set<ExitReason> unrecorded = new HashSet<>();
    LIVES.forEach(
        (id, life) -> {
          DeliveredRow row = episodes.get(id);
          assertThat(row.cell("admitted_on")).as(id).isEqualTo(life.admittedOn().toString());
          assertThat(row.cell("tier")).isEqualTo(life.tier().name());
          assertThat(row.cell("site")).isEqualTo(life.site().name());
          String on = row.cell("discharged_on");
          if (on.isEmpty()) {
            assertThat(row.cell("discharge_reason")).isEmpty();
            if (!life.date(life.exitDay()).isAfter(settings.lastDay().minusDays(100))) {
              unrecorded.add(life.reason());
            }
          } else {
            assertThat(on).isEqualTo(life.dischargedOn().orElseThrow().toString());
            assertThat(row.cell("discharge_reason")).isEqualTo(life.reason().code());
          }
        });
    // Only those who just stop coming are never discharged.
    assertThat(unrecorded).containsExactly(ExitReason.LEFT);
  }

  @Test
  void nobodyAttendsAfterTheExitOrInAPause() {
    for (DeliveredRow row : sessions.values()) {
      EpisodeLife life = LIVES.get(row.cell("episode_id"));
      if (row.cell("status").equals("attended")) {
        int day = day(life, row.cell("scheduled_on"));
        assertThat(day).as(row.key()).isLessThanOrEqualTo(life.exitDay());
        assertThat(life.absentOn(day)).as(row.key()).isFalse();
      }
    }
  }

  @Test
  void firstFamilyContactInTheFilesIsTheTrueOne() {
    Map<String, Integer> first = new HashMap<>();
    for (DeliveredRow row : sessions.values()) {
      boolean family =
          row.cell("service").equals("family") || row.cell("family_present").equals("yes");
      if (family && row.cell("status").equals("attended")) {
        EpisodeLife life = LIVES.get(row.cell("episode_id"));
        first.merge(life.episodeId(), day(life, row.cell("scheduled_on")), Math::min);
      }
    }
    int compared = 0;
    for (EpisodeLife life : LIVES.values()) {
      OptionalInt truly = life.firstFamilyContact();
      // Two months of leeway for rows that come late.
      boolean arrived =
          truly.isPresent()
              && !life.date(truly.getAsInt()).isAfter(settings.lastDay().minusDays(62));
      if (arrived) {
        compared++;
        assertThat(first.get(life.episodeId())).as(life.episodeId()).isEqualTo(truly.getAsInt());
      } else if (truly.isEmpty()) {
        assertThat(first).doesNotContainKey(life.episodeId());
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void checkinsAndTestsFailToComeMoreOftenInWeeksOfUse() {
    Map<String, Set<Integer>> answered = new HashMap<>();
    for (DeliveredRow row : checkins.values()) {
      EpisodeLife life = LIVES.get(row.cell("episode_id"));
      answered
          .computeIfAbsent(life.episodeId(), id -> new HashSet<>())
          .add(day(life, row.cell("checkin_on")));
    }
    double[] days = new double[2];
    double[] kept = new double[2];
    for (EpisodeLife life : LIVES.values()) {
      for (int day = 1; day <= life.exitDay(); day++) {
        boolean over = life.date(day).isAfter(settings.lastDay().minusDays(62));
        if (!over && !life.absentOn(day)) {
          int use = life.use().usedInWeek(UseHistory.weekOf(day)) ? 1 : 0;
          days[use]++;
          kept[use] += answered.getOrDefault(life.episodeId(), Set.of()).contains(day) ? 1 : 0;
        }
      }
    }
    double sober = kept[0] / days[0];
    double using = kept[1] / days[1];
    assertThat(days[1]).isGreaterThan(1000);
    assertThat(using / sober).isBetween(0.55, 0.70);
  }

  @Test
  void whatIsSeenIsSobererThanWhatIsTrue() {
    double seen = 0;
    double seenUsing = 0;
    for (DeliveredRow row : checkins.values()) {
      String reported = row.cell("reported_use");
      seen += reported.equals("none") || reported.equals("used") ? 1 : 0;
      seenUsing += reported.equals("used") ? 1 : 0;
    }
    double days = 0;
    double using = 0;
    for (EpisodeLife life : LIVES.values()) {
      for (int day = 1; day <= life.exitDay(); day++) {
        boolean over = life.date(day).isAfter(settings.lastDay());
        days += over ? 0 : 1;
        using += !over && life.use().usedOn(day) ? 1 : 0;
      }
    }
    assertThat(seenUsing / seen).isLessThan(0.75 * using / days);
  }

  @Test
  void relapsesBeginOnADayOfUse() throws IOException {
    Map<String, DeliveredRow> relapses = DeliveredRow.standing(scratch, Feed.RELAPSES);
    Set<String> severities = new HashSet<>();
    int open = 0;
    for (DeliveredRow row : relapses.values()) {
      EpisodeLife life = LIVES.get(row.cell("episode_id"));
      severities.add(row.cell("severity"));
      assertThat(life.use().usedOn(day(life, row.cell("started_on")))).as(row.key()).isTrue();
      open += row.cell("ended_on").isEmpty() ? 1 : 0;
    }
    assertThat(severities).containsExactlyInAnyOrder("lapse", "relapse");
    assertThat(open).isBetween(1, relapses.size() / 2);
  }

  @Test
  void placementsFollowOneAnotherWithoutOverlap() throws IOException {
    Map<String, List<DeliveredRow>> byEpisode = new HashMap<>();
    for (DeliveredRow row : DeliveredRow.standing(scratch, Feed.PLACEMENTS).values()) {
      byEpisode.computeIfAbsent(row.cell("episode_id"), id -> new ArrayList<>()).add(row);
    }
    int moves = 0;
    for (List<DeliveredRow> spells : byEpisode.values()) {
      for (int index = 1; index < spells.size(); index++) {
        LocalDate end = LocalDate.parse(spells.get(index - 1).cell("to_on"));
        assertThat(LocalDate.parse(spells.get(index).cell("from_on"))).isEqualTo(end.plusDays(1));
        moves++;
      }
    }
    assertThat(moves).isGreaterThan(100);
    assertThat(byEpisode.keySet()).isEqualTo(LIVES.keySet());
  }

  @Test
  void sharesOfTheTruthAreThoseOfTheLives() {
    YearMonth from = YearMonth.parse(truth.cohort().firstMonth());
    assertThat(from).isEqualTo(YearMonth.of(2024, 7));
    List<EpisodeLife> intensive =
        LIVES.values().stream()
            .filter(life -> life.tier() == Tier.IOP)
            .filter(life -> !YearMonth.from(life.admittedOn()).isBefore(from))
            .toList();
    Truth.TierTruth told = truth.tiers().get("IOP");
    assertThat(told.episodes()).isEqualTo(intensive.size()).isGreaterThan(50);
    assertThat(told.unplannedExit().get(90))
        .isEqualTo(
            share(
                intensive.stream()
                    .filter(life -> life.reason().unplanned() && life.exitDay() <= 90)
                    .count(),
                intensive.size()));
    assertThat(told.continuousAbstinence().get(4))
        .isEqualTo(
            share(
                intensive.stream()
                    .filter(
                        life ->
                            !life.use().usedInWeek(1)
                                && !life.use().usedInWeek(2)
                                && !life.use().usedInWeek(3)
                                && !life.use().usedInWeek(4))
                    .count(),
                intensive.size()));
    // A silent exit is dated on the last attended session, which comes no later than the true exit.
    assertThat(truth.tiers().get("all").unplannedExitAsDated().get(30))
        .isGreaterThanOrEqualTo(told.unplannedExit().get(30).multiply(new BigDecimal("0.5")));
  }

  private static BigDecimal share(long count, int of) {
    return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(of), 6, RoundingMode.HALF_EVEN);
  }

  private static int day(EpisodeLife life, String date) {
    return (int) (LocalDate.parse(date).toEpochDay() - life.admittedOn().toEpochDay());
  }
}
