package org.throughline.sampledata.simulator;

import java.util.Locale;

/** How rows change after the fact, as they do in real feeds; none of these is a fault. */
public enum ChangeKind {
  /** A row arrives one or two months after its own. */
  LATE,
  /** A session's status is put right a month later. */
  STATUS_CORRECTED,
  /** A check-in's answer is put right a month later. */
  ANSWER_CORRECTED,
  /** An admission date is put right a month later. */
  ADMISSION_CORRECTED,
  /** A discharge date is moved a month later. */
  DISCHARGE_MOVED,
  /** A row sent in error is withdrawn a month later. */
  WITHDRAWN;

  /** As in {@code truth.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
