package org.throughline.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Suppressed.Kind;

/**
 * Hides cells that are about fewer clients than a threshold, and with each of them one complement
 * in the same table, so that it cannot be had by subtraction within that table.
 *
 * <p>A figure is small if its denominator, its numerator or the rest is about 1 to threshold − 1
 * clients; nobody is not a small number. This stands until full disclosure control, which also
 * weighs earlier releases and what a curve's steps give away.
 */
public final class SmallCells {
  /**
   * Figures that give the same cell away, at the same horizon and in the same group: where one is
   * hidden, so are the others. A mean of runs tells how many can have been sober throughout, and an
   * area how many had left.
   */
  private static final List<Set<String>> TWINS =
      List.of(
          Set.of("completion", "exits_planned"),
          Set.of("retention", "exit_incidence_unplanned"),
          Set.of("in_care_curve", "days_in_care", "days_in_care_se"),
          Set.of(
              "continuous",
              "longest_run_mean",
              "longest_run_median",
              "trial_longest_run_mean",
              "trial_longest_run_median"));

  private final int threshold;

  /**
   * @param threshold cells under this many clients are hidden; 0 or 1 hides none
   */
  public SmallCells(int threshold) {
    this.threshold = threshold;
  }

  /** The figures with small cells and their complements hidden, in the order given. */
  public List<Figure> figures(List<Computed.OfFigure> computed) {
    Map<Integer, Kind> hidden = new HashMap<>();
    for (int i = 0; i < computed.size(); i++) {
      Computed.OfFigure candidate = computed.get(i);
      if (hasNumbers(candidate) && candidate.cells().stream().anyMatch(this::isSmall)) {
        hidden.put(i, Kind.PRIMARY);
      }
    }
    List<List<Integer>> lines = AdditiveLines.of(computed);
    List<List<Integer>> twins = twins(computed);
    boolean changed = true;
    while (changed) {
      changed = hideTwins(computed, hidden, twins);
      for (List<Integer> line : lines) {
        changed |= hideComplement(computed, hidden, line);
      }
    }
    List<Figure> released = new ArrayList<>();
    for (int i = 0; i < computed.size(); i++) {
      Figure figure = computed.get(i).figure();
      released.add(
          hidden.containsKey(i)
              ? figure.withResult(new Result.Suppressed(hidden.getOrDefault(i, Kind.PRIMARY)))
              : figure);
    }
    return released;
  }

  private boolean isSmall(long clients) {
    return clients > 0 && clients < threshold;
  }

  private static boolean hasNumbers(Computed.OfFigure candidate) {
    return !(candidate.figure().result() instanceof Result.Unavailable);
  }

  private static boolean hideComplement(
      List<Computed.OfFigure> computed, Map<Integer, Kind> hidden, List<Integer> line) {
    if (line.stream().filter(hidden::containsKey).count() != 1) {
      return false;
    }
    Optional<Integer> complement =
        line.stream()
            .filter(i -> !hidden.containsKey(i) && hasNumbers(computed.get(i)))
            .filter(i -> smallest(computed.get(i)) > 0)
            .min(
                // Of the months of a chart an earlier one: the latest is what a reader came for.
                Comparator.<Integer, Boolean>comparing(i -> isLatestOf(computed, line, i))
                    .thenComparingLong(i -> smallest(computed.get(i))));
    complement.ifPresent(i -> hidden.put(i, Kind.COMPLEMENTARY));
    return complement.isPresent();
  }

  /** Whether there are earlier months on its line, and none later. */
  private static boolean isLatestOf(
      List<Computed.OfFigure> computed, List<Integer> line, int position) {
    YearMonth month = computed.get(position).figure().month();
    return line.stream().anyMatch(i -> computed.get(i).figure().month().isBefore(month))
        && line.stream().noneMatch(i -> computed.get(i).figure().month().isAfter(month));
  }

  private static long smallest(Computed.OfFigure candidate) {
    return candidate.cells().stream().filter(c -> c > 0).mapToLong(c -> c).min().orElse(0);
  }

  private static boolean hideTwins(
      List<Computed.OfFigure> computed, Map<Integer, Kind> hidden, List<List<Integer>> twins) {
    boolean changed = false;
    for (List<Integer> alike : twins) {
      if (alike.stream().anyMatch(hidden::containsKey)) {
        for (int i : alike) {
          if (!hidden.containsKey(i) && hasNumbers(computed.get(i))) {
            hidden.put(i, Kind.COMPLEMENTARY);
            changed = true;
          }
        }
      }
    }
    return changed;
  }

  /** Positions of figures that give each other away, in order of the first of them. */
  private static List<List<Integer>> twins(List<Computed.OfFigure> computed) {
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < computed.size(); i++) {
      Figure figure = computed.get(i).figure();
      for (int t = 0; t < TWINS.size(); t++) {
        if (TWINS.get(t).contains(figure.measure())) {
          String key = t + "/" + figure.month() + "/" + figure.at() + "/" + figure.slice();
          alike.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
      }
    }
    return List.copyOf(alike.values());
  }

  /**
   * The curves, without the points of those that are about too few, and of those from which no
   * figure was released: what is hidden in a table is not drawn in a chart.
   *
   * @param computed curves
   * @param released the figures of the same month, as {@link #figures} released them
   */
  public List<Curve> curves(List<Computed.OfCurve> computed, List<Figure> released) {
    Map<String, List<Figure>> byCurve = new HashMap<>();
    for (Figure figure : released) {
      String key = figure.measure() + "/" + figure.month() + "/" + figure.slice();
      byCurve.computeIfAbsent(key, k -> new ArrayList<>()).add(figure);
    }
    return computed.stream()
        .map(
            of -> {
              Curve curve = curve(of);
              if (curve.suppressed().isPresent()) {
                return curve;
              }
              String key = curve.measure() + "/" + curve.month() + "/" + curve.slice();
              return isHidden(byCurve.getOrDefault(key, List.of()))
                  ? curve.suppress(Kind.COMPLEMENTARY)
                  : curve;
            })
        .toList();
  }

  private static boolean isHidden(List<Figure> read) {
    return read.stream().anyMatch(f -> f.result() instanceof Result.Suppressed)
        && read.stream()
            .filter(f -> f.at().isPresent())
            .allMatch(
                f ->
                    f.result() instanceof Result.Suppressed
                        || f.result() instanceof Result.Unavailable);
  }

  /** A curve, or its keys alone where few clients entered it or few had its event. */
  public Curve curve(Computed.OfCurve computed) {
    Curve curve = computed.curve();
    long events = curve.points().stream().mapToLong(CurvePoint::events).sum();
    return isSmall(computed.clients()) || isSmall(events) ? curve.suppress(Kind.PRIMARY) : curve;
  }
}
