package org.throughline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The data sets of R's survival package and what R computed from them, in {@code shared/}. */
final class ReferenceData {

  /** Relative; R's values have 17 digits, and both sides round at each of some hundred steps. */
  static final double TOLERANCE = 1e-12;

  private ReferenceData() {}

  static List<CSVRecord> rows(String file) {
    Path shared =
        Optional.ofNullable(System.getenv("THROUGHLINE_SHARED"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared"));
    Path path = shared.resolve(Path.of("reference", "survival", file));
    Assumptions.assumeTrue(
        Files.isReadable(path),
        () -> "skipped: R's reference values are not there (" + file + "; set THROUGHLINE_SHARED)");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + file, unreadable);
    }
  }

  static List<CSVRecord> rows(String file, Predicate<CSVRecord> kept) {
    return rows(file).stream().filter(kept).toList();
  }

  static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  static int whole(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column));
  }

  /** Subjects from columns time and event (0 censored, else cause + 1), in one table. */
  static RiskTable table(List<CSVRecord> rows, String event, int causes, int length) {
    return table(rows, row -> whole(row, "time"), event, causes, length);
  }

  static RiskTable table(
      List<CSVRecord> rows, ToIntFunction<CSVRecord> time, String event, int causes, int length) {
    return FollowUp.table(
        rows.stream()
            .map(
                row ->
                    whole(row, event) == 0
                        ? FollowUp.censored(time.applyAsInt(row))
                        : FollowUp.event(time.applyAsInt(row), whole(row, event) - 1))
            .toList(),
        length,
        causes);
  }

  static void assertAgrees(String what, double actual, CSVRecord expected, String column) {
    double r = number(expected, column);
    assertThat(actual)
        .as("%s: %s of %s", what, column, expected.toMap())
        .isCloseTo(r, within(TOLERANCE * Math.abs(r)));
  }

  /** Survival, standard error and interval of a curve at the index of a row. */
  static void assertCurveAgrees(String what, StepCurve curve, int index, CSVRecord expected) {
    StepCurve.Point point = curve.at(index).orElseThrow(() -> new AssertionError(what));
    assertAgrees(what, point.estimate(), expected, "surv");
    assertAgrees(what, point.standardError(), expected, "std_err");
    assertAgrees(what, point.low(), expected, "lower");
    assertAgrees(what, point.high(), expected, "upper");
  }

  static OptionalInt wholeOrEmpty(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(row, column));
  }
}
