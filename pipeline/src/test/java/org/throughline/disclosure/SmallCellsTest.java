package org.throughline.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Suppressed.Kind;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

class SmallCellsTest {
  private static final YearMonth MONTH = YearMonth.of(2025, 6);
  private final SmallCells cells = new SmallCells(11);

  private static Computed.OfFigure count(String measure, Slice slice, long value) {
    return new Computed.OfFigure(
        new Figure(
            measure,
            1,
            OptionalInt.empty(),
            slice,
            "",
            Unit.COUNT,
            MONTH,
            MONTH.atEndOfMonth(),
            new Result.Count(value)),
        List.of(value));
  }

  private List<String> released(List<Computed.OfFigure> computed) {
    return cells.figures(computed).stream()
        .map(
            f ->
                f.result() instanceof Result.Suppressed s
                    ? s.kind().code()
                    : Long.toString(((Result.Count) f.result()).value()))
        .toList();
  }

  @Test
  void hidesOneToTenAndTheSmallestOtherOfTheLine() {
    assertThat(
            released(
                List.of(
                    count("admissions", Slice.OVERALL, 100),
                    count("admissions", Slice.ofTier("OP"), 10),
                    count("admissions", Slice.ofTier("IOP"), 60),
                    count("admissions", Slice.ofTier("HIOP"), 30),
                    count("admissions", Slice.ofTier("OTP"), 0))))
        .containsExactly("100", "primary", "60", "complementary", "0");
  }

  @Test
  void leavesElevenAndNobody() {
    assertThat(
            released(
                List.of(
                    count("census", Slice.ofSite("a"), 11), count("census", Slice.ofSite("b"), 0))))
        .containsExactly("11", "0");
  }

  private static Computed.OfFigure completions(YearMonth month, long completed) {
    return new Computed.OfFigure(
        new Figure(
            "completion",
            1,
            OptionalInt.empty(),
            Slice.OVERALL,
            "",
            Unit.SHARE,
            month,
            month.atEndOfMonth(),
            new Result.Count(completed)),
        List.of(40L, completed, 40 - completed));
  }

  /** The mean of the months is published as the centre of their chart; the latest is spared. */
  @Test
  void oneHiddenMonthOfAChartHidesAnEarlierOne() {
    assertThat(
            released(
                List.of(
                    completions(MONTH.minusMonths(3), 20),
                    completions(MONTH.minusMonths(2), 5),
                    completions(MONTH.minusMonths(1), 14),
                    completions(MONTH, 12))))
        .containsExactly("20", "primary", "complementary", "12");
    assertThat(
            released(
                List.of(
                    completions(MONTH.minusMonths(2), 20),
                    completions(MONTH.minusMonths(1), 14),
                    completions(MONTH, 4))))
        .containsExactly("20", "complementary", "primary");
  }

  @Test
  void twoHiddenCellsOfALineNeedNoComplement() {
    assertThat(
            released(
                List.of(
                    count("census", Slice.ofSite("a"), 3),
                    count("census", Slice.ofSite("b"), 4),
                    count("census", Slice.ofSite("c"), 40))))
        .containsExactly("primary", "primary", "40");
  }

  @Test
  void hidesAlongBothLinesOfATwoWayTable() {
    List<Computed.OfFigure> table = new ArrayList<>();
    table.add(count("census", Slice.ofTierAndFamily("OP", "involved"), 5));
    table.add(count("census", Slice.ofTierAndFamily("OP", "not_yet"), 50));
    table.add(count("census", Slice.ofTierAndFamily("IOP", "involved"), 40));
    table.add(count("census", Slice.ofTierAndFamily("IOP", "not_yet"), 70));
    assertThat(released(table))
        .containsExactly("primary", "complementary", "complementary", "complementary");
  }

