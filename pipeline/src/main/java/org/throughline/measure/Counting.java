package org.throughline.measure;

/**
 * Something that is counted while clients are folded. Several measures may read the same counts, so
 * a counting is a thing of its own, and is done once.
 */
interface Counting {
  /** Whether earlier months are counted too, overall, for the headline series. */
  boolean inSeries();

  /** Whether a headline figure is read from it, so that it is counted under other rules too. */
  default boolean readOtherwise() {
    return false;
  }

  /**
   * Whether a signal of a headline figure is read from it: earlier months under other rules too.
   */
  default boolean inSignals() {
    return false;
  }

  /** Adds a client to the tally. */
  void add(ClientAtCut client, Tally tally);
}
