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
    List<Pair> apart = apart(groups);
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
    return "By " + kind + ", " + values + " " + verb + ". " + told(groups, apart);
  }

  /** Two groups whose intervals do not overlap, the higher one first. */
  private record Pair(Spread above, Spread below) {}

  private static List<Pair> apart(List<Spread> groups) {
    List<Pair> apart = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        Spread one = groups.get(i);
        Spread other = groups.get(j);
        if (!one.overlaps(other)) {
          boolean first = one.interval.low() > other.interval.high();
          apart.add(first ? new Pair(one, other) : new Pair(other, one));
        }
      }
    }
    return apart;
  }

  /**
   * Which groups can be told apart, in one clause where they fall into an upper and a lower set.
   */
  private static String told(List<Spread> groups, List<Pair> apart) {
    int pairs = groups.size() * (groups.size() - 1) / 2;
    if (apart.size() == pairs) {
      return pairs == 1 ? "The intervals do not overlap." : "No two of the intervals overlap.";
    }
    List<Spread> upper =
        groups.stream().filter(g -> apart.stream().anyMatch(p -> p.above.equals(g))).toList();
    List<Spread> lower =
        groups.stream().filter(g -> apart.stream().anyMatch(p -> p.below.equals(g))).toList();
    if (apart.size() == upper.size() * lower.size()) {
      return "The "
          + (upper.size() == 1 ? "interval" : "intervals")
          + " of "
          + names(upper)
          + (upper.size() == 1 ? " lies" : " lie")
          + " above "
          + (lower.size() == 1 ? "that" : "those")
          + " of "
          + names(lower)
          + ".";
    }
    return apart.size() + " of the " + pairs + " pairs of intervals do not overlap, the others do.";
  }

  private static String names(List<Spread> groups) {
    return joined(groups.stream().map(Spread::name).toList());
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
