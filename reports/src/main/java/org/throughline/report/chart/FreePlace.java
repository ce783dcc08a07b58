package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Remembers what is covered, and finds a place for words beside it. */
final class FreePlace {

  private static final double STEP = 3;

  private final Rectangle2D sheet;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** Nothing is placed outside of a sheet. */
  FreePlace(Rectangle2D sheet) {
    this.sheet = sheet;
  }

  void take(Rectangle2D box) {
    taken.add(box);
  }

  /** A marker about a centre. */
  void take(double x, double y, double r) {
    take(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
  }

  void takeLine(double x1, double y1, double x2, double y2) {
    int steps = (int) Math.ceil(Math.max(1, Math.hypot(x2 - x1, y2 - y1) / STEP));
    for (int i = 0; i <= steps; i++) {
      take(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps, 1.5);
    }
  }

  /** The first of some places that is free. */
  Optional<Rectangle2D> first(List<Rectangle2D> places) {
    return places.stream()
        .filter(sheet::contains)
        .filter(place -> taken.stream().noneMatch(place::intersects))
        .findFirst();
  }

  /** A free place, or that which covers least. */
  Optional<Rectangle2D> best(List<Rectangle2D> places) {
    return first(places)
        .or(
            () ->
                places.stream()
                    .filter(sheet::contains)
                    .min(Comparator.comparingDouble(this::covered)));
  }

  private double covered(Rectangle2D place) {
    double sum = 0;
    for (Rectangle2D box : taken) {
      Rectangle2D both = box.createIntersection(place);
      sum += both.isEmpty() ? 0 : both.getWidth() * both.getHeight();
    }
    return sum;
  }

  /**
   * Places for words of a size about a point, the best first: beside, above, below, further off.
   */
  static List<Rectangle2D> around(double x, double y, double gap, double width, double height) {
    List<Rectangle2D> places = new ArrayList<>();
    for (double far = 0; far <= 24; far += 8) {
      for (double dy : new double[] {0, -height / 2 - far / 2, height / 2 + far / 2}) {
        places.add(box(x + gap + far, y + dy - height / 2, width, height));
        places.add(box(x - gap - far - width, y + dy - height / 2, width, height));
      }
      for (double dx : new double[] {-width / 2, 0, -width}) {
        places.add(box(x + dx, y - gap - far - height, width, height));
        places.add(box(x + dx, y + gap + far, width, height));
      }
    }
    return places;
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
