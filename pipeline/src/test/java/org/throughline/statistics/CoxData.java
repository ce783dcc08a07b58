package org.throughline.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** R's data sets as patterns of covariates, one for each combination that occurs. */
final class CoxData {
  private CoxData() {}

  /** One subject, or one stretch of its time. */
  record Row(List<Double> covariates, FollowUp followUp) {}

  static List<CoxPattern> patterns(List<Row> rows, int length) {
    Map<List<Double>, List<FollowUp>> byPattern = new LinkedHashMap<>();
    for (Row row : rows) {
      byPattern.computeIfAbsent(row.covariates, x -> new ArrayList<>()).add(row.followUp);
    }
    return byPattern.entrySet().stream()
        .map(e -> new CoxPattern(e.getKey(), FollowUp.table(e.getValue(), length, 1)))
        .toList();
  }

  private static List<Row> rows(
      List<CSVRecord> records, Function<CSVRecord, List<Double>> covariates) {
    return records.stream()
        .map(
            row -> {
              int time = ReferenceData.whole(row, "time");
              return new Row(
                  covariates.apply(row),
                  ReferenceData.whole(row, "event") == 1
                      ? FollowUp.event(time, 0)
                      : FollowUp.censored(time));
            })
        .toList();
  }

  private static double is(CSVRecord row, String column, String value) {
    return row.get(column).equals(value) ? 1 : 0;
  }

  static List<CoxPattern> lung() {
    return patterns(
        rows(
            ReferenceData.rows("lung.csv"),
            row -> List.of(ReferenceData.number(row, "age"), is(row, "sex", "male"))),
        1100);
  }

  static List<CoxPattern> veteran() {
    return patterns(
        rows(
            ReferenceData.rows("veteran.csv"),
            row ->
                List.of(
                    is(row, "trt", "test"),
                    is(row, "celltype", "large"),
                    is(row, "celltype", "smallcell"),
                    is(row, "celltype", "squamous"),
                    ReferenceData.number(row, "karno"))),
        1100);
  }

  static List<CoxPattern> colon() {
    return patterns(
        rows(
            ReferenceData.rows("colon_death.csv", row -> !row.get("nodes").isEmpty()),
            row ->
                List.of(
                    is(row, "rx", "Lev+5FU"),
                    is(row, "rx", "Obs"),
                    ReferenceData.number(row, "nodes"))),
        3700);
  }

  /** Transplant changes during the wait; indices are half days. */
  static List<CoxPattern> heart(Function<CSVRecord, List<Double>> covariates) {
    List<Row> rows =
        ReferenceData.rows("heart_counting_process.csv").stream()
            .map(
                row -> {
                  int start = halfDays(row, "start");
                  int stop = halfDays(row, "stop");
                  FollowUp span =
                      ReferenceData.whole(row, "event") == 1
                          ? FollowUp.event(stop, 0)
                          : FollowUp.censored(stop);
                  return new Row(
                      covariates.apply(row), start == 0 ? span : span.enteringAfter(start));
                })
            .toList();
    return patterns(rows, 3601);
  }

  private static int halfDays(CSVRecord row, String column) {
    return Math.toIntExact(Math.round(2 * ReferenceData.number(row, column)));
  }

  static List<CoxPattern> heartAlone() {
    return heart(row -> List.of(ReferenceData.number(row, "transplant")));
  }

  static List<CoxPattern> heartAdjusted() {
    return heart(
        row ->
            List.of(
                ReferenceData.number(row, "transplant"),
                ReferenceData.number(row, "age"),
                ReferenceData.number(row, "surgery")));
  }

  static List<CoxPattern> heartNaive() {
    List<Row> rows =
        ReferenceData.rows("heart_one_row.csv").stream()
            .map(
                row -> {
                  int time = halfDays(row, "time");
                  return new Row(
                      List.of(ReferenceData.number(row, "ever")),
                      ReferenceData.whole(row, "event") == 1
                          ? FollowUp.event(time, 0)
                          : FollowUp.censored(time));
                })
            .toList();
    return patterns(rows, 3601);
  }
}
