package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.statistics.ReferenceData.whole;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** R's survdiff with rho 0: two, four and three groups, 11 rows. */
class LogRankReferenceTest {

  @Test
  void lungBySex() {
    assertTest("lung", "sex", 2);
  }

  @Test
  void veteranByTreatment() {
    assertTest("veteran", "trt", 2);
  }

  @Test
  void veteranByCellType() {
    assertTest("veteran", "celltype", 4);
  }

  @Test
  void colonByTreatment() {
    assertTest("colon_death", "rx", 3);
  }

  private static void assertTest(String data, String groupBy, int groups) {
    List<CSVRecord> expected =
        ReferenceData.rows(
            "expected_logrank.csv",
            row ->
                row.get("data").equals(data)
                    && row.get("group_by").equals(groupBy)
                    && row.get("rho").equals("0"));
    assertThat(expected).hasSize(groups);
    List<RiskTable> tables =
        expected.stream()
            .map(
                row ->
                    ReferenceData.rows(data + ".csv", s -> s.get(groupBy).equals(row.get("group"))))
            .map(subjects -> ReferenceData.table(subjects, "event", 1, 3700))
            .toList();
    LogRank.Result result = LogRank.test(tables).orElseThrow();
    IntStream.range(0, groups)
        .forEach(
            g -> {
              CSVRecord row = expected.get(g);
              LogRank.Group group = result.groups().get(g);
              assertThat(tables.get(g).entered()).isEqualTo(whole(row, "n"));
              assertThat(group.observed()).isEqualTo(whole(row, "observed"));
              ReferenceData.assertAgrees(data, group.expected(), row, "expected");
              ReferenceData.assertAgrees(data, group.variance(), row, "variance");
              ReferenceData.assertAgrees(data, result.chiSquare(), row, "chisq");
              ReferenceData.assertAgrees(data, result.p(), row, "p");
              assertThat(result.degreesOfFreedom()).isEqualTo(whole(row, "df"));
            });
  }
}
