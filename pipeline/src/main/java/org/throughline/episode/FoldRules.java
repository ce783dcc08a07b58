package org.throughline.episode;

import java.io.Serializable;

/**
 * The settings that move figures.
 *
 * @param cohortMonths months of admission in a cohort, ending with the reporting month
 * @param silenceDays days without an attended session after which care counts as over; 0 switches
 *     the rule off
 * @param landmarkDay day of the episode at which family groups are formed
 * @param refusedTest what a refused test is a sign of
 */
public record FoldRules(int cohortMonths, int silenceDays, int landmarkDay, RefusedTest refusedTest)
    implements Serializable {
  public static final FoldRules DEFAULT = new FoldRules(12, 30, 30);

  /** How a refused test is read. */
  public enum RefusedTest {
    /** A sign of use: the definition. */
    USE,
    /** No sign of either kind. */
    UNKNOWN;

    /** The other reading. */
    public RefusedTest other() {
      return this == USE ? UNKNOWN : USE;
    }
  }

  /** Rules under which a refused test is a sign of use. */
  public FoldRules(int cohortMonths, int silenceDays, int landmarkDay) {
    this(cohortMonths, silenceDays, landmarkDay, RefusedTest.USE);
  }

  public FoldRules {
    if (cohortMonths < 1) {
      throw new IllegalArgumentException("throughline.cohort-months must be 1 or more");
    }
    if (silenceDays < 0) {
      throw new IllegalArgumentException("throughline.silence-days must be 0 or more");
    }
    if (landmarkDay < 0) {
      throw new IllegalArgumentException("throughline.landmark-day must be 0 or more");
    }
  }
}
