package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.figure.Interval;

/** What a trend says in words: months, the reasons of gaps, the ends of its scale. */
final class MonthWords {

  private static final List<String> NAMES =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private MonthWords() {}

  /** "Jan". */
  static String shortName(YearMonth month) {
    return NAMES.get(month.getMonthValue() - 1);
  }

  static String name(YearMonth month) {
    return shortName(month) + "\u00A0" + month.getYear();
  }

  /** "‹11, not shown: Jan 2024, Mar 2024 to May 2024", one sentence for each reason. */
  static List<String> gaps(List<TrendModel.Month> months) {
    Map<String, List<YearMonth>> byReason = new LinkedHashMap<>();
    for (TrendModel.Month month : months) {
      if (month.dot().isEmpty()) {
        byReason
            .computeIfAbsent(
                month.note().isEmpty() ? "No figure" : month.note(), r -> new ArrayList<>())
            .add(month.month());
      }
    }
    return byReason.entrySet().stream()
        .map(reason -> reason.getKey() + ": " + listed(reason.getValue()) + ".")
        .toList();
  }

  /** Months in order; three and more in a row by their ends. */
  private static String listed(List<YearMonth> months) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < months.size()) {
      int to = from;
      while (to + 1 < months.size() && months.get(to + 1).equals(months.get(to).plusMonths(1))) {
        to++;
      }
      if (to - from >= 2) {
        words.add(name(months.get(from)) + " to " + name(months.get(to)));
      } else {
        months.subList(from, to + 1).forEach(month -> words.add(name(month)));
      }
      from = to + 1;
    }
    return String.join(", ", words);
  }

  /** The smallest and largest value of line and strip; empty where no month has a figure. */
  static Optional<Interval> extent(List<TrendModel.Month> months) {
    List<Interval> all =
        months.stream()
            .flatMap(month -> month.dot().stream())
            .map(
                dot -> {
                  Interval own = dot.interval().orElse(new Interval(dot.value(), dot.value()));
                  return new Interval(
                      Math.min(own.low(), dot.value()), Math.max(own.high(), dot.value()));
                })
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Interval(
                all.stream().mapToDouble(Interval::low).min().orElseThrow(),
                all.stream().mapToDouble(Interval::high).max().orElseThrow()));
  }

  /** Stretches of months that have a figure, as pairs of first and last index. */
  static List<int[]> stretches(List<TrendModel.Month> months) {
    List<int[]> stretches = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= months.size(); i++) {
      boolean shown = i < months.size() && months.get(i).dot().isPresent();
      if (shown && from < 0) {
        from = i;
      } else if (!shown && from >= 0) {
        stretches.add(new int[] {from, i - 1});
        from = -1;
      }
    }
    return stretches;
  }
}
