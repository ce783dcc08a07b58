package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table under a survival chart, its columns under the ticks of the axis (KMunicate: Morris and
 * others, BMJ Open 2019;9:e030215).
 */
final class RiskTable {

  private static final double HEAD = 20;
  private static final double GAP = 12;
  private static final double SAMPLE = 24;

  private final List<Group> groups;
  private final List<Integer> days;
  private final double right;

  /** Widest text of a row's label, in px. */
  private final double labels;

  RiskTable(List<Group> groups, List<Integer> days, double right) {
    this.groups = groups.stream().filter(g -> !g.rows().isEmpty() || !g.note().isEmpty()).toList();
    this.days = days;
    this.right = right;
    this.labels = labelWidth(groups);
  }

  static double labelWidth(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .mapToDouble(row -> Type.TEXT.width(row.label()))
        .max()
        .orElse(0);
  }

  double height() {
    return groups.stream()
        .mapToDouble(
            group -> HEAD + GAP + group.rows().size() * HouseStyle.TABLE_PITCH + extra(group))
        .sum();
  }

  /** Paints from a height down. */
  void paint(Ink ink, double top, Frame frame) {
    double y = top;
    for (Group group : groups) {
      ink.line(0, y, right, y, Hue.GRID, HouseStyle.FINE);
      head(ink, group, y + 18);
      y += HEAD + extra(group);
      for (RiskRow row : group.rows()) {
        y += HouseStyle.TABLE_PITCH;
        boolean first = row.equals(group.rows().get(0));
        ink.text(row.label(), 0, y - 2, Type.TEXT, Hue.INK_3);
        for (int day : days) {
          String cell = row.cells().get(day);
          if (cell != null && clear(frame.x(day), cell)) {
            ink.text(
                cell,
                frame.x(day),
                y - 2,
                Type.TEXT,
                first ? Hue.INK : Hue.INK_2,
                Ink.Anchor.MIDDLE);
          }
        }
      }
      y += GAP;
    }
  }

  /** A column that would run into the row labels is left out; n says what its first cell would. */
  private boolean clear(double x, String cell) {
    return x - Type.TEXT.width(cell) / 2 > labels + 5;
  }

  private void head(Ink ink, Group group, double baseline) {
    double middle = baseline - 4.5;
    ink.line(
        0,
        middle,
        SAMPLE,
        middle,
        group.tint().line(),
        group.tint().dash().stroke(HouseStyle.CURVE_WIDTH));
    String n = count(group);
    ink.lines(name(group), SAMPLE + 6, baseline, Type.NAME, group.tint().line());
    ink.text(
        n,
        right,
        baseline,
        group.note().isEmpty() ? Type.TEXT : Type.ITALIC,
        Hue.INK_3,
        Ink.Anchor.END);
  }

  private List<String> name(Group group) {
    return Type.NAME.wrap(group.name(), right - SAMPLE - 6 - Type.TEXT.width(count(group)) - 12);
  }

  private double extra(Group group) {
    return (name(group).size() - 1) * HouseStyle.LEADING;
  }

  private static String count(Group group) {
    List<String> words = new ArrayList<>();
    if (group.n() > 0) {
      words.add("n\u00A0=\u00A0" + Numerals.grouped(group.n()));
    }
    Optional.of(group.note()).filter(note -> !note.isEmpty()).ifPresent(words::add);
    return String.join(", ", words);
  }
}
