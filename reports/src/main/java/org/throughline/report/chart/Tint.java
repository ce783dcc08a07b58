package org.throughline.report.chart;

/** Colours by role. */
public enum Tint {
  /** Most intensive tier. */
  TIER_1,
  TIER_2,
  TIER_3,
  TIER_4,
  TIER_5,
  INVOLVED,
  NOT_YET_INVOLVED,
  /** Landmark groups of family contacts. */
  CONTACT_NONE,
  CONTACT_SOME,
  CONTACT_REGULAR,
  EXIT_UNPLANNED,
  EXIT_OTHER,
  EXIT_TRANSFERRED,
  EXIT_COMPLETED,
  /** Everybody; a single series. */
  NEUTRAL;

  /** The tint of the n-th tier from the most intensive, from 1; beyond five, neutral. */
  public static Tint tier(int n) {
    return n >= 1 && n <= 5 ? values()[n - 1] : NEUTRAL;
  }
}
