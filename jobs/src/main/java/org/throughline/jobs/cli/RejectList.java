package org.throughline.jobs.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;
import org.throughline.lake.OpenRows;

/**
 * Rows that are set aside, counted by file and reason, the first of each kept to be shown. Memory
 * goes with what is shown.
 */
final class RejectList implements Consumer<OpenRows.Row> {
  /** Beyond so many files and reasons the list is told by reason alone. */
  private static final int MOST_KINDS = 30;

  private static final Comparator<OpenRows.Row> BY_LINE =
      Comparator.comparingLong(OpenRows.Row::line);

  private final Map<Integer, Delivery> deliveries = new HashMap<>();
  private final Map<Kind, Rows> kinds = new HashMap<>();
  private final int shown;

  /** What rows are shown together by. */
  private record Kind(int delivery, OpenRows.Status status, String reason) {}

  /** The first rows of a kind, latest first, and how many there are. */
  private static final class Rows {
    private final PriorityQueue<OpenRows.Row> first = new PriorityQueue<>(BY_LINE.reversed());
    private long count;

    List<OpenRows.Row> inOrder() {
      return first.stream().sorted(BY_LINE).toList();
    }
  }

  /**
   * @param shown rows to show of each file and reason
   */
  RejectList(Ledger ledger, int shown) {
    ledger.deliveries().forEach(delivery -> deliveries.put(delivery.number(), delivery));
    this.shown = shown;
  }

  @Override
  public void accept(OpenRows.Row row) {
    Rows rows =
        kinds.computeIfAbsent(
            new Kind(row.delivery(), row.status(), row.reason()), any -> new Rows());
    rows.count++;
    rows.first.add(row);
    if (rows.first.size() > shown) {
      rows.first.remove();
    }
  }

  long count(OpenRows.Status status) {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getKey().status() == status)
        .mapToLong(kind -> kind.getValue().count)
        .sum();
  }

  /**
   * Files in order of source, feed and day; in each the most frequent reasons first. Where that
   * would be long and not all is wanted: reasons by source and feed, each with its latest rows.
   */
  void print(PrintStream out) {
    if (kinds.size() > MOST_KINDS && shown != Integer.MAX_VALUE) {
      printByReason(out);
    } else {
      printByFile(out);
    }
  }

  private void printByReason(PrintStream out) {
    Map<String, Map<String, List<Kind>>> byFeed =
        kinds.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    kind -> {
                      Delivery delivery = delivery(kind.delivery());
                      return delivery.source() + ", " + delivery.feed().code();
                    },
                    TreeMap::new,
                    Collectors.groupingBy(
                        kind ->
                            kind.status().name().toLowerCase(Locale.ROOT) + ": " + kind.reason())));
    byFeed.forEach(
        (feed, byReason) -> {
          out.println(feed);
          byReason.entrySet().stream()
              .sorted(
                  Comparator.comparing((Map.Entry<String, List<Kind>> reason) -> -rows(reason))
                      .thenComparing(Map.Entry::getKey))
              .forEach(reason -> printReason(reason.getKey(), reason.getValue(), out));
        });
  }

  private long rows(Map.Entry<String, List<Kind>> reason) {
    return reason.getValue().stream().mapToLong(kind -> rows(kind).count).sum();
  }

  private void printReason(String reason, List<Kind> files, PrintStream out) {
    List<Kind> latest =
        files.stream()
            .sorted(
                Comparator.comparing((Kind kind) -> delivery(kind.delivery()).asOf())
                    .thenComparing(Kind::delivery)
                    .reversed())
            .toList();
    long count = files.stream().mapToLong(kind -> rows(kind).count).sum();
    out.printf(
        Locale.ROOT,
        "  %,d %s (in %,d %s)%n",
        count,
        reason,
        files.size(),
        files.size() == 1 ? "file" : "files");
    long printed = 0;
    for (Kind kind : latest) {
      for (OpenRows.Row row : rows(kind).inOrder()) {
        if (printed == shown) {
          break;
        }
        out.printf(
            Locale.ROOT,
            "    %s line %d%s%n",
            delivery(kind.delivery()).file(),
            row.line(),
            row.detail().isEmpty() ? "" : ": " + row.detail());
        printed++;
      }
    }
    if (printed < count) {
      out.println("    and " + more(count - printed));
    }
  }

  private void printByFile(PrintStream out) {
    Map<Integer, List<Kind>> byDelivery =
        kinds.keySet().stream()
            .collect(Collectors.groupingBy(Kind::delivery, TreeMap::new, Collectors.toList()));
    List<Delivery> inOrder = new ArrayList<>();
    byDelivery.keySet().forEach(number -> inOrder.add(delivery(number)));
    inOrder.sort(
        Comparator.comparing(Delivery::source)
            .thenComparing(Delivery::feed)
            .thenComparing(Delivery::asOf)
            .thenComparing(Delivery::file)
            .thenComparing(Delivery::number));
    for (Delivery delivery : inOrder) {
      out.printf(
          Locale.ROOT,
          "%s, %s: %s as of %s%n",
          delivery.source(),
          delivery.feed().code(),
          delivery.file(),
          delivery.asOf());
      byDelivery.getOrDefault(delivery.number(), List.of()).stream()
          .sorted(
              Comparator.comparing(Kind::status)
                  .thenComparing((Kind kind) -> -rows(kind).count)
                  .thenComparing(Kind::reason))
          .forEach(kind -> print(kind, rows(kind), out));
    }
  }

  private Delivery delivery(int number) {
    Delivery delivery = deliveries.get(number);
    if (delivery == null) {
      throw new IllegalStateException("the ledger has no delivery " + number);
    }
    return delivery;
  }

  private Rows rows(Kind kind) {
    return kinds.getOrDefault(kind, new Rows());
  }

  private static void print(Kind kind, Rows rows, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  %,d %s: %s%n",
        rows.count,
        kind.status().name().toLowerCase(Locale.ROOT),
        kind.reason());
    List<OpenRows.Row> first = rows.inOrder();
    String more = rows.count > first.size() ? more(rows.count - first.size()) : "";
    if (first.stream().allMatch(row -> row.detail().isEmpty())) {
      out.printf(
          Locale.ROOT,
          "    %s %s%s%n",
          rows.count == 1 ? "line" : "lines",
          first.stream().map(row -> Long.toString(row.line())).collect(Collectors.joining(", ")),
          more.isEmpty() ? "" : " and " + more);
      return;
    }
    for (OpenRows.Row row : first) {
      out.printf(Locale.ROOT, "    line %d: %s%n", row.line(), row.detail());
    }
    if (!more.isEmpty()) {
      out.println("    and " + more);
    }
  }

  private static String more(long count) {
    return String.format(Locale.ROOT, "%,d more", count);
  }
}
