package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.figure.Bounds;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

class OpeningSentencesTest {

  private static final YearMonth JUNE = YearMonth.of(2025, 6);

  private static Figure figure(String measure, int at, Result result) {
    return new Figure(
        measure,
        1,
        at == 0 ? OptionalInt.empty() : OptionalInt.of(at),
        Slice.OVERALL,
        "",
        Unit.SHARE,
        JUNE,
        JUNE.atEndOfMonth(),
        result);
  }

  private static Result.Proportion share(double p, double low, double high, long x, long n) {
    return new Result.Proportion(p, new Interval(low, high), Optional.empty(), x, n, n);
  }

  private static List<String> sentences(Figure... figures) {
    MonthReport report =
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
            List.of(figures),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            "");
    return OpeningSentences.of(new Reading(report)).stream()
        .map(p -> p.source().replace('\u00a0', ' '))
        .toList();
  }

  @Test
  void eachIsWrittenFromOneFigure() {
    assertThat(
            sentences(
                figure(
                    "retention", 90, new Result.AtDay(0.71, new Interval(0.65, 0.76), 70, 266, 96)),
                figure(
                    "exit_incidence_planned",
                    180,
                    new Result.AtDay(0.47, new Interval(0.40, 0.54), 99, 266, 20)),
                figure(
                    "exit_incidence_unplanned",
                    180,
                    new Result.AtDay(0.35, new Interval(0.29, 0.41), 82, 266, 20)),
                figure("completion", 0, share(0.58, 0.39, 0.74, 15, 26)),
                figure("attendance", 0, share(0.73, 0.68, 0.77, 626, 858)),
                figure(
                    "continuous",
                    12,
                    new Result.Proportion(
                        0.3,
                        new Interval(0.24, 0.36),
                        Optional.of(new Bounds(0.5, 0.6)),
                        67,
                        222,
                        210))))
        .containsExactly(
            "Of 266 clients admitted from July 2024 to May 2025, **71 % had no unplanned exit by day 90**"
                + " (65–76 %).",
            "By day 180, **47 % of them had completed** (40–54 %) and 35 % had left unplanned"
                + " (29–41 %).",
            "**15 of the 26 exits that became known in June 2025 were completions** (39–74 %).",
            "Of 858 sessions offered in June 2025, **73 % were attended** (68–77 %).",
            "Of 222 clients, **30 % were sober in each of their first 12 weeks** (24–36 %) if"
                + " every missing week counts as use, and at most 60 % if none does.");
  }

  @Test
  void manyExitsAreGivenAsAShare() {
    assertThat(sentences(figure("completion", 0, share(0.58, 0.49, 0.66, 73, 126))))
        .contains(
            "Of 126 exits that became known in June 2025, **58 % were completions** (49–66 %).");
  }

  @Test
  void whatIsMissingSaysWhy() {
    assertThat(
            sentences(
                figure("retention", 90, new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)),
                figure("completion", 0, new Result.Unavailable("No exit became known in June."))))
        .containsExactly(
            "Retention at day 90 is not shown: it is about fewer than 11 clients.",
            "The share of exits that were completions is not available: no exit became known in June.",
            "Attendance was not computed for this month.",
            "Sobriety in the first 12 weeks was not computed for this month.");
  }
}
