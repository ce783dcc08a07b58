package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
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
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Signal.Verdict;
import org.throughline.figure.Slice;

/** Headline figures under other rules, held against a run of its own under those rules. */
class FragilitiesTest {
  private static final List<List<Timeline>> CLIENTS = FoldLaws.clients(7, 400);
  private static final Offset<Double> EXACTLY = within(1e-12);
  private final MonthReport report = report(FoldRules.DEFAULT, 0);

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

    for (Fragility fragility : report.fragilities()) {
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

  /**
   * Signals need months by the dozen, so a program of its own: forty clients a month, of whom some
   * fall silent for 20 or for 45 days, some refuse a test, some leave out weeks.
   */
  @ParameterizedTest
  @MethodSource("readings")
  void aSignalIsWhatAMonthUnderThoseRulesWouldPublish(Otherwise otherwise) {
    List<List<Timeline>> clients = program();
    MonthReport published = SixClients.report(clients, SixClients.plan(), 0);
    MeasurePlan plan = SixClients.plan();
    MonthReport under =
        SixClients.report(
            clients,
            new MeasurePlan(plan.month(), otherwise.rules(), plan.tiers(), plan.seriesMonths()),
            0);

    for (String measure : List.of("retention", "completion", "attendance", "continuous")) {
      Fragility.Reading reading = reading(of(published, measure), otherwise.code());
      assertThat(reading.signal().orElseThrow()).as(measure).isEqualTo(signal(under, measure));
    }
    assertThat(reading(of(published, "relapse"), otherwise.code()).signal()).isEmpty();
  }

  /** A reading that could move a signal does so in this program, and a cohort never does. */
  @Test
  void otherRulesMoveSignals() {
    MonthReport report = SixClients.report(program(), SixClients.plan(), 0);
    for (String code : List.of("silence_14", "silence_60")) {
      assertThat(List.of("retention", "completion", "attendance", "continuous"))
          .as(code)
          .anyMatch(
              measure ->
                  !reading(of(report, measure), code)
                      .signal()
                      .equals(of(report, measure).published().signal()));
    }
    for (String code : List.of("refused_unknown", "best", "observed")) {
      assertThat(reading(of(report, "continuous"), code).signal())
          .as(code)
          .isNotEqualTo(of(report, "continuous").published().signal());
    }
    for (String code : List.of("cohort_6", "cohort_24")) {
      assertThat(reading(of(report, "retention"), code).signal())
          .isEqualTo(of(report, "retention").published().signal());
    }
  }

  /** Twelve weeks sober by their word or their silence in a share that the rule decides. */
  @Test
  void aSignalOfSobrietyUnderOtherRulesForMissingWeeks() {
    List<List<Timeline>> clients = new ArrayList<>();
    long key = 0;
    for (int m = 0; m < 27; m++) {
      for (int i = 0; i < 10; i++) {
        TimelineBuilder episode =
            new TimelineBuilder(key++, YearMonth.of(2023, 3).plusMonths(m).atDay(3).toString());
        for (int week = 1; week <= 12; week++) {
          if (i == 0 && week == 2) {
            episode.used(7 * week);
          } else if (i > 4 || (week != 5 && i > 1)) {
            episode.sober(7 * week);
          }
        }
        clients.add(List.of(episode.attended(20).build()));
      }
    }
    Fragility continuous = of(SixClients.report(clients, SixClients.plan(), 0), "continuous");

    // 0 used, 1 is never seen, 2 to 4 miss week 5, five are sober throughout
    assertThat(continuous.published().signal().orElseThrow().centre()).isCloseTo(0.5, EXACTLY);
    assertThat(reading(continuous, "best").signal().orElseThrow().centre()).isCloseTo(0.9, EXACTLY);
    assertThat(reading(continuous, "observed").signal().orElseThrow().centre())
        .isCloseTo(8 / 9.0, EXACTLY);
  }

  private static List<List<Timeline>> program() {
    Random random = new Random(3);
    List<List<Timeline>> clients = new ArrayList<>();
    long key = 0;
    for (int m = 0; m < 28; m++) {
      YearMonth month = YearMonth.of(2023, 3).plusMonths(m);
      for (int i = 0; i < 40; i++) {
        TimelineBuilder episode =
            new TimelineBuilder(key++, month.atDay(1 + random.nextInt(28)).toString());
        int stay = 20 + random.nextInt(160);
        int gap = random.nextInt(4) == 0 ? random.nextInt(2) == 0 ? 20 : 45 : 4;
        int silent = 10 + random.nextInt(60);
        for (int day = 0; day < stay; day += day >= silent && day < silent + 4 ? gap : 4) {
          episode.attended(day);
        }
        for (int day = 2; day < stay + 30; day += 5) {
          episode.missed(day);
        }
        for (int week = 1; week <= 12; week++) {
          int said = random.nextInt(200);
          if (said == 0) {
            episode.checkin(7 * week, -1, Checkins.TEST_REFUSED);
          } else if (said == 1) {
            episode.used(7 * week);
          } else if (said > 3) {
            episode.sober(7 * week);
            if (said < 6) {
              episode.checkin(7 * week - 1, -1, Checkins.TEST_REFUSED);
            }
          }
        }
        if (random.nextInt(3) == 0) {
          episode.discharged(stay + 5, random.nextBoolean() ? "completed" : "left");
        }
        clients.add(List.of(episode.build()));
      }
    }
    return clients;
  }

  private static Result.Signal signal(MonthReport report, String measure) {
    return report.figures().stream()
        .filter(f -> f.measure().equals("signal") && f.slice().level().equals(measure))
        .map(f -> (Result.Signal) f.result())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsReadingsUnderWhichTheLatestMonthIsJudgedOtherwise() {
    Fragility.Reading published = signalling("published", Verdict.WORSE);
    Fragility.Reading same = signalling("a", Verdict.WORSE);
    Fragility.Reading other = signalling("b", Verdict.USUAL);
    Fragility.Reading untold = verdicts("c", 1);

    assertThat(fragility(published, same, other, untold).otherSignals()).containsExactly(other);
    assertThat(fragility(untold, same, other).otherSignals()).isEmpty();
  }

  private Fragility fragility(Fragility.Reading... readings) {
    return new Fragility("retention", 1, of("retention").at(), List.of(readings));
  }

  private static Fragility.Reading signalling(String code, Verdict verdict) {
    return new Fragility.Reading(
        code,
        code,
        List.of(),
        List.of(),
        Optional.of(new Result.Signal(verdict, "", 0.7, new Interval(0.6, 0.8), 24, false)));
  }

  @Test
  void theFiveHeadlinesAreReadSixWaysAndSobrietyEight() {
    assertThat(report.fragilities())
        .extracting(Fragility::measure)
        .containsExactlyInAnyOrder(
            "completion", "retention", "attendance", "continuous", "relapse");
    for (Fragility fragility : report.fragilities()) {
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
            report.figure("continuous", continuous.at(), Slice.OVERALL).orElseThrow().result();
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

  private Fragility of(String measure) {
    return of(report, measure);
  }

  private static Fragility of(MonthReport report, String measure) {
    return report.fragilities().stream()
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
