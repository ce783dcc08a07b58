package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** The values at the marked day, written into a free corner of the plot, or under it. */
final class MarkBlock {

  private record Row(Tint tint, String value, String interval, String name, double height) {}

  private static final double PITCH = 18;
  private static final double GAP = 12;
  private static final double SAMPLE = 13;

  private final String heading;
  private final List<Row> rows = new ArrayList<>();

  /**
   * The block for a day.
   *
   * @param nameRoom px for a group's name; 0 for none
   */
  MarkBlock(int day, List<Group> groups, List<StepCurve> curves, double nameRoom) {
    this.heading = "At day\u00A0" + Numerals.grouped(day);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      Optional<CurvePoint> point = curves.get(i).at(day);
      if (point.isPresent()) {
        CurvePoint at = point.get();
        boolean known = at.high() > at.low();
        rows.add(
            new Row(
                group.tint(),
                Numerals.value(at.estimate(), Unit.SHARE),
                known
                    ? "(" + Numerals.interval(new Interval(at.low(), at.high()), Unit.SHARE) + ")"
                    : "",
                nameRoom > 0 ? Type.TEXT.cut(group.name(), nameRoom) : "",
                at.estimate()));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::height).reversed());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  double height() {
    return (rows.size() + 1) * PITCH;
  }

  double width() {
    return Math.max(
        Type.TEXT.width(heading),
        rows.stream().mapToDouble(row -> nameX() + Type.TEXT.width(row.name())).max().orElse(0));
  }

  /** A free place beside the mark, nearest to the axis last. */
  Optional<Rectangle2D> place(Rectangle2D plot, double markX, List<Rectangle2D> occupied) {
    List<Rectangle2D> candidates = new ArrayList<>();
    for (double x : new double[] {markX + GAP, markX - GAP - width()}) {
      for (double y = plot.getMaxY() - height() - 8; y >= plot.getMinY() + 4; y -= 4) {
        candidates.add(new Rectangle2D.Double(x, y, width(), height()));
      }
    }
    // of all free places the one closest to the middle of its side: not on the axis, not in the
    // bands
    return candidates.stream()
        .filter(c -> c.getMinX() >= plot.getMinX() + 6 && c.getMaxX() <= plot.getMaxX() - 2)
        .filter(c -> occupied.stream().noneMatch(o -> o.intersects(grown(c))))
        .min(Comparator.comparingDouble(c -> cost(c, plot, markX)));
  }

  private static double cost(Rectangle2D place, Rectangle2D plot, double markX) {
    double wanted = plot.getMaxY() - place.getHeight() - 0.18 * plot.getHeight();
    return Math.abs(place.getMinY() - wanted) + (place.getMinX() < markX ? 1000 : 0);
  }

  private static Rectangle2D grown(Rectangle2D r) {
    return new Rectangle2D.Double(r.getX() - 4, r.getY() - 6, r.getWidth() + 8, r.getHeight() + 12);
  }

  void paint(Ink ink, double x, double y) {
    ink.fill(x - 3, y, width() + 6, height(), Hue.PAPER);
    ink.text(heading, x, y + 13, Type.TEXT, Hue.INK_3);
    double baseline = y + 13;
    for (Row row : rows) {
      baseline += PITCH;
      ink.fill(row.tint().marker().at(x + 4.5, baseline - 4.5, 3.6), row.tint().line());
      ink.text(
          row.value(),
          intervalX() + x - 6,
          baseline,
          Type.STRONG,
          row.tint().line(),
          Ink.Anchor.END);
      ink.text(row.interval(), x + intervalX(), baseline, Type.TEXT, Hue.INK_2);
      ink.text(row.name(), x + nameX(), baseline, Type.TEXT, Hue.INK_3);
    }
  }

  private double intervalX() {
    return SAMPLE + 6 + widest(Type.STRONG, rows.stream().map(Row::value).toList());
  }

  private double nameX() {
    return intervalX() + 6 + widest(Type.TEXT, rows.stream().map(Row::interval).toList());
  }

  private static double widest(Type type, List<String> texts) {
    return texts.stream().mapToDouble(type::width).max().orElse(0);
  }
}
