package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.CoxModel;
import org.throughline.statistics.CoxPattern;
import org.throughline.statistics.CoxRegression;
import org.throughline.statistics.ProportionalHazards;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.Ties;

/**
 * The regression on involvement, from tallied counts, against the same regression on clients one by
 * one.
 */
class FamilyAssociationTest {
  private static final List<String> AGES = List.of("18-24", "25-34", "");
  private static final List<String> SUBSTANCES = List.of("opioid", "alcohol");

  /** Days from the admission on 1 September 2024 to the retention cut on 31 May 2025. */
  private static final int FOLLOWED = 272;

  /**
   * A client.
   *
   * @param contact day of the first family contact, or above the end for none
   * @param end last day of care
   * @param reason of discharge, or empty if in care
   */
  private record Client(
      String tier, String age, String substance, int contact, int end, String reason) {

    Timeline timeline(int key) {
      TimelineBuilder timeline =
          new TimelineBuilder(key, "2024-09-01").tier(tier).covariates("none", age, "F", substance);
      for (int day = 0; day < end; day += 20) {
        timeline.attended(day);
      }
      timeline.attended(end);
      if (contact <= end) {
        timeline.family(contact);
      }
      if (!reason.isEmpty()) {
        timeline.discharged(end, reason);
      }
      return timeline.build();
    }

    int followed() {
      return Math.min(end, FOLLOWED);
    }

    boolean leaves() {
      return reason.equals("left") && end <= FOLLOWED;
    }
  }

