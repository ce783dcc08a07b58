package org.throughline.measure;

import java.util.List;
import org.throughline.figure.Definition;

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

  /** Reads the headline figure of an earlier month; nothing where the measure is no headline. */
  default void estimateEarlier(Estimation estimation, Counts counts) {}
}
