package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** R's coxph with both ways of reading ties, on four data sets and the naive one of heart. */
class CoxReferenceTest {
  private static final double TOLERANCE = 1e-11;

  /**
   * R takes its last step where the likelihood changes by less than a part in 1e9, so it ends a
   * little short of the maximum. Ended there too, the numbers agree; the maximum itself is no
   * further than so many standard errors.
   */
  private static final double R_STOPS_SHORT = 1e-6;

  private static final double R_LEAST_GAIN = 1e-9;

  @Test
  void lung() {
    assertModel("lung", "Surv(time,event) ~ age + sex", CoxData.lung(), 2);
  }

  @Test
  void veteran() {
    assertModel("veteran", "Surv(time,event) ~ trt", CoxData.veteran(), 5);
  }

  @Test
  void colon() {
    assertModel("colon_death", "Surv(time,event) ~ rx", CoxData.colon(), 3);
  }

  @Test
  void heartWithTransplantThatChanges() {
    assertModel("heart", "Surv(start,stop,event) ~ transplant (", CoxData.heartAlone(), 1);
    assertModel("heart", "Surv(start,stop,event) ~ transplant +", CoxData.heartAdjusted(), 3);
  }

  @Test
  void heartNaively() {
    assertModel("heart_one_row", "NAIVE", CoxData.heartNaive(), 1);
  }

  private static void assertModel(
      String data, String model, List<CoxPattern> patterns, int coefficients) {
    for (Ties ties : Ties.values()) {
      List<CSVRecord> rows =
          ReferenceData.rows(
              "expected_cox.csv",
              row ->
                  row.get("data").equals(data)
                      && row.get("model").startsWith(model)
                      && row.get("ties").equals(ties.name().toLowerCase(Locale.ROOT)));
      assertThat(rows).hasSize(coefficients);
      CoxModel fitted = (CoxModel) CoxRegression.fit(patterns, 0, ties, R_LEAST_GAIN);
      CoxModel maximum = (CoxModel) CoxRegression.fit(patterns, 0, ties);
      assertThat(fitted.dropped()).isEmpty();
      for (int j = 0; j < coefficients; j++) {
        CSVRecord row = rows.get(j);
        CoxModel.Coefficient own = fitted.coefficients().get(j);
        assertThat(own.column()).isEqualTo(j);
        assertThat(maximum.coefficients().get(j).estimate())
            .isCloseTo(own.estimate(), within(R_STOPS_SHORT * own.standardError()));
        assertThat(maximum.coefficients().get(j).standardError())
            .isCloseTo(own.standardError(), within(R_STOPS_SHORT * own.standardError()));
        assertThat(maximum.logLikelihood()).isGreaterThan(fitted.logLikelihood() - 1e-10);
        agrees(own.estimate(), row, "coef");
        agrees(own.standardError(), row, "se");
        agrees(own.hazardRatio(), row, "hr");
        agrees(own.interval().low(), row, "lower");
        agrees(own.interval().high(), row, "upper");
        agrees(own.z(), row, "z");
        agrees(own.p(), row, "p");
        agrees(fitted.nullLogLikelihood(), row, "loglik_null");
        agrees(fitted.logLikelihood(), row, "loglik");
        agrees(fitted.likelihoodRatioTest().chiSquare(), row, "lrt");
        agrees(fitted.scoreTest().chiSquare(), row, "score");
        agrees(fitted.waldTest().chiSquare(), row, "wald");
        assertThat(fitted.waldTest().degreesOfFreedom()).isEqualTo(coefficients);
        assertThat(fitted.events()).isEqualTo(ReferenceData.whole(row, "events"));
        assertThat(fitted.covariance(j, j))
            .isCloseTo(own.standardError() * own.standardError(), within(1e-15));
      }
    }
  }

  private static void agrees(double actual, CSVRecord row, String column) {
    double r = ReferenceData.number(row, column);
    assertThat(actual)
        .as("%s of %s", column, row.toMap())
        .isCloseTo(r, within(TOLERANCE * Math.abs(r)));
  }
}
