package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.throughline.sampledata.simulator.ExitRisk.Involvement;

/**
 * The exits that come out against the hazards that went in. Over any set of client-days that is
 * chosen without looking ahead, exits less accumulated hazard is a martingale whose variance is
 * about the number expected; so z below has mean 0 and standard deviation 1, however the days are
 * chosen.
 */
class HazardsTest {

  private static final SimulationSettings NEUTRAL =
      SimulationSettings.of(12_000, 24, 99, Path.of("unused")).withFamilyHazardRatio(1.0);
  private static final SimulationSettings PROTECTIVE = NEUTRAL.withFamilyHazardRatio(0.5);

  private static List<ClientLife> neutral;
  private static List<ClientLife> protective;

  @BeforeAll
  static void simulate() {
    neutral = Simulation.lives(NEUTRAL).toList();
    protective = Simulation.lives(PROTECTIVE).toList();
  }

  /** Exits seen and exits expected over some client-days. */
  private static final class Balance {
    private double observed;
    private double expected;

    double z() {
      return (observed - expected) / Math.sqrt(expected);
    }

    double ratio() {
      return observed / expected;
    }
  }

  private interface Days {
    boolean include(EpisodeLife life, int day);
  }

  /** Against the hazard with the family hazard ratio put at 1. */
  private static Balance unplanned(
      SimulationSettings settings, List<ClientLife> clients, Days days) {
    Balance balance = new Balance();
    SimulationSettings base = settings.withFamilyHazardRatio(1.0);
    for (ClientLife client : clients) {
      for (EpisodeLife life : client.episodes()) {
        ExitRisk risk = ExitRisk.of(base, client.person(), life.site(), life.tier());
        for (int day = 1; day <= life.exitDay(); day++) {
          if (!life.absentOn(day) && days.include(life, day)) {
            balance.expected += risk.unplannedOnDay(day, Involvement.NOT_YET);
            boolean exit = day == life.exitDay() && life.reason().unplanned();
            balance.observed += exit ? 1 : 0;
          }
        }
      }
    }
    return balance;
  }

  @Test
  void exitsOfEachReasonAndTierFollowTheTable() {
    int tested = 0;
    for (Tier tier : Tier.values()) {
      for (ExitReason reason : ExitReason.values()) {
        Balance balance = new Balance();
        for (ClientLife client : neutral) {
          for (EpisodeLife life : client.episodes()) {
            if (life.tier() == tier) {
              ExitRisk risk = ExitRisk.of(NEUTRAL, client.person(), life.site(), tier);
              for (int day = 1; day <= life.exitDay(); day++) {
                balance.expected +=
                    life.absentOn(day) ? 0 : risk.onDay(reason, day, Involvement.NOT_YET);
              }
              boolean counts = life.exitDay() > 0 && life.exitDay() < Lives.LONGEST_STAY;
              balance.observed += counts && life.reason() == reason ? 1 : 0;
            }
          }
        }
        if (balance.expected > 20) {
          tested++;
          assertThat(balance.z()).as(tier + " " + reason).isBetween(-4.0, 4.0);
        }
      }
    }
    assertThat(tested).isGreaterThan(16);
  }

  @Test
  void theHazardOfLeavingFallsAsTheTableSays() {
    for (int[] weeks : new int[][] {{1, 4}, {5, 12}, {13, 26}, {27, 170}}) {
      Balance balance =
          unplanned(
              NEUTRAL,
              neutral,
              (life, day) ->
                  UseHistory.weekOf(day) >= weeks[0] && UseHistory.weekOf(day) <= weeks[1]);
      assertThat(balance.z()).as("weeks %d to %d", weeks[0], weeks[1]).isBetween(-4.0, 4.0);
    }
  }

  @Test
  void withoutFrailtyExitsPerPersonWeekAreTheTableItself() {
    SimulationSettings alike = NEUTRAL.withFrailtySd(0).withSites(2);
    double exits = 0;
    double days = 0;
    for (ClientLife client : Simulation.lives(alike).toList()) {
      EpisodeLife life = client.episodes().get(0);
      if (life.tier() == Tier.OP && life.site().name().equals("south") && life.exitDay() > 0) {
        days += Math.min(28, life.exitDay());
        exits += life.exitDay() <= 28 && life.reason() == ExitReason.LEFT ? 1 : 0;
      }
    }
    // South has multiplier 1; a pause in weeks 3 and 4 is rare enough for the tolerance.
    assertThat(exits / (days / 7))
        .isCloseTo(Hazards.perWeek(Tier.OP, ExitReason.LEFT, 2), within(0.006));
  }

  @Test
  void aNeutralFamilyNeitherProtectsNorHarms() {
    Balance involved = unplanned(NEUTRAL, neutral, EpisodeLife::involvedOn);
    Balance notYet = unplanned(NEUTRAL, neutral, (life, day) -> !life.involvedOn(day));
    assertThat(involved.expected).isGreaterThan(500);
    assertThat(involved.z()).isBetween(-4.0, 4.0);
    assertThat(notYet.z()).isBetween(-4.0, 4.0);
  }

  @Test
  void aFamilyHazardRatioOfOneHalfHalvesExitsFromTheDayAfterTheFirstContactOn() {
    Balance involved = unplanned(PROTECTIVE, protective, EpisodeLife::involvedOn);
    Balance notYet = unplanned(PROTECTIVE, protective, (life, day) -> !life.involvedOn(day));
    assertThat(involved.ratio()).isCloseTo(0.5, within(0.07));
    assertThat(notYet.z()).isBetween(-4.0, 4.0);
  }

  @Test
  void theNaiveGroupingByEverInvolvedLooksProtectiveThoughFamilyDoesNothing() {
    double[] left = new double[2];
    double[] all = new double[2];
    for (ClientLife client : neutral) {
      EpisodeLife life = client.episodes().get(0);
      int group = life.firstFamilyContact().isPresent() ? 1 : 0;
      all[group]++;
      left[group] += life.reason().unplanned() && life.exitDay() <= 90 ? 1 : 0;
    }
    assertThat(left[1] / all[1]).isLessThan(left[0] / all[0] - 0.1);
  }

  @Test
  void firstContactsComeAsOftenAmongTheFrailAsAmongTheSturdy() {
    // Among all who are still in care on day 14, the share met by then, by the sign of frailty.
    List<Double> shares = new ArrayList<>();
    for (int sign : new int[] {-1, 1}) {
      double met = 0;
      double all = 0;
      for (ClientLife client : neutral) {
        EpisodeLife life = client.episodes().get(0);
        if (client.person().frailty() * sign > 0 && life.exitDay() >= 14) {
          all++;
          met += life.involvedOn(15) ? 1 : 0;
        }
      }
      shares.add(met / all);
    }
    assertThat(shares.get(0)).isCloseTo(shares.get(1), within(0.03));
  }
}
