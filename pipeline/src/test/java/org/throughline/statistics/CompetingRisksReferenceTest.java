package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.statistics.ReferenceData.number;
import static org.throughline.statistics.ReferenceData.whole;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Recurrence against death in colon: cumulative incidences of survfit and cmprsk, 32 rows. */
class CompetingRisksReferenceTest {

  @Test
  void incidenceAndItsStandardErrorAreThoseOfR() {
    List<CSVRecord> rows = ReferenceData.rows("expected_cuminc.csv");
    assertThat(rows).hasSize(32);
    for (CSVRecord row : rows) {
      String group = row.get("group");
      List<CSVRecord> subjects =
          ReferenceData.rows(
              "colon_competing.csv",
              subject -> group.equals("ALL") || subject.get("rx").equals(group));
      RiskTable table = ReferenceData.table(subjects, "state", 2, 3700);
      int cause = row.get("cause").equals("recurrence") ? 0 : 1;
      assertThat(table.entered()).isEqualTo(whole(row, "n"));
      assertThat(table.totalEvents(cause)).isEqualTo(whole(row, "events"));
      StepCurve.Point point =
          AalenJohansen.estimate(table, cause).at(whole(row, "time")).orElseThrow();
      ReferenceData.assertAgrees("survfit", point.estimate(), row, "cif");
      ReferenceData.assertAgrees("cmprsk", point.estimate(), row, "cif_cmprsk");
      // the delta method is the infinitesimal jackknife where nobody enters late …
      ReferenceData.assertAgrees(
          "survfit", point.standardError(), row, "se_infinitesimal_jackknife");
      // … and Aalen's variance another estimator, a little larger
      double aalen = number(row, "se_aalen_cmprsk");
      assertThat(point.standardError()).isBetween(aalen * 0.99, aalen);
      if (aalen > 0) {
        assertThat(point.standardError()).isNotEqualTo(aalen);
      }
    }
  }
}
