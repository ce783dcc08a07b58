package org.throughline.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.disclosure.Computed;
import org.throughline.figure.Definition;
import org.throughline.figure.Slice;

/**
 * A measure: its definition, what is counted for it, and how its figures are read from the counts.
 * One file each, and a line in the {@link Catalogue}.
 */
interface Measure {
  /** The definitions of all ids that the measure publishes, its own first. */
  List<Definition> definitions();

  /** What it reads: shared countings are counted once. */
  List<Counting> countings();

  /** Reads figures and curves of the reporting month from the counts. */
  void estimate(Estimation estimation);

  /**
   * The headline figure from the counts of a month, in a group, with its cells; empty where the
   * measure is no headline.
   */
  default Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    return Optional.empty();
  }

  /** The same under the other rules for missing weeks, by rule; empty where none matter. */
  default Map<String, Computed.OfFigure> headlineByRule(Counts counts, Slice slice) {
    return Map.of();
  }

  /** Reads the headline figure of an earlier month; nothing where the measure is in no series. */
  default void estimateEarlier(Estimation estimation, Counts counts) {}
}
