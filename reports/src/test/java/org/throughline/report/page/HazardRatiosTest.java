package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

class HazardRatiosTest {
  private static final YearMonth JUNE = YearMonth.of(2025, 6);
  private static final Result ADJUSTED =
      new Result.Ratio(0.82, new Interval(0.65, 1.03), 0.09, 300, 800);
  private static final Result ALONE =
      new Result.Ratio(0.79, new Interval(0.63, 0.99), 0.04, 300, 800);

  private static Figure figure(String measure, String level, Unit unit, Result result) {
    return new Figure(
        measure,
        1,
        OptionalInt.empty(),
        Slice.OVERALL.withLevel(level),
        "",
        unit,
        JUNE,
        JUNE.atEndOfMonth(),
        result);
  }

  private static Figure ratio(String measure, Result result) {
    return figure(measure, "unplanned_exit", Unit.HAZARD_RATIO, result);
  }

  private static Figure zph(String measure, double p) {
    return figure(
        measure, "involvement", Unit.CHI_SQUARE, new Result.Comparison(4, 1, p, 800, 300));
  }

  private static Reading reading(List<Figure> figures, List<Figure> naive) {
    return new Reading(
        new MonthReport(
            "Fernhollow",
            JUNE,
            JUNE.atEndOfMonth(),
            1,
            YearMonth.of(2024, 7),
            LocalDate.of(2025, 5, 31),
            30,
            11,
            List.of(),
            List.of(),
            List.of(),
            figures,
            List.of(),
            List.of(),
            naive,
            List.of(),
            List.of(),
            Map.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static String sentence(Figure... figures) {
    return HazardRatios.sentence(reading(List.of(figures), List.of())).replace('\u00a0', ' ');
  }

  @Test
  void bothRatiosAndWhetherTheyStayTheSame() {
    assertThat(
            sentence(
                ratio("family_association", ADJUSTED),
                ratio("family_association_alone", ALONE),
                zph("family_association_zph", 0.3)))
        .isEqualTo(
            "Hazard of unplanned exit, involved against not yet involved (1.00 is no difference):"
                + " 0.82 (0.65–1.03) with tier, age group, sex, primary substance and prior care taken"
                + " into account; 0.79 (0.63–0.99) without. Nothing speaks against its being the same"
                + " over the days of care (test of proportional hazards, p = 0.30).");
    assertThat(
            sentence(
                ratio("family_association", ADJUSTED),
                ratio("family_association_alone", ALONE),
                zph("family_association_zph", 0.02)))
        .endsWith(
            "so one number does not describe it: read the groups at the landmark below first.");
  }

  @Test
  void oneAloneSaysWhyTheOtherIsMissing() {
    assertThat(
            sentence(
                ratio(
                    "family_association",
                    new Result.Unavailable(
                        "Fewer than 10 unplanned exits for each of 23 coefficients.")),
                ratio("family_association_alone", ALONE),
                zph("family_association_alone_zph", 0.5)))
        .contains("0.79 (0.63–0.99), nothing else taken into account.")
        .contains("is not available: fewer than 10 unplanned exits for each of 23 coefficients.")
        .endsWith("p = 0.50).");
  }

  @Test
  void neverSaysEffectAndIsSilentWhereNothingWasComputed() {
    assertThat(sentence()).isEmpty();
    assertThat(
            sentence(
                ratio("family_association", ADJUSTED), ratio("family_association_alone", ALONE)))
        .doesNotContainIgnoringCase("effect")
        .doesNotContainIgnoringCase("protect");
  }

  @Test
  void theBiasedRatioStandsBesideTheSoundOneOrNotAtAll() {
    Figure naive =
        ratio(
            "family_association_naive",
            new Result.Ratio(0.4, new Interval(0.3, 0.5), 1e-9, 300, 800));
    assertThat(
            HazardRatios.naive(
                reading(List.of(ratio("family_association_alone", ALONE)), List.of(naive))))
        .isEqualTo(
            " As a hazard ratio of unplanned exit the biased comparison gives 0.40 (0.30–0.50), the"
                + " sound one 0.79 (0.63–0.99).");
    assertThat(HazardRatios.naive(reading(List.of(), List.of(naive)))).isEmpty();
  }
}
