package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of texts. The first column names the row.
 *
 * @param caption what it holds, with its unit
 * @param columns heads, the row's name first
 * @param rows in order, each as long as the columns
 * @param phone how it is laid out where there is little room
 */
public record Table(String caption, List<Column> columns, List<List<Prose>> rows, Phone phone) {

  /** A column's head, and which side its cells lean to. */
  public record Column(String name, Align align) {}

  /** Numbers to the right, words to the left. */
  public enum Align {
    NUMBER,
    TEXT
  }

  /** On a phone, a table scrolls sideways in its own frame, or each row becomes a small list. */
  public enum Phone {
    SCROLL,
    STACK
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Prose> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of " + row.size() + " cells in a table of " + columns.size() + " columns");
      }
    }
  }

  /** Whether its rows become lists on a phone; for the template. */
  public boolean stacked() {
    return phone == Phone.STACK;
  }

  static Builder titled(String caption) {
    return new Builder(caption);
  }

  /** Collects a table row by row. */
  static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Prose>> rows = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    Builder numbers(String... names) {
      Stream.of(names).forEach(n -> columns.add(new Column(n, Align.NUMBER)));
      return this;
    }

    Builder words(String... names) {
      Stream.of(names).forEach(n -> columns.add(new Column(n, Align.TEXT)));
      return this;
    }

    Builder row(String... cells) {
      rows.add(Stream.of(cells).map(Prose::new).toList());
      return this;
    }

    Builder row(List<String> cells) {
      return row(cells.toArray(String[]::new));
    }

    Table scrolling() {
      return new Table(caption, columns, rows, Phone.SCROLL);
    }

    Table stacking() {
      return new Table(caption, columns, rows, Phone.STACK);
    }
  }
}
