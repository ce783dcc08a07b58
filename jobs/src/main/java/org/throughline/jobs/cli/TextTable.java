package org.throughline.jobs.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table for a terminal: numbers to the right, words to the left. */
final class TextTable {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... head) {
    this.head = List.of(head);
  }

  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(TextTable::text).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(PrintStream out) {
    int[] width = new int[head.size()];
    boolean[] words = new boolean[head.size()];
    for (int c = 0; c < width.length; c++) {
      width[c] = head.get(c).length();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
        words[c] |= !isNumber(row.get(c));
      }
    }
    out.println(line(head, width, words));
    for (List<String> row : rows) {
      out.println(line(row, width, words));
    }
  }

  private static String line(List<String> cells, int[] width, boolean[] words) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < width.length; c++) {
      String pad = " ".repeat(width[c] - cells.get(c).length());
      line.append(c == 0 ? "" : "  ").append(words[c] ? cells.get(c) + pad : pad + cells.get(c));
    }
    return line.toString().stripTrailing();
  }

  private static boolean isNumber(String cell) {
    return cell.isEmpty() || cell.equals("–") || cell.matches("-?[0-9][0-9,.]*");
  }

  private static String text(Object cell) {
    return cell instanceof Long || cell instanceof Integer
        ? String.format(Locale.ROOT, "%,d", ((Number) cell).longValue())
        : String.valueOf(cell);
  }
}
