package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.statistics.ReferenceData.number;
import static org.throughline.statistics.ReferenceData.whole;

import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The Stanford heart transplants, in which a transplant during the wait is the time-dependent
 * exposure: Simon–Makuch curves and the Mantel–Byar test, beside the naive and the landmark
 * grouping. Half days occur, so an index is half a day.
 */
class HeartReferenceTest {

  private static final int LENGTH = 2 * 1800 + 1;
  private static final int LANDMARK = 30;

  private static int halfDays(CSVRecord row, String column) {
    return Math.toIntExact(Math.round(2 * number(row, column)));
  }

  /** Rows of the counting process, (start, stop], of those with or without a transplant. */
  private static RiskTable timeDependent(String transplant) {
    List<FollowUp> spans =
        ReferenceData.rows(
                "heart_counting_process.csv", row -> row.get("transplant").equals(transplant))
            .stream()
            .map(
                row -> {
                  int stop = halfDays(row, "stop");
                  FollowUp span =
                      whole(row, "event") == 1 ? FollowUp.event(stop, 0) : FollowUp.censored(stop);
                  int start = halfDays(row, "start");
                  return start == 0 ? span : span.enteringAfter(start);
                })
            .toList();
    return FollowUp.table(spans, LENGTH, 1);
  }

  private static RiskTable everTransplanted(String ever) {
    return ReferenceData.table(
        ReferenceData.rows("heart_one_row.csv", row -> row.get("ever").equals(ever)),
        row -> halfDays(row, "time"),
        "event",
        1,
        LENGTH);
  }

  private static RiskTable afterLandmark(Predicate<CSVRecord> group) {
    return ReferenceData.table(
        ReferenceData.rows(
            "heart_one_row.csv", row -> number(row, "time") > LANDMARK && group.test(row)),
        row -> halfDays(row, "time") - 2 * LANDMARK,
        "event",
        1,
        LENGTH);
  }

  private static boolean transplantedByLandmark(CSVRecord row) {
    return !row.get("wait").isEmpty() && number(row, "wait") <= LANDMARK;
  }

  private static RiskTable table(String method, String group) {
    return switch (method) {
      case "simon_makuch" -> timeDependent(group);
      case "naive_ever" -> everTransplanted(group);
      case "landmark30" -> afterLandmark(row -> transplantedByLandmark(row) == group.equals("1"));
      default -> throw new IllegalArgumentException(method);
    };
  }

  @Test
  void curvesAreThoseOfR() {
    List<CSVRecord> rows = ReferenceData.rows("expected_heart_curves.csv");
    assertThat(rows).hasSize(30);
    for (CSVRecord row : rows) {
      StepCurve curve = KaplanMeier.estimate(table(row.get("method"), row.get("group")));
      int index = halfDays(row, "time");
      ReferenceData.assertCurveAgrees(row.toString(), curve, index, row);
      assertThat(atRiskAtNextExit(curve, index)).as(row.toString()).isEqualTo(whole(row, "n_risk"));
    }
  }

  /** R's summary gives the number at risk at the next exit, those who enter until then included. */
  private static long atRiskAtNextExit(StepCurve curve, int index) {
    return curve.points().stream()
        .filter(point -> point.index() >= index && point.events() + point.censored() > 0)
        .findFirst()
        .orElseThrow()
        .atRisk();
  }

  /** One transplant was on day 60 itself; R says 45 because the next exit is on day 61. */
  @Test
  void whoEntersOnADayIsNotAtRiskOnIt() {
    RiskTable transplanted = timeDependent("1");
    assertThat(transplanted.joined(2 * 60)).isEqualTo(1);
    assertThat(transplanted.atRisk(2 * 60)).isEqualTo(44);
    assertThat(transplanted.atRisk(2 * 61)).isEqualTo(45);
  }

  /** S from 0 on is S before the start times S given survival to the start. */
  @Test
  void aCurveThatBeginsWhereEnoughAreAtRiskIsConditional() {
    RiskTable transplanted = timeDependent("1");
    assertThat(transplanted.startingWhereAtRisk(10)).hasValue(9);
    int start = transplanted.startingWhereAtRisk(20).orElseThrow();
    assertThat(start).isEqualTo(2 * 13 - 1);
    StepCurve full = KaplanMeier.estimate(transplanted);
    StepCurve later = KaplanMeier.estimate(transplanted, start);
    double before = full.at(start - 1).orElseThrow().estimate();
    double year = full.at(2 * 365).orElseThrow().estimate();
    assertThat(before).isLessThan(1);
    assertThat(later.at(2 * 365).orElseThrow().estimate() * before).isCloseTo(year, within(1e-14));
  }

  private static CSVRecord expectedTest(String method) {
    return ReferenceData.rows("expected_heart_tests.csv", row -> row.get("method").equals(method))
        .get(0);
  }

  @Test
  void mantelByarIsThatOfR() {
    CSVRecord row = expectedTest("mantel_byar");
    MantelByar.Result result =
        MantelByar.test(timeDependent("1"), timeDependent("0")).orElseThrow();
    assertThat(result.observed()).isEqualTo(whole(row, "O"));
    ReferenceData.assertAgrees("Mantel–Byar", result.expected(), row, "E");
    ReferenceData.assertAgrees("Mantel–Byar", result.variance(), row, "V");
    ReferenceData.assertAgrees("Mantel–Byar", result.chiSquare(), row, "chisq");
    ReferenceData.assertAgrees("Mantel–Byar", result.p(), row, "p");
    // the score test of Cox's exact partial likelihood is the same test, computed another way
    ReferenceData.assertAgrees("score", result.chiSquare(), row, "cox_score_exact");
    assertThat(result.events()).isEqualTo(75);
  }

  @Test
  void naiveAndLandmarkTestsAreThoseOfR() {
    for (String method : List.of("naive_ever", "landmark30")) {
      CSVRecord row = expectedTest(method);
      LogRank.Result result =
          LogRank.test(List.of(table(method, "0"), table(method, "1"))).orElseThrow();
      LogRank.Group transplanted = result.groups().get(1);
      assertThat(transplanted.observed()).isEqualTo(whole(row, "O"));
      ReferenceData.assertAgrees(method, transplanted.expected(), row, "E");
      ReferenceData.assertAgrees(method, transplanted.variance(), row, "V");
      ReferenceData.assertAgrees(method, result.chiSquare(), row, "chisq");
      ReferenceData.assertAgrees(method, result.p(), row, "p");
    }
  }
}
