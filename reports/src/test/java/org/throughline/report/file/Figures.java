package org.throughline.report.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** Small reports for golden texts. */
final class Figures {

  static final YearMonth MONTH = YearMonth.of(2025, 6);
  static final LocalDate CUT = MONTH.atEndOfMonth();

  private Figures() {}

  static Figure figure(String measure, int at, Slice slice, Unit unit, Result result) {
    return new Figure(
        measure,
        2,
        at < 0 ? OptionalInt.empty() : OptionalInt.of(at),
        slice,
        measure.equals("continuous") ? "worst" : "",
        unit,
        MONTH,
        CUT,
        result);
  }

  static MonthReport report(List<Figure> figures, List<Curve> curves, List<Curve> naive) {
    return new MonthReport(
        "Fernhollow",
        MONTH,
        CUT,
        3,
        MONTH.minusMonths(11),
        CUT.minusDays(30),
        30,
        11,
        List.of(),
        List.of(),
        List.of(),
        figures,
        curves,
        naive,
        List.of(),
        List.of(),
        Map.of("silence_days", "30"),
        "ab12");
  }
}
