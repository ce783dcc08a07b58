package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names at the ends of lines, kept apart, with thin leaders where they had to move. */
final class EndLabels {

  /**
   * One name.
   *
   * @param lines of its text; the first is centred on its place
   * @param endX where its line ends
   */
  record Label(List<String> lines, List<String> smaller, Tint tint, double endX, double endY) {

    double height() {
      return Math.max(
          HouseStyle.LABEL_PITCH, (lines.size() + smaller.size()) * HouseStyle.LEADING + 5);
    }
  }

  /** A label with the y of its first line's middle. */
  record Placed(Label label, double y) {}

  /** From the middle of small letters to their baseline. */
  private static final double BELOW_MIDDLE = 4.5;

  private static final double ELBOW = 9;

  /** A strip of colour with its gap. */
  static final double STRIP = 10;

  private EndLabels() {}

  /**
   * Places labels as near as possible to their lines' ends, in the same order, none over another.
   * Least squares by pooling neighbours.
   */
  static List<Placed> place(List<Label> labels, double top, double bottom) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::endY)).toList();
    List<double[]> pools = new ArrayList<>(); // {sum of wanted starts, members}
    double before = 0;
    for (Label label : sorted) {
      pools.add(new double[] {label.endY() - before, 1});
      before += label.height();
      while (pools.size() > 1 && mean(pools, pools.size() - 2) >= mean(pools, pools.size() - 1)) {
        double[] upper = pools.remove(pools.size() - 1);
        pools.get(pools.size() - 1)[0] += upper[0];
        pools.get(pools.size() - 1)[1] += upper[1];
      }
    }
    double lowest = Math.max(top, bottom - before + HouseStyle.LABEL_PITCH);
    List<Placed> placed = new ArrayList<>();
    double offset = 0;
    int next = 0;
    for (int pool = 0; pool < pools.size(); pool++) {
      double start = Math.max(top, Math.min(mean(pools, pool), lowest));
      for (int member = 0; member < pools.get(pool)[1]; member++) {
        Label label = sorted.get(next++);
        placed.add(new Placed(label, start + offset));
        offset += label.height();
      }
    }
    return placed;
  }

  /** Names in the colour of their lines. */
  static void paint(Ink ink, List<Placed> labels, double x) {
    for (Placed placed : labels) {
      Label label = placed.label();
      leader(ink, placed, x - 4);
      ink.lines(label.lines(), x, placed.y() + BELOW_MIDDLE, Type.NAME, label.tint().line());
    }
  }

  /** Plain words beside lines that are no series. */
  static void paintPlain(Ink ink, List<Placed> labels, double x) {
    for (Placed placed : labels) {
      leader(ink, placed, x - 4);
      ink.lines(placed.label().lines(), x, placed.y() + BELOW_MIDDLE, Type.TEXT, Hue.INK_3);
    }
  }

  /** Names of areas: in ink, beside a strip of the area's colour. */
  static void paintAreas(Ink ink, List<Placed> labels, double x) {
    for (Placed placed : labels) {
      Label label = placed.label();
      double y = placed.y() + BELOW_MIDDLE;
      if (label.tint() != Tint.NEUTRAL) {
        leader(ink, placed, x - 3);
        ink.fill(x, placed.y() - 7, 4, label.height() - 7, label.tint().line());
      }
      ink.lines(label.lines(), x + STRIP, y, Type.NAME, Hue.INK);
      ink.lines(
          label.smaller(),
          x + STRIP,
          y + label.lines().size() * HouseStyle.LEADING,
          Type.TEXT,
          Hue.INK_2);
    }
  }

  /** Level until shortly before the label, so that it does not look like data. */
  private static void leader(Ink ink, Placed placed, double x) {
    Label label = placed.label();
    if (Math.abs(placed.y() - label.endY()) <= 3 && x - label.endX() <= 24) {
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(label.endX() + 3, label.endY());
    path.lineTo(Math.max(label.endX() + 3, x - ELBOW), label.endY());
    path.lineTo(x, placed.y());
    ink.draw(path, label.tint().edge(), HouseStyle.FINE);
  }

  private static double mean(List<double[]> pools, int pool) {
    return pools.get(pool)[0] / pools.get(pool)[1];
  }
}
