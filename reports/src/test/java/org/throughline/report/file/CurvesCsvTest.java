package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

class CurvesCsvTest {

  private static Curve curve(String measure, Slice slice) {
    return new Curve(
        measure,
        1,
        slice,
        Figures.MONTH,
        Figures.CUT,
        40,
        List.of(
            new CurvePoint(0, 40, 0, 0, 1, 1, 1),
            new CurvePoint(7, 40, 1, 2, 0.975, 0.83552, 0.9963999999999)),
        Optional.empty());
  }

  @Test
  void writesShownCurvesOnly() throws IOException {
    Curve hidden =
        curve("in_care_curve", Slice.ofTier("HIOP")).suppress(Result.Suppressed.Kind.PRIMARY);
    Curve naive = curve("in_care_curve", Slice.ofFamily("ever"));
    StringBuilder text = new StringBuilder();
    CurvesCsv.write(
        Figures.report(
            List.of(),
            List.of(
                curve("in_care_curve", Slice.OVERALL),
                hidden,
                curve("exit_incidence_other", Slice.ofFamily("involved"))),
            List.of(naive)),
        text);
    assertThat(text)
        .hasToString(
            "month,edition,cut,measure,version,tier,family,site,day,at_risk,events,censored,"
                + "estimate,ci_low,ci_high\n"
                + "2025-06,3,2025-06-30,exit_incidence_other,1,all,involved,all,0,40,0,0,1,1,1\n"
                + "2025-06,3,2025-06-30,exit_incidence_other,1,all,involved,all,7,40,1,2,"
                + "0.975,0.83552,0.9964\n"
                + "2025-06,3,2025-06-30,in_care_curve,1,all,all,all,0,40,0,0,1,1,1\n"
                + "2025-06,3,2025-06-30,in_care_curve,1,all,all,all,7,40,1,2,"
                + "0.975,0.83552,0.9964\n");
  }
}
