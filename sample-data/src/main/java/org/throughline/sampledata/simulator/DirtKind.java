package org.throughline.sampledata.simulator;

import java.util.Locale;

/** The faults strewn in, and what a careful reader must make of a row that has one. */
public enum DirtKind {
  /** A service or tier that nobody knows. */
  UNKNOWN_REQUIRED_CODE(Fate.REJECTED),
  /** A mode or a role_kept that nobody knows: the cell is blanked, the row stays. */
  UNKNOWN_OPTIONAL_CODE(Fate.ACCEPTED),
  /** A date written as {@code 2024.06.05}, which no profile allows. */
  WRONG_DATE(Fate.REJECTED),
  /** A required cell is empty. */
  BLANK_REQUIRED(Fate.REJECTED),
  /** A check-in with neither reported use nor a test result. */
  NO_ANSWER(Fate.REJECTED),
  /** A session more than 7 days before admission. */
  BEFORE_ADMISSION(Fate.REJECTED),
  /** A session more than 7 days after a discharge that is already known. */
  AFTER_DISCHARGE(Fate.REJECTED),
  /** A first session filed under the client's earlier, long discharged episode, later put right. */
  UNDER_EARLIER_EPISODE(Fate.REJECTED),
  /** A row whose episode never arrives. */
  UNKNOWN_EPISODE(Fate.HELD),
  /** The same row twice in one file. */
  DUPLICATE(Fate.ACCEPTED),
  /**
   * A note with a delimiter, quotes and a line break inside quotes, in a column unknown to the
   * product.
   */
  QUOTED_LINE_BREAK(Fate.ACCEPTED);

  /** What becomes of a row. */
  public enum Fate {
    ACCEPTED,
    REJECTED,
    HELD
  }

  private final Fate fate;

  DirtKind(Fate fate) {
    this.fate = fate;
  }

  public Fate fate() {
    return fate;
  }

  /** As in {@code truth.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