  @Test
  void hidesAClassOfExitTogetherWithAnother() {
    assertThat(
            released(
                List.of(
                    count("exits", Slice.OVERALL, 60),
                    count("exits_planned", Slice.OVERALL, 25),
                    count("exits_transferred", Slice.OVERALL, 12),
                    count("exits_unplanned", Slice.OVERALL, 20),
                    count("exits_other", Slice.OVERALL, 3))))
        .containsExactly("60", "25", "complementary", "20", "primary");
  }

  @Test
  void hidesWhatWouldGiveAHiddenCellAway() {
    List<Figure> released =
        cells.figures(
            List.of(
                count("exits_planned", Slice.ofSite("a"), 4),
                count("completion", Slice.ofSite("a"), 40)));
    assertThat(released.get(1).result()).isEqualTo(new Result.Suppressed(Kind.COMPLEMENTARY));
  }

  @Test
  void drawsNoCurveFromWhichNoFigureIsReleased() {
    Slice op = Slice.ofTier("OP");
    Curve curve =
        new Curve(
            "retention",
            1,
            op,
            MONTH,
            MONTH.atEndOfMonth(),
            100,
            List.of(new CurvePoint(0, 100, 20, 0, 0.8, 0.7, 0.9)),
            Optional.empty());
    Figure shown =
        new Figure(
            "retention",
            1,
            OptionalInt.of(30),
            op,
            "",
            Unit.SHARE,
            MONTH,
            MONTH.atEndOfMonth(),
            new Result.Count(1));
    Figure hidden = shown.withResult(new Result.Suppressed(Kind.COMPLEMENTARY));
    List<Computed.OfCurve> curves = List.of(new Computed.OfCurve(curve, 100));
    assertThat(cells.curves(curves, List.of(hidden)).get(0).points()).isEmpty();
    assertThat(cells.curves(curves, List.of(hidden, shown)).get(0).points()).hasSize(1);
    assertThat(cells.curves(List.of(new Computed.OfCurve(curve, 10)), List.of(shown)).get(0))
        .matches(c -> c.suppressed().equals(Optional.of(Kind.PRIMARY)));
  }

  private static Computed.OfFigure weeks(String measure, int at, Slice slice, Long... cells) {
    return new Computed.OfFigure(
        new Figure(
            measure,
            1,
            OptionalInt.of(at),
            slice,
            "worst",
            Unit.WEEKS,
            MONTH,
            MONTH.atEndOfMonth(),
            new Result.Duration(3.5, Optional.empty(), 40)),
        List.of(cells));
  }

  @Test
  void hidesTheRunsOfThoseWhoseContinuousSobrietyIsHidden() {
    Slice op = Slice.ofTier("OP");
    List<Figure> released =
        cells.figures(
            List.of(
                weeks("longest_run_mean", 12, op, 40L, 30L),
                weeks("longest_run_median", 12, op, 40L, 30L),
                weeks("longest_run_mean", 26, op, 40L, 30L),
                weeks("continuous", 12, op, 40L, 4L, 36L)));
    assertThat(released.get(0).result()).isEqualTo(new Result.Suppressed(Kind.COMPLEMENTARY));
    assertThat(released.get(1).result()).isEqualTo(new Result.Suppressed(Kind.COMPLEMENTARY));
    assertThat(released.get(2).result()).isInstanceOf(Result.Duration.class);
    assertThat(released.get(3).result()).isEqualTo(new Result.Suppressed(Kind.PRIMARY));
  }

  @Test
  void hidesAMeanOverFewAndTheErrorThatGoesWithIt() {
    Slice site = Slice.ofSite("a");
    List<Figure> released =
        cells.figures(
            List.of(
                weeks("days_in_care", 90, site, 10L),
                weeks("days_in_care_se", 90, site, 12L),
                weeks("in_care_curve", 90, site, 12L),
                weeks("in_care_curve", 60, site, 12L),
                weeks("longest_run_mean", 12, site, 10L, 10L)));
    assertThat(released)
        .extracting(f -> f.result() instanceof Result.Suppressed)
        .containsExactly(true, true, true, false, true);
  }
}
