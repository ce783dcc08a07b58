package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.throughline.statistics.ReferenceData.whole;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Interval;

class RestrictedMeanTest {

  /** Restricted means and standard errors of R's survfit: 15 groups of four data sets. */
  @Test
  void isThatOfR() {
    List<CSVRecord> rows =
        ReferenceData.rows(
            "expected_median_rmst.csv", row -> row.get("conf_type").equals("log-log"));
    assertThat(rows).hasSize(15);
    for (CSVRecord row : rows) {
      String group = row.get("group");
      List<CSVRecord> subjects =
          ReferenceData.rows(
              row.get("data") + ".csv",
              r -> group.equals("ALL") || r.get(row.get("group_by")).equals(group));
      RiskTable table = ReferenceData.table(subjects, "event", 1, 3700);
      RestrictedMean mean =
          RestrictedMean.of(KaplanMeier.estimate(table), table, whole(row, "tau")).orElseThrow();
      ReferenceData.assertAgrees("mean", mean.value(), row, "rmst");
      ReferenceData.assertAgrees("its error", mean.standardError(), row, "rmst_se");
    }
  }

  /** Times 1, 2+, 3: S = 2/3 from 1 on, 0 from 3 on. Area to 4: 1 + 2·2/3; A(1) = 4/3: 16/9·1/6. */
  @Test
  void isTheAreaWorkedByHand() {
    RiskTable table =
        FollowUp.table(
            List.of(FollowUp.event(1, 0), FollowUp.censored(2), FollowUp.event(3, 0)), 10, 1);
    RestrictedMean mean = RestrictedMean.of(KaplanMeier.estimate(table), table, 4).orElseThrow();
    assertThat(mean.value()).isCloseTo(1 + 4.0 / 3, within(1e-14));
    assertThat(mean.variance()).isCloseTo(16.0 / 54, within(1e-14));
    assertThat(mean.after(5).value()).isCloseTo(6 + 4.0 / 3, within(1e-14));
    assertThat(mean.interval(2, 3)).isEqualTo(new Interval(2, 3));
  }

  @Test
  void isUnknownWhereTheCurveEndsBeforeTheHorizon() {
    RiskTable table = FollowUp.table(List.of(FollowUp.event(1, 0), FollowUp.censored(2)), 10, 1);
    StepCurve curve = KaplanMeier.estimate(table);
    assertThat(RestrictedMean.of(curve, table, 3)).isEmpty();
    assertThat(RestrictedMean.of(curve, table, 2)).isPresent();
  }

  @Test
  void wantsASurvivalCurveAndALaterHorizon() {
    RiskTable table = FollowUp.table(List.of(FollowUp.event(1, 0)), 10, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestrictedMean.of(KaplanMeier.estimate(table, 4), table, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestrictedMean.of(AalenJohansen.estimate(table, 0), table, 4));
  }
}
