package org.throughline.sampledata.simulator;

import java.util.Locale;

/** Why an episode truly ended. */
public enum ExitReason {
  LEFT,
  ADMINISTRATIVE,
  COMPLETED,
  TRANSFERRED,
  INCARCERATED,
  DECEASED,
  OTHER;

  /** The code in the feed. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the exit counts as unplanned: leaving, or being discharged by the program. */
  public boolean unplanned() {
    return this == LEFT || this == ADMINISTRATIVE;
  }
}
