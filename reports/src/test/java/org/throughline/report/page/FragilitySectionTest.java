package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Figure;
import org.throughline.figure.Fragility;
import org.throughline.figure.Fragility.TierVerdict;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Signal.Verdict;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.figure.Unit;
import org.throughline.report.file.FragilityCsv;

class FragilitySectionTest {
  private static final YearMonth JUNE = YearMonth.of(2025, 6);

  @Test
  void namesTheReadingThatMovesAFigureMost() {
    PageModel.Section section = section(retention(1, 0.8), retention(1, 0.6));

    assertThat(text(section))
        .contains("80 %, as published")
        .contains("60 %, care counts as over after 14 days of silence");
  }

  @Test
  void saysThatNothingDependsOnTheRules() {
    PageModel.Section section = section(retention(1, 0.8), retention(1, 0.6));

    assertThat(section.finding().get(0).source())
        .isEqualTo(
            "No other choice of rules changes which levels of care differ in any headline"
                + " figure. No headline figure has enough months to tell a signal from usual"
                + " variation.");
  }

  @Test
  void saysWhichFigureDependsOnTheRulesAndHow() {
    PageModel.Section section = section(retention(1, 0.8), retention(0, 0.6));

    assertThat(section.finding().get(0).source())
        .startsWith(
            "Which levels of care differ depends on the rules for “No unplanned exit by day 90”");
    assertThat(text(section))
        .contains(
            "care counts as over after 14 days of silence: Intensive no longer apart from"
                + " Outpatient");
  }

  @Test
  void saysThatNoTwoLevelsCanBeCompared() {
    Fragility.Reading bare =
        new Fragility.Reading("published", "as published", List.of(), List.of());

    assertThat(section(bare, bare).finding().get(0).source())
        .startsWith(
            "No two levels of care can be compared: too few of their figures can be shown.");
  }

  @Test
  void isNotThereWhereNothingWasReadOtherwise() {
    assertThat(FragilitySection.of(new Reading(report(List.of())))).isEmpty();
  }

  @Test
  void theFileHasARowForEachReadingAndGroupAndNoNumberOfAHiddenOne() throws IOException {
    Fragility.Reading hidden =
        new Fragility.Reading(
            "silence_14",
            "care counts as over after 14 days of silence",
            List.of(figure(Slice.OVERALL, new Result.Suppressed(Result.Suppressed.Kind.PRIMARY))),
            List.of());
    StringBuilder text = new StringBuilder();
    FragilityCsv.write(report(List.of(fragility(retention(1, 0.8), hidden))), text);

    assertThat(text.toString().lines())
        .containsExactly(
            "month,edition,cut,measure,version,at,tier,reading,words,value,ci_low,ci_high,"
                + "suppressed,tiers_judged_otherwise,signal,signal_judged_otherwise",
            "2025-06,1,2025-06-30,retention,1,90,all,published,as published,0.8,0.7,0.9,,no,,",
            "2025-06,1,2025-06-30,retention,1,90,all,silence_14,care counts as over after 14 days"
                + " of silence,,,,primary,no,,");
  }

  @Test
  void saysWhetherAMonthIsASignalUnderEachReading() throws IOException {
    Fragility.Reading worse = signalling(Verdict.WORSE);
    Fragility.Reading usual = signalling(Verdict.USUAL);

    assertThat(section(worse, worse).finding().get(0).source())
        .endsWith(" Whether the latest month is a signal depends on no choice.");
    assertThat(text(section(worse, worse))).contains("signal for the worse");
    assertThat(section(worse, usual).finding().get(0).source())
        .endsWith(
            " Whether the latest month is a signal depends on the rules for “No unplanned exit by"
                + " day 90”.");
    assertThat(text(section(worse, usual)))
        .contains(
            "signal for the worse; care counts as over after 14 days of silence: usual variation");

    StringBuilder text = new StringBuilder();
    FragilityCsv.write(report(List.of(fragility(worse, usual, worse))), text);
    assertThat(text.toString().lines().skip(1))
        .extracting(line -> line.substring(line.lastIndexOf(',', line.lastIndexOf(',') - 1)))
        .containsExactly(",-1,no", ",0,yes", ",-1,no");
  }

  private static Fragility.Reading signalling(Verdict verdict) {
    Fragility.Reading reading = retention(1, 0.8);
    return new Fragility.Reading(
        reading.code(),
        reading.words(),
        reading.figures(),
        reading.verdicts(),
        Optional.of(new Result.Signal(verdict, "", 0.7, new Interval(0.6, 0.8), 24, false)));
  }

  private static PageModel.Section section(Fragility.Reading published, Fragility.Reading other) {
    Fragility.Reading renamed =
        new Fragility.Reading(
            "silence_14",
            "care counts as over after 14 days of silence",
            other.figures(),
            other.verdicts(),
            other.signal());
    return FragilitySection.of(new Reading(report(List.of(fragility(published, renamed)))))
        .orElseThrow();
  }

  private static Fragility fragility(Fragility.Reading... readings) {
    return new Fragility("retention", 1, OptionalInt.of(90), List.of(readings));
  }

  private static Fragility.Reading retention(int sign, double value) {
    return new Fragility.Reading(
        "published",
        "as published",
        List.of(
            figure(
                Slice.OVERALL,
                new Result.AtDay(value, new Interval(value - 0.1, value + 0.1), 20, 100, 60))),
        List.of(new TierVerdict("IOP", "OP", sign)));
  }

  private static Figure figure(Slice slice, Result result) {
    return new Figure(
        "retention",
        1,
        OptionalInt.of(90),
        slice,
        "",
        Unit.SHARE,
        JUNE,
        JUNE.atEndOfMonth(),
        result);
  }

  private static String text(PageModel.Section section) {
    List<String> cells = new ArrayList<>();
    for (PageModel.Block block : section.blocks()) {
      if (block instanceof PageModel.Grid grid) {
        grid.table().rows().forEach(row -> row.forEach(cell -> cells.add(cell.source())));
      }
    }
    return String.join("\n", cells).replace('\u00a0', ' ');
  }

  private static MonthReport report(List<Fragility> fragilities) {
    return new MonthReport(
        "Harbor",
        JUNE,
        JUNE.atEndOfMonth(),
        1,
        YearMonth.of(2024, 7),
        LocalDate.of(2025, 5, 31),
        30,
        11,
        List.of(
            new TierLabel("IOP", "Intensive outpatient", 2), new TierLabel("OP", "Outpatient", 1)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        "none",
        fragilities,
        List.of(),
        List.of(),
        List.of());
  }
}
