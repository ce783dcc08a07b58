package org.throughline.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.throughline.lake.OpenRows;

/**
 * The lines that are set aside, each with its reason: 8 bytes a line, so that a file that is held
 * as a whole can be written out in bounded memory.
 */
final class OpenLines implements Consumer<OpenRows.Row> {
  private static final int REASON_BITS = 20;
  private static final int MOST_REASONS = (1 << REASON_BITS) - 1;

  private final Map<Integer, Lines> deliveries = new HashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private final Map<String, Integer> numberOfReason = new HashMap<>();

  /** Lines with the numbers of their reasons, in order once they are looked up. */
  private static final class Lines {
    private long[] packed = new long[16];
    private int size;
    private boolean inOrder;

    void add(long line, int reason) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size * 2);
      }
      packed[size++] = line << REASON_BITS | reason;
      inOrder = false;
    }

    int reason(long line) {
      if (!inOrder) {
        Arrays.sort(packed, 0, size);
        inOrder = true;
      }
      int at = Arrays.binarySearch(packed, 0, size, line << REASON_BITS);
      int first = at < 0 ? -at - 1 : at;
      return first < size && packed[first] >> REASON_BITS == line
          ? (int) packed[first] & MOST_REASONS
          : -1;
    }
  }

  @Override
  public void accept(OpenRows.Row row) {
    String status = row.status() == OpenRows.Status.HELD ? "held: " : "";
    String column =
        row.column().isEmpty() || row.reason().contains(row.column()) ? "" : row.column() + ": ";
    String reason = status + column + row.reason();
    String whole = row.detail().isEmpty() ? reason : reason + " – " + row.detail();
    // past a million different details the short reason stands alone
    int number = number(reasons.size() < MOST_REASONS / 2 ? whole : reason);
    deliveries.computeIfAbsent(row.delivery(), any -> new Lines()).add(row.line(), number);
  }

  private int number(String reason) {
    return numberOfReason.computeIfAbsent(
        reason,
        added -> {
          reasons.add(added);
          return reasons.size() - 1;
        });
  }

  /** Deliveries that have such lines. */
  Set<Integer> deliveries() {
    return deliveries.keySet();
  }

  /** How many lines of a delivery are set aside. */
  long count(int delivery) {
    Lines lines = deliveries.get(delivery);
    return lines == null ? 0 : lines.size;
  }

  /** Why a line is set aside; empty if it is not. */
  Optional<String> reason(int delivery, long line) {
    Lines lines = deliveries.get(delivery);
    int number = lines == null ? -1 : lines.reason(line);
    return number < 0 ? Optional.empty() : Optional.of(reasons.get(number));
  }
}
