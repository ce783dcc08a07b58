package org.throughline.episode;

/**
 * How an episode ended, as known at a cut.
 *
 * @param day last day of care, in days since admission; {@link Timeline#OPEN} while in care
 * @param kind the class; meaningless while in care
 * @param knownDay day on which it became known
 * @param inferred whether it follows from silence alone, no discharge being recorded
 */
public record Exit(int day, ExitClass kind, int knownDay, boolean inferred) {
  /** Not known to have ended. */
  public static final Exit NONE = new Exit(Timeline.OPEN, ExitClass.OTHER, Timeline.OPEN, false);

  /** Whether the episode is known to have ended. */
  public boolean happened() {
    return day != Timeline.OPEN;
  }
}