  private static List<Client> program(int size, double hazardRatio) {
    Random random = new Random(3);
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String tier = random.nextInt(3) == 0 ? "IOP" : "OP";
      String age = AGES.get(random.nextInt(3));
      int contact = random.nextInt(3) == 0 ? 0 : random.nextInt(300);
      int day = 0;
      String reason = "";
      while (reason.isEmpty() && day < 302) {
        double hazard = 0.006 * (tier.equals("IOP") ? 0.7 : 1) * (contact < day ? hazardRatio : 1);
        if (random.nextDouble() < hazard) {
          reason = "left";
        } else if (random.nextDouble() < 0.002) {
          reason = "completed";
        } else {
          day++;
        }
      }
      clients.add(new Client(tier, age, SUBSTANCES.get(random.nextInt(2)), contact, day, reason));
    }
    return clients;
  }

  private static MonthReport report(List<Client> clients) {
    List<List<Timeline>> timelines = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      timelines.add(List.of(clients.get(i).timeline(i)));
    }
    Collections.shuffle(timelines, new Random(5));
    return SixClients.report(timelines, SixClients.plan(), 0);
  }

  private static Result result(MonthReport report, String measure, String level) {
    return report
        .figure(measure, OptionalInt.empty(), Slice.OVERALL.withLevel(level))
        .orElseThrow()
        .result();
  }

  /** One client alone, at risk from a day on, with or without the event. */
  private static CoxPattern alone(List<Double> covariates, int from, int to, boolean event) {
    long[] joined = new long[FOLLOWED + 1];
    long[] events = new long[FOLLOWED + 1];
    long[] censored = new long[FOLLOWED + 1];
    if (from >= 0) {
      joined[from] = 1;
    }
    (event ? events : censored)[to] = 1;
    return new CoxPattern(
        covariates, new RiskTable(from < 0 ? 1 : 0, joined, new long[][] {events}, censored));
  }

  private static List<CoxPattern> oneByOne(List<Client> clients, boolean adjusted) {
    List<CoxPattern> patterns = new ArrayList<>();
    for (Client c : clients) {
      List<Double> before = new ArrayList<>(List.of(0.0));
      List<Double> after = new ArrayList<>(List.of(1.0));
      if (adjusted) {
        // other references than the measure takes: the ratio of involvement does not depend on them
        for (List<Double> row : List.of(before, after)) {
          row.add(c.tier.equals("OP") ? 1.0 : 0);
          row.add(c.age.equals("18-24") ? 1.0 : 0);
          row.add(c.age.isEmpty() ? 1.0 : 0);
          row.add(c.substance.equals("alcohol") ? 1.0 : 0);
        }
      }
      int end = c.followed();
      if (c.contact == 0) {
        patterns.add(alone(after, -1, end, c.leaves()));
      } else if (c.contact < end) {
        patterns.add(alone(before, -1, c.contact, false));
        patterns.add(alone(after, c.contact, end, c.leaves()));
      } else {
        patterns.add(alone(before, -1, end, c.leaves()));
      }
    }
    return patterns;
  }

  @Test
  void isTheRegressionOnClientsOneByOne() {
    List<Client> clients = program(400, 0.6);
    MonthReport report = report(clients);
    for (boolean adjusted : new boolean[] {true, false}) {
      CoxModel model = (CoxModel) CoxRegression.fit(oneByOne(clients, adjusted), 0, Ties.EFRON);
      String id = adjusted ? "family_association" : "family_association_alone";
      Result.Ratio ratio = (Result.Ratio) result(report, id, "unplanned_exit");
      CoxModel.Coefficient own = model.coefficients().get(0);
      assertThat(ratio.value()).isCloseTo(own.hazardRatio(), within(1e-9));
      assertThat(ratio.interval().low()).isCloseTo(own.interval().low(), within(1e-9));
      assertThat(ratio.interval().high()).isCloseTo(own.interval().high(), within(1e-9));
      assertThat(ratio.p()).isCloseTo(own.p(), within(1e-9));
      assertThat(ratio.events()).isEqualTo(clients.stream().filter(Client::leaves).count());
      assertThat(ratio.episodes()).isEqualTo(400);

      ProportionalHazards.Result expected =
          ProportionalHazards.test(
              model,
              ProportionalHazards.TimeScale.KAPLAN_MEIER,
              List.of(new ProportionalHazards.Term("x", List.of(0))));
      Result.Comparison zph =
          (Result.Comparison) result(report, id + "_zph", AssociationDesign.INVOLVEMENT);
      assertThat(zph.chiSquare())
          .isCloseTo(expected.of("x").orElseThrow().chiSquare(), within(1e-8));
      assertThat(zph.degreesOfFreedom()).isEqualTo(1);
    }
    Result.Comparison all =
        (Result.Comparison) result(report, "family_association_zph", "all_terms");
    assertThat(all.degreesOfFreedom()).isEqualTo(5);
  }

  @Test
  void atTheLandmarkGroupsAreFixedAndOnlyThoseInCareCount() {
    List<Client> clients = program(400, 0.6);
    List<CoxPattern> patterns = new ArrayList<>();
    for (Client c : clients) {
      if (c.followed() > 30) {
        patterns.add(alone(List.of(c.contact <= 30 ? 1.0 : 0), -1, c.followed(), c.leaves()));
      }
    }
    CoxModel model = (CoxModel) CoxRegression.fit(patterns, 0, Ties.EFRON);
    Result.Ratio ratio =
        (Result.Ratio) result(report(clients), "family_association_landmark", "unplanned_exit");
    assertThat(ratio.episodes()).isEqualTo(patterns.size()).isLessThan(400);
    assertThat(ratio.value()).isCloseTo(model.coefficients().get(0).hazardRatio(), within(1e-9));
    assertThat(ratio.interval().high())
        .isCloseTo(model.coefficients().get(0).interval().high(), within(1e-9));
  }

  /** With no difference at all, grouping by "ever" makes involvement look protective. */
  @Test
  void theNaiveRatioIsFarOffAndInNoFile() {
    MonthReport report = report(program(3000, 1));
    Result.Ratio sound = (Result.Ratio) result(report, "family_association", "unplanned_exit");
    Result.Ratio naive = (Result.Ratio) report.naiveFigures().get(0).result();
    assertThat(sound.interval().low()).isLessThan(1);
    assertThat(sound.interval().high()).isGreaterThan(1);
    assertThat(naive.interval().high()).isLessThan(0.75);
    assertThat(report.naiveFigures()).hasSize(1);
    assertThat(report.figures()).noneMatch(f -> f.measure().contains("naive"));
  }

  @Test
  void aValueOfWhichNobodyLeftTellsNothing() {
    List<Client> clients = program(400, 0.6);
    Result expected = result(report(clients), "family_association", "unplanned_exit");
    List<Client> more = new ArrayList<>(clients);
    for (int i = 0; i < 30; i++) {
      more.add(new Client("OP", "65+", "alcohol", 10 * i, 150, "completed"));
    }
    Result.Ratio with = (Result.Ratio) result(report(more), "family_association", "unplanned_exit");
    assertThat(with).isEqualTo(expected);
  }

  @Test
  void tooFewExitsForEachCoefficientGiveNoRatio() {
    // five coefficients need fifty exits, one needs ten
    List<Client> clients = program(60, 1);
    assertThat(clients.stream().filter(Client::leaves).count()).isBetween(10L, 49L);
    MonthReport report = report(clients);
    assertThat(result(report, "family_association", "unplanned_exit"))
        .isEqualTo(
            new Result.Unavailable("Fewer than 10 unplanned exits for each of 5 coefficients."));
    assertThat(result(report, "family_association_zph", AssociationDesign.INVOLVEMENT))
        .isInstanceOf(Result.Unavailable.class);
    assertThat(result(report, "family_association_alone", "unplanned_exit"))
        .isInstanceOf(Result.Ratio.class);
  }

  @Test
  void whatCannotBeEstimatedSaysWhy() {
    List<Client> nobodyInvolved = new ArrayList<>();
    List<Client> involvedStay = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      nobodyInvolved.add(new Client("OP", "", "alcohol", 999, 40 + i, "left"));
      involvedStay.add(new Client("OP", "", "alcohol", 999, 40 + i, "left"));
      involvedStay.add(new Client("OP", "", "alcohol", 5, 200, "completed"));
    }
    assertThat(result(report(nobodyInvolved), "family_association_alone", "unplanned_exit"))
        .isEqualTo(
            new Result.Unavailable("No unplanned exit happened while both groups had clients."));
    assertThat(result(report(involvedStay), "family_association_alone", "unplanned_exit"))
        .isEqualTo(
            new Result.Unavailable(
                "All unplanned exits fell into one group of clients, so there is no finite ratio."));
    assertThat(Worked.of("family_association", Slice.OVERALL.withLevel("unplanned_exit")))
        .isInstanceOf(Result.Unavailable.class);
  }
}
