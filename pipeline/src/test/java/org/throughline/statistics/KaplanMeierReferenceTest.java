package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.statistics.ReferenceData.whole;
import static org.throughline.statistics.ReferenceData.wholeOrEmpty;

import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

/** Survival, standard errors, log−log intervals and medians of R's survfit: 75 + 15 rows. */
class KaplanMeierReferenceTest {

  private static StepCurve curveOf(CSVRecord expected) {
    String group = expected.get("group");
    List<CSVRecord> subjects =
        ReferenceData.rows(
            expected.get("data") + ".csv",
            row -> group.equals("ALL") || row.get(expected.get("group_by")).equals(group));
    assertThat(subjects).hasSize(whole(expected, "n"));
    // a day longer than the data, as the horizons reach beyond some
    return KaplanMeier.estimate(ReferenceData.table(subjects, "event", 1, 3700));
  }

  @Test
  void horizonsAreThoseOfR() {
    List<CSVRecord> rows =
        ReferenceData.rows("expected_km.csv", row -> row.get("conf_type").equals("log-log"));
    assertThat(rows).hasSize(75);
    int withoutValue = 0;
    for (CSVRecord row : rows) {
      StepCurve curve = curveOf(row);
      int day = whole(row, "time");
      if (whole(row, "n_risk") == 0) {
        // R carries the last value on; here there is none where nobody is at risk
        assertThat(curve.at(day)).as(row.toString()).isEmpty();
        withoutValue++;
      } else {
        assertThat(curve.at(day).orElseThrow().atRisk())
            .as(row.toString())
            .isEqualTo(whole(row, "n_risk"));
        ReferenceData.assertCurveAgrees(row.toString(), curve, day, row);
      }
    }
    assertThat(withoutValue).as("veteran, cell type adeno, day 365").isEqualTo(1);
  }

  /** Where survival is exactly one half over an interval R gives its middle, and we its start. */
  @Test
  void mediansAreThoseOfR() {
    List<CSVRecord> rows =
        ReferenceData.rows(
            "expected_median_rmst.csv", row -> row.get("conf_type").equals("log-log"));
    assertThat(rows).hasSize(15);
    int middles = 0;
    for (CSVRecord row : rows) {
      StepCurve curve = curveOf(row);
      assertThat(curve.points().stream().mapToLong(StepCurve.Point::events).sum())
          .isEqualTo(whole(row, "events"));
      if (row.get("median").contains(".")) {
        int start = curve.median().orElseThrow();
        int end =
            curve.points().stream()
                .filter(point -> point.index() > start && point.events() > 0)
                .mapToInt(StepCurve.Point::index)
                .findFirst()
                .orElseThrow();
        assertThat((start + end) / 2.0).isEqualTo(ReferenceData.number(row, "median"));
        middles++;
      } else {
        assertThat(curve.median()).as(row.toString()).isEqualTo(wholeOrEmpty(row, "median"));
      }
    }
    assertThat(middles).as("veteran, test treatment, 52.5").isEqualTo(1);
  }

  /** Where an end is exactly one half over an interval R gives its middle, and we its start. */
  @Test
  void intervalsOfMediansAreThoseOfR() {
    List<CSVRecord> rows =
        ReferenceData.rows(
            "expected_median_rmst.csv", row -> row.get("conf_type").equals("log-log"));
    int compared = 0;
    for (CSVRecord row : rows) {
      Optional<Interval> interval = curveOf(row).medianInterval();
      if (row.get("median_upper").isEmpty()) {
        assertThat(interval).as(row.toString()).isEmpty();
      } else {
        Interval expected =
            new Interval(
                ReferenceData.number(row, "median_lower"),
                ReferenceData.number(row, "median_upper"));
        assertThat(interval).as(row.toString()).contains(expected);
        compared++;
      }
    }
    assertThat(compared).isBetween(9, 15);
  }
}
