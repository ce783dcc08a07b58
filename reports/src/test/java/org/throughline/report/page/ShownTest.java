package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.figure.Bounds;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;

class ShownTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new Result.Count(1204), "1,204", "1,204"),
        Arguments.of(
            new Result.Proportion(0.3, new Interval(0.24, 0.36), Optional.empty(), 67, 222, 210),
            "30_% (24–36_%)",
            "30_% (24–36_%), n_=_222"),
        Arguments.of(
            new Result.Proportion(
                0.3, new Interval(0.24, 0.36), Optional.of(new Bounds(0.5, 0.6)), 67, 222, 210),
            "30_% (24–36_%)",
            "30_% (24–36_%), at most 60_%, n_=_222"),
        Arguments.of(
            new Result.AtDay(0.71, new Interval(0.65, 0.76), 70, 266, 96),
            "71_% (65–76_%)",
            "71_% (65–76_%), n_=_266"),
        Arguments.of(
            new Result.Duration(63, Optional.of(new Interval(50, 71)), 266),
            "63_days (50–71_days)",
            "63_days (50–71_days), n_=_266"),
        Arguments.of(
            new Result.Rate(2.34, new Interval(1.2, 3.4), 23, 29_850),
            "2.3 (1.2–3.4)",
            "2.3 (1.2–3.4), n_=_23"),
        Arguments.of(
            new Result.Ratio(0.82, new Interval(0.65, 1.03), 0.09, 300, 800),
            "0.82 (0.65–1.03)",
            "0.82 (0.65–1.03), n_=_800"),
        Arguments.of(
            new Result.Funnel(0.71, Optional.empty(), 71, 100, 98), "71_%", "71_%, n_=_100"),
        Arguments.of(
            new Result.Signal(
                Result.Signal.Verdict.USUAL, "", 0.7, new Interval(0.6, 0.8), 24, false),
            "usual variation",
            "usual variation"),
        Arguments.of(
            new Result.Signal(
                Result.Signal.Verdict.WORSE, "it fell", 0.7, new Interval(0.6, 0.8), 24, false),
            "a signal for the worse, since it fell",
            "a signal for the worse, since it fell"),
        Arguments.of(new Result.Comparison(2.7, 1, 0.1, 255, 81), "p_=_0.10", "p_=_0.10, n_=_255"),
        Arguments.of(
            new Result.Suppressed(Result.Suppressed.Kind.PRIMARY),
            "‹11",
            "not shown, since it is about fewer than 11 clients"),
        Arguments.of(
            new Result.Suppressed(Result.Suppressed.Kind.COMPLEMENTARY),
            "–",
            "not shown, since it would give away a figure of fewer than 11 clients"),
        Arguments.of(
            new Result.Unavailable("Nobody was at risk."), "not available", "not available"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfResultHasWords(Result result, String cell, String spoken) {
    Shown shown = Shown.of(result, 11);
    assertThat(shown.cell()).isEqualTo(cell.replace('_', '\u00a0'));
    assertThat(shown.spoken()).isEqualTo(spoken.replace('_', '\u00a0'));
  }

  @Test
  void absenceIsASentence() {
    assertThat(Shown.of(Optional.empty(), 11).absence("Attendance"))
        .isEqualTo("Attendance was not computed for this month.");
    assertThat(
            Shown.of(new Result.Unavailable("No session was offered."), 11).absence("Attendance"))
        .isEqualTo("Attendance is not available: no session was offered.");
    assertThat(
            Shown.of(new Result.Suppressed(Result.Suppressed.Kind.PRIMARY), 11)
                .absence("Attendance"))
        .isEqualTo("Attendance is not shown: it is about fewer than 11 clients.");
    assertThat(Shown.of(new Result.Count(3), 11).absence("Attendance")).isEmpty();
  }
}
