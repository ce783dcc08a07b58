package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Interval;
import org.throughline.report.chart.Dot;

/** A group's figure beside others: may they be told apart? */
record Spread(String name, String value, Interval interval) {

  static Optional<Spread> of(String name, Shown shown) {
    return shown
        .dot()
        .flatMap(Dot::interval)
        .map(interval -> new Spread(name, shown.value(), interval));
  }

  private boolean overlaps(Spread other) {
    return interval.low() <= other.interval.high() && other.interval.low() <= interval.high();
  }

  /**
   * One or two sentences over groups, in their order.
   *
   * @param kind "tier"
   * @param verb "had no unplanned exit by day 90"
   */
  static String compared(List<Spread> groups, String kind, String verb) {
    if (groups.isEmpty()) {
      return "No " + kind + " has a figure that can be shown.";
    }
    if (groups.size() == 1) {
      Spread only = groups.get(0);
      return "In one "
          + kind
          + " there is a figure to show: in "
          + only.name()
          + ", "
          + only.value()
          + " "
          + verb
          + " ("
          + Numerals.interval(only.interval())
          + ").";
    }
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        if (!groups.get(i).overlaps(groups.get(j))) {
          apart.add(groups.get(i).name() + " and " + groups.get(j).name());
        }
      }
    }
    String values = joined(groups.stream().map(g -> g.value() + " (" + g.name() + ")").toList());
    if (apart.isEmpty()) {
      return "The "
          + count(groups.size())
          + " "
          + kind
          + "s cannot be told apart: "
          + values
          + " "
          + verb
          + ", and the intervals overlap.";
    }
    return "In the "
        + count(groups.size())
        + " "
        + kind
        + "s, "
        + values
        + " "
        + verb
        + ". The intervals of "
        + String.join("; ", apart.subList(0, Math.min(3, apart.size())))
        + " do not overlap"
        + (apart.size() > 3 ? ", nor do those of " + (apart.size() - 3) + " more pairs." : ".");
  }

  /** "a, b and c". */
  static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private static String count(int number) {
    return switch (number) {
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      case 5 -> "five";
      default -> Integer.toString(number);
    };
  }
}
