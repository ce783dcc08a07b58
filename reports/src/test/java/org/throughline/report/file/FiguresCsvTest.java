package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.report.file.Figures.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Bounds;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

class FiguresCsvTest {

  private static final String HEADER =
      "month,edition,cut,measure,version,at,tier,family,site,group,level,rule,value,ci_low,ci_high,"
          + "bound_low,bound_high,numerator,denominator,unit,suppressed\n";

  private static final List<Figure> EVERY_KIND =
      List.of(
          figure("admissions", -1, Slice.OVERALL, Unit.COUNT, new Result.Count(1234)),
          figure(
              "attendance",
              -1,
              Slice.ofSite("Mill Road, \"east\""),
              Unit.SHARE,
              new Result.Proportion(
                  2.0 / 3, new Interval(0.5, 0.8125), Optional.empty(), 20, 30, 12)),
          figure(
              "continuous",
              12,
              Slice.ofTier("IOP"),
              Unit.SHARE,
              new Result.Proportion(
                  0.25, new Interval(0.1, 0.5), Optional.of(new Bounds(0.3, 0.6)), 5, 20, 20)),
          figure(
              "family_association",
              -1,
              Slice.OVERALL.withLevel("unplanned_exit"),
              Unit.HAZARD_RATIO,
              new Result.Ratio(0.8, new Interval(0.6, 1.1), 0.2, 81, 255)),
          figure(
              "family_test",
              -1,
              Slice.OVERALL.withLevel("unplanned"),
              Unit.CHI_SQUARE,
              new Result.Comparison(2.7055, 1, 1e-7, 255, 81)),
          figure(
              "first_use",
              90,
              Slice.OVERALL,
              Unit.SHARE,
              new Result.AtDay(
                  0.4, new Interval(0.3, 0.5), Optional.of(new Bounds(0.25, 0.5)), 60, 120, 20)),
          figure(
              "in_care_curve_median",
              -1,
              Slice.OVERALL,
              Unit.DAYS,
              new Result.Duration(101, Optional.empty(), 266)),
          figure(
              "longest_run_mean",
              12,
              Slice.OVERALL,
              Unit.WEEKS,
              new Result.Duration(
                  2.5, Optional.of(new Interval(2, 3)), Optional.of(new Bounds(4, 6.5)), 90)),
          figure(
              "relapse_rate",
              -1,
              Slice.OVERALL,
              Unit.PER_100_CLIENT_MONTHS,
              new Result.Rate(15.25, new Interval(12, 19.5), 61, 12_175)),
          figure(
              "retention",
              30,
              Slice.ofFamily("none"),
              Unit.SHARE,
              new Result.Suppressed(Result.Suppressed.Kind.COMPLEMENTARY)),
          figure(
              "retention",
              30,
              Slice.ofTierAndFamily("OP", "some"),
              Unit.SHARE,
              new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)),
          figure(
              "retention",
              90,
              Slice.OVERALL,
              Unit.SHARE,
              new Result.AtDay(0.71, new Interval(0.65, 0.76), 70, 266, 96)),
          figure(
              "signal",
              90,
              Slice.OVERALL.withLevel("retention"),
              Unit.VERDICT,
              new Result.Signal(
                  Result.Signal.Verdict.WORSE, "it fell", 0.7, new Interval(0.6, 0.8), 24, false)),
          figure(
              "site_funnel",
              90,
              Slice.ofSite("north").withLevel("retention"),
              Unit.SHARE,
              new Result.Funnel(
                  0.5,
                  Optional.of(
                      new Result.FunnelLimits(0.7, new Interval(0.6, 0.8), new Interval(0.5, 0.9))),
                  20,
                  40,
                  40)),
          figure(
              "tier_test",
              -1,
              Slice.OVERALL,
              Unit.CHI_SQUARE,
              new Result.Unavailable("One tier only.")));

  private static final String GOLDEN =
      HEADER
          + "2025-06,3,2025-06-30,admissions,2,,all,all,all,,,,1234,,,,,,,count,\n"
          + "2025-06,3,2025-06-30,attendance,2,,all,all,\"Mill Road, \"\"east\"\"\",,,,"
          + "0.6666666667,0.5,0.8125,,,20,30,share,\n"
          + "2025-06,3,2025-06-30,continuous,2,12,IOP,all,all,,,worst,"
          + "0.25,0.1,0.5,0.3,0.6,5,20,share,\n"
          + "2025-06,3,2025-06-30,family_association,2,,all,all,all,,unplanned_exit,,"
          + "0.8,0.6,1.1,,,81,255,hazard_ratio,\n"
          + "2025-06,3,2025-06-30,family_association_p,2,,all,all,all,,unplanned_exit,,"
          + "0.2,,,,,,,p_value,\n"
          + "2025-06,3,2025-06-30,family_test,2,,all,all,all,,unplanned,,"
          + "2.7055,,,,,81,255,chi_square,\n"
          + "2025-06,3,2025-06-30,family_test_df,2,,all,all,all,,unplanned,,"
          + "1,,,,,,,degrees_of_freedom,\n"
          + "2025-06,3,2025-06-30,family_test_p,2,,all,all,all,,unplanned,,"
          + "0.0000001,,,,,,,p_value,\n"
          + "2025-06,3,2025-06-30,first_use,2,90,all,all,all,,,,"
          + "0.4,0.3,0.5,0.25,0.5,60,120,share,\n"
          + "2025-06,3,2025-06-30,in_care_curve_median,2,,all,all,all,,,,101,,,,,,266,days,\n"
          + "2025-06,3,2025-06-30,longest_run_mean,2,12,all,all,all,,,,"
          + "2.5,2,3,4,6.5,,90,weeks,\n"
          + "2025-06,3,2025-06-30,relapse_rate,2,,all,all,all,,,,"
          + "15.25,12,19.5,,,61,12175,per_100_client_months,\n"
          + "2025-06,3,2025-06-30,retention,2,30,OP,some,all,,,,,,,,,,,share,primary\n"
          + "2025-06,3,2025-06-30,retention,2,30,all,none,all,,,,,,,,,,,share,complementary\n"
          + "2025-06,3,2025-06-30,retention,2,90,all,all,all,,,,0.71,0.65,0.76,,,70,266,share,\n"
          + "2025-06,3,2025-06-30,signal,2,90,all,all,all,,retention,,-1,,,,,,,verdict,\n"
          + "2025-06,3,2025-06-30,signal_centre,2,90,all,all,all,,retention,,"
          + "0.7,0.6,0.8,,,,,share,\n"
          + "2025-06,3,2025-06-30,site_funnel,2,90,all,all,north,,retention,,"
          + "0.5,0.6,0.8,0.5,0.9,20,40,share,\n"
          + "2025-06,3,2025-06-30,tier_test,2,,all,all,all,,,,,,,,,,,chi_square,\n"
          + "2025-06,3,2025-06-30,tier_test_df,2,,all,all,all,,,,,,,,,,,degrees_of_freedom,\n"
          + "2025-06,3,2025-06-30,tier_test_p,2,,all,all,all,,,,,,,,,,,p_value,\n";

  @Test
  void everyKindOfResultHasItsRow() throws IOException {
    assertThat(text(EVERY_KIND)).isEqualTo(GOLDEN);
  }

  @Test
  void orderOfComputationChangesNoByte() throws IOException {
    List<Figure> turned = new ArrayList<>(EVERY_KIND);
    Collections.reverse(turned);
    assertThat(text(turned)).isEqualTo(GOLDEN);
  }

  @Test
  void columnsAreTheContract() {
    assertThat(String.join(",", FiguresCsv.COLUMNS) + "\n").isEqualTo(HEADER);
  }

  private static String text(List<Figure> figures) throws IOException {
    StringBuilder text = new StringBuilder();
    FiguresCsv.write(Figures.report(figures, List.of(), List.of()), text);
    return text.toString();
  }
}
