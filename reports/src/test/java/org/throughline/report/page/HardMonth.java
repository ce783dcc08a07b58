package org.throughline.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/**
 * A month that leaves a page nothing to show: nobody admitted, every figure hidden or unavailable,
 * and forty sites with long names and characters that mean something in HTML.
 */
public final class HardMonth {

  private static final YearMonth MONTH = YearMonth.of(2024, 2);

  private HardMonth() {}

  public static MonthReport report() {
    return edition(2);
  }

  public static MonthReport edition(int edition) {
    List<String> sites = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      sites.add(
          String.format(
              Locale.ROOT,
              "Community Recovery & Wellness <Center> of Greater Llanfairpwllgwyngyll No. %02d",
              i));
    }
    List<Figure> figures = new ArrayList<>();
    for (int day : List.of(30, 60, 90, 180)) {
      figures.add(hidden("retention", OptionalInt.of(day), Slice.OVERALL));
      sites.forEach(s -> figures.add(hidden("retention", OptionalInt.of(day), Slice.ofSite(s))));
    }
    figures.add(
        figure(
            "completion",
            OptionalInt.empty(),
            Slice.OVERALL,
            Unit.SHARE,
            new Result.Unavailable("No exit became known in February 2024.")));
    figures.add(
        figure("admissions", OptionalInt.empty(), Slice.OVERALL, Unit.COUNT, new Result.Count(0)));
    figures.add(
        figure(
            "family_test",
            OptionalInt.empty(),
            Slice.OVERALL.withLevel("unplanned"),
            Unit.CHI_SQUARE,
            new Result.Unavailable("Fewer than 10 unplanned exits.")));
    List<Curve> curves =
        List.of(
            new Curve(
                    "exit_incidence_unplanned",
                    1,
                    Slice.ofTier("HIOP"),
                    MONTH,
                    MONTH.atEndOfMonth(),
                    3,
                    List.of(),
                    Optional.empty())
                .suppress(Result.Suppressed.Kind.PRIMARY));
    return new MonthReport(
        "Program of the \"Long\" Name & Sons </style><script>",
        MONTH,
        MONTH.atEndOfMonth(),
        edition,
        MONTH.minusMonths(11),
        MONTH.atEndOfMonth().minusDays(30),
        30,
        11,
        SampleReport.TIERS,
        sites,
        List.of(),
        figures,
        curves,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        "0".repeat(64));
  }

  private static Figure hidden(String measure, OptionalInt at, Slice slice) {
    return figure(
        measure,
        at,
        slice,
        Unit.SHARE,
        new Result.Suppressed(
            slice.bySite()
                ? Result.Suppressed.Kind.COMPLEMENTARY
                : Result.Suppressed.Kind.PRIMARY));
  }

  private static Figure figure(
      String measure, OptionalInt at, Slice slice, Unit unit, Result result) {
    return new Figure(measure, 1, at, slice, "", unit, MONTH, MONTH.atEndOfMonth(), result);
  }
}
