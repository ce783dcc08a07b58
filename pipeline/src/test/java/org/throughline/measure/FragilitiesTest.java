package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.episode.Checkins;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.Fragility;
import org.throughline.figure.Fragility.TierVerdict;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Headline figures under other rules, held against a run of its own under those rules. */
class FragilitiesTest {
  private static final List<List<Timeline>> CLIENTS = FoldLaws.clients(7, 400);
  private static final MonthReport REPORT = report(FoldRules.DEFAULT, 0);

  private static MonthReport report(FoldRules rules, int smallCell) {
    MeasurePlan of = SixClients.plan();
    return SixClients.report(
        CLIENTS, new MeasurePlan(of.month(), rules, of.tiers(), of.seriesMonths()), smallCell);
  }

  static Stream<Otherwise> readings() {
    return Otherwise.of(FoldRules.DEFAULT).stream();
  }

  @ParameterizedTest
  @MethodSource("readings")
  void aReadingIsWhatAMonthUnderThoseRulesWouldPublish(Otherwise otherwise) {
    MonthReport under = report(otherwise.rules(), 0);

    for (Fragility fragility : REPORT.fragilities()) {
      Fragility.Reading reading = reading(fragility, otherwise.code());
      assertThat(reading.figures()).hasSizeGreaterThan(2);
      for (Figure figure : reading.figures()) {
        Result expected =
            under
                .figure(fragility.measure(), fragility.at(), figure.slice())
                .orElseThrow()
                .result();
        assertThat(figure.result())
            .as(fragility.measure() + " of " + figure.slice())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void theFiveHeadlinesAreReadSixWaysAndSobrietyEight() {
    assertThat(REPORT.fragilities())
        .extracting(Fragility::measure)
        .containsExactlyInAnyOrder(
            "completion", "retention", "attendance", "continuous", "relapse");
    for (Fragility fragility : REPORT.fragilities()) {
      boolean missingWeeks = fragility.measure().equals("continuous");
      assertThat(fragility.readings()).hasSize(missingWeeks ? 8 : 6);
      assertThat(fragility.published().code()).isEqualTo("published");
    }
  }

  @Test
  void otherRulesForMissingWeeksAreTheBoundsOfTheFigure() {
    Fragility continuous = of("continuous");
    Result.Proportion published =
        (Result.Proportion)
            REPORT.figure("continuous", continuous.at(), Slice.OVERALL).orElseThrow().result();
    double observed = reading(continuous, "observed").value(Slice.OVERALL).orElseThrow();
    double best = reading(continuous, "best").value(Slice.OVERALL).orElseThrow();

    assertThat(Math.min(observed, best)).isEqualTo(published.bounds().orElseThrow().low());
    assertThat(Math.max(observed, best)).isEqualTo(published.bounds().orElseThrow().high());
  }

  @Test
  void aRefusedTestThatSaysNothingMakesAWeekOfUseAMissingOne() {
    // four clients, sober by their word each week; two of them refuse a test in week 3
    String admitted = SixClients.plan().month().minusMonths(5).atDay(3).toString();
    List<List<Timeline>> clients =
        IntStream.range(0, 4)
            .mapToObj(
                client -> {
                  TimelineBuilder episode =
                      new TimelineBuilder(client + 1, admitted).client(client).tier("OP");
                  for (int week = 1; week <= 12; week++) {
                    if (week != 3 || client > 1) {
                      episode.sober(7 * week);
                    }
                  }
                  if (client < 2) {
                    episode.checkin(21, -1, Checkins.TEST_REFUSED);
                  }
                  return List.of(episode.build());
                })
            .toList();
    MonthReport report = SixClients.report(clients, SixClients.plan(), 0);
    Fragility continuous =
        report.fragilities().stream()
            .filter(f -> f.measure().equals("continuous"))
            .findFirst()
            .orElseThrow();

    assertThat(continuous.published().value(Slice.OVERALL)).contains(0.5);
    assertThat(reading(continuous, "best").value(Slice.OVERALL)).contains(0.5);
    // under worst a missing week is use as well
    assertThat(reading(continuous, "refused_unknown").value(Slice.OVERALL)).contains(0.5);
    FoldRules unknown = new FoldRules(12, 30, 30, RefusedTest.UNKNOWN);
    MeasurePlan plan = SixClients.plan();
    Result.Proportion under =
        (Result.Proportion)
            SixClients.report(
                    clients,
                    new MeasurePlan(plan.month(), unknown, plan.tiers(), plan.seriesMonths()),
                    0)
                .figure("continuous", continuous.at(), Slice.OVERALL)
                .orElseThrow()
                .result();
    assertThat(under.bounds().orElseThrow().low()).isEqualTo(1.0);
  }

  @Test
  void aHiddenFigureIsHiddenUnderAllRules() {
    MonthReport hiding = report(FoldRules.DEFAULT, 10_000);
    for (Fragility fragility : hiding.fragilities()) {
      for (Fragility.Reading reading : fragility.readings()) {
        assertThat(reading.verdicts()).isEmpty();
        assertThat(reading.figures())
            .allSatisfy(figure -> assertThat(reading.value(figure.slice())).isEmpty());
      }
    }
  }

  @Test
  void tellsReadingsUnderWhichTwoTiersAreJudgedOtherwise() {
    Fragility.Reading published = verdicts("published", 1);
    Fragility.Reading same = verdicts("a", 1);
    Fragility.Reading other = verdicts("b", 0);
    Fragility fragility =
        new Fragility("retention", 1, of("retention").at(), List.of(published, same, other));

    assertThat(fragility.otherVerdicts()).containsExactly(other);
  }

  private static Fragility.Reading verdicts(String code, int sign) {
    return new Fragility.Reading(
        code, code, List.of(), List.of(new TierVerdict("IOP", "OP", sign)));
  }

  private static Fragility of(String measure) {
    return REPORT.fragilities().stream()
        .filter(fragility -> fragility.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static Fragility.Reading reading(Fragility fragility, String code) {
    return fragility.readings().stream()
        .filter(reading -> reading.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
