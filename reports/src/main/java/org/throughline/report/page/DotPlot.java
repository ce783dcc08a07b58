package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.figure.Unit;
import org.throughline.report.chart.DotChart;
import org.throughline.report.chart.DotModel;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Tint;

/** Gathers the rows of a dot chart once, for the chart, its description and its table. */
final class DotPlot {

  private static final int SPOKEN_ROWS = 24;

  private record Line(String heading, String name, Tint tint, Shown shown) {}

  private final String id;
  private final String title;
  private final List<Line> lines = new ArrayList<>();
  private String heading = "";
  private String rowTitle = "Group";

  DotPlot(String id, String title) {
    this.id = id;
    this.title = title;
  }

  DotPlot rowsAre(String name) {
    rowTitle = name;
    return this;
  }

  DotPlot under(String newHeading) {
    heading = newHeading;
    return this;
  }

  DotPlot row(String name, Tint tint, Shown shown) {
    lines.add(new Line(heading, name, tint, shown));
    return this;
  }

  /** A row of everybody. */
  DotPlot everybody(Reading reading, String measure, OptionalInt at) {
    return row("All", Tint.NEUTRAL, reading.shown(measure, at, Slice.OVERALL));
  }

  /** A row for each tier. */
  DotPlot tiers(Reading reading, String measure, OptionalInt at) {
    for (TierLabel tier : reading.report().tiers()) {
      row(
          reading.name(tier),
          reading.tint(tier),
          reading.shown(measure, at, Slice.ofTier(tier.code())));
    }
    return this;
  }

  /** A row for each family group. */
  DotPlot families(Reading reading, String measure, OptionalInt at, List<FamilyGroup> groups) {
    for (FamilyGroup family : groups) {
      row(family.label(), family.tint(), reading.shown(measure, at, Slice.ofFamily(family.code())));
    }
    return this;
  }

  boolean hasDots() {
    return lines.stream().anyMatch(line -> line.shown().dot().isPresent());
  }

  Drawing draw(String axisTitle, String columnTitle) {
    List<DotModel.Section> sections = new ArrayList<>();
    List<DotModel.Row> rows = new ArrayList<>();
    String current = lines.isEmpty() ? "" : lines.get(0).heading();
    for (Line line : lines) {
      if (!line.heading().equals(current)) {
        sections.add(new DotModel.Section(current, rows));
        rows = new ArrayList<>();
        current = line.heading();
      }
      rows.add(row(line));
    }
    sections.add(new DotModel.Section(current, rows));
    return DotChart.draw(
        new DotModel(id, title, description(), axisTitle, columnTitle, Unit.SHARE, sections));
  }

  private static DotModel.Row row(Line line) {
    Shown shown = line.shown();
    return shown
        .dot()
        .map(dot -> DotModel.Row.shown(line.name(), line.tint(), dot, shown.label(), shown.n()))
        .orElseGet(() -> DotModel.Row.hidden(line.name(), line.tint(), shown.label(), shown.n()));
  }

  private String description() {
    StringBuilder text = new StringBuilder("Points with 95\u00a0% intervals.");
    String current = "";
    for (Line line : lines.subList(0, Math.min(SPOKEN_ROWS, lines.size()))) {
      boolean opens = !line.heading().equals(current);
      current = line.heading();
      text.append(opens ? " " + current + ": " : " ");
      text.append(line.name()).append(' ').append(line.shown().spoken()).append(';');
    }
    if (lines.size() > SPOKEN_ROWS) {
      text.append(" and ").append(lines.size() - SPOKEN_ROWS).append(" more in the table;");
    }
    text.setCharAt(text.length() - 1, '.');
    return text.toString();
  }

  /** The same figures as a table; a column of upper bounds where any row has one. */
  Table table(String caption) {
    boolean bounded = lines.stream().anyMatch(line -> !line.shown().upper().isEmpty());
    Table.Builder table =
        Table.titled(caption)
            .words(rowTitle)
            .numbers("n", bounded ? "At least" : "Share", "95\u00a0% interval");
    if (bounded) {
      table.numbers("At most");
    }
    for (Line line : lines) {
      Shown shown = line.shown();
      List<String> cells = new ArrayList<>();
      cells.add(line.heading().isEmpty() ? line.name() : line.heading() + ", " + line.name());
      cells.add(shown.present() ? Numerals.count(shown.total()) : "–");
      cells.add(shown.value());
      cells.add(shown.interval().isEmpty() ? "–" : shown.interval());
      if (bounded) {
        cells.add(shown.upper().isEmpty() ? "–" : shown.upper());
      }
      table.row(cells);
    }
    return table.scrolling();
  }
}
