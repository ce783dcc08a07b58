package org.throughline.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.figure.Figure;
import org.throughline.figure.Slice;

/**
 * The lines of a table along which cells add up to a published total: the tiers, the sites, the
 * family groups, within a tier or across tiers, the levels of a column, the classes of exit, the
 * periods of care whose exits a curve adds up, and the months whose mean is the centre of a control
 * chart. Whoever knows all but one cell of a line and its total knows the last.
 */
final class AdditiveLines {
  private static final Set<String> LANDMARK = Set.of("none", "some", "regular");

  /** Prefixes of counts that add up to the one without an ending. */
  private static final List<String> CLASSES = List.of("exits_", "teds_discharges_");

  private AdditiveLines() {}

  /** Measures whose months make the centre of a control chart. */
  private static final Set<String> CHARTED = Set.of("attendance", "completion");

  /** Positions of figures, line by line, in a stable order. */
  static List<List<Integer>> of(List<Computed.OfFigure> figures) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      for (String line : lines(figures.get(i).figure())) {
        lines.computeIfAbsent(line, k -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(lines.values());
  }

  private static List<String> lines(Figure figure) {
    Slice slice = figure.slice();
    String table =
        figure.month() + "/" + figure.measure() + "/" + figure.at() + "/" + slice.level() + "/";
    String family = LANDMARK.contains(slice.family()) ? "landmark" : "time-dependent";
    List<String> names = new ArrayList<>();
    if (slice.byTier() && slice.byFamily()) {
      names.add(table + "within tier " + slice.tier() + "/" + family);
      names.add(table + "across tiers/" + slice.family());
    } else if (slice.byTier()) {
      names.add(table + "tiers");
    } else if (slice.byFamily()) {
      names.add(table + family);
    } else if (slice.bySite()) {
      names.add(table + "sites");
    }
    if (!slice.group().isEmpty()) {
      Slice whole = new Slice(slice.tier(), slice.family(), slice.site(), slice.group(), "");
      names.add(figure.month() + "/" + figure.measure() + "/" + figure.at() + "/levels/" + whole);
    }
    if (slice.isOverall() && CHARTED.contains(figure.measure())) {
      names.add("months of " + figure.measure());
    }
    if (figure.measure().startsWith("exit_risk_")) {
      names.add("periods of " + figure.measure() + "/" + slice.withLevel(""));
    }
    for (String classes : CLASSES) {
      if (figure.measure().startsWith(classes)) {
        names.add(figure.month() + "/" + classes + "/" + slice);
      }
    }
    return names;
  }
}
