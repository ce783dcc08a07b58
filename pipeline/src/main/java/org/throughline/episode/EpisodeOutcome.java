package org.throughline.episode;

/**
 * What is known of an episode at a cut. Words and days are made when they are asked for.
 *
 * @param timeline the episode
 * @param cut the cut
 * @param exit how it ended, or {@link Exit#NONE}
 * @param firstFamilyDay day of the first family contact up to the cut, a contact before admission
 *     counting as day 0; {@link Timeline#OPEN} where there was none
 * @param landmarkContactDays distinct days with a family contact on or before the landmark
 * @param signs of sobriety and of use
 * @param restored whether the episode counted as ended by silence at the cut before, and the client
 *     has attended since
 * @param rules the settings
 */
public record EpisodeOutcome(
    Timeline timeline,
    Cut cut,
    Exit exit,
    int firstFamilyDay,
    int landmarkContactDays,
    UseSigns signs,
    boolean restored,
    FoldRules rules) {
  /** A step down is looked at up to so many days before the cut. */
  public static final int STEP_DOWN_FROM = 44;

  /** Weeks of sobriety. */
  public SobrietyWord word() {
    return signs.word(cutDay(), exit);
  }

  /** The same where a refused test is read so. */
  public SobrietyWord word(FoldRules.RefusedTest refusedTest) {
    return signs.reading(refusedTest).word(cutDay(), exit);
  }

  /** Signs of sobriety and of use by day. */
  public SignDays signDays() {
    return signs.days(cutDay(), exit);
  }

  /** The cut in days since admission. */
  public int cutDay() {
    return cut.day() - timeline.admittedOn();
  }

  /** Whether the episode was admitted in the months of the cohort. */
  public boolean inCohort() {
    return timeline.admittedOn() >= cut.cohortFrom();
  }

  /** Whether the episode was admitted in the reporting month. */
  public boolean admittedInMonth() {
    return timeline.admittedOn() >= cut.monthStart();
  }

  /** Whether any figure of the month can be about the episode: else it ended long before. */
  public boolean matters() {
    return inCohort() || !exit.happened() || exitKnownInMonth() || restored || endedLately();
  }

  /** Only the reporting month itself looks further back than to its first day. */
  private boolean endedLately() {
    return cut.isPublished()
        && (exitKnownInCohortMonths()
            || timeline.admittedOn() + exit.knownDay() >= cut.day() - STEP_DOWN_FROM);
  }

  /** Whether the exit became known in the months of the cohort. */
  public boolean exitKnownInCohortMonths() {
    return exit.happened() && timeline.admittedOn() + exit.knownDay() >= cut.cohortFrom();
  }

  /** Whether the exit became known in the reporting month. */
  public boolean exitKnownInMonth() {
    return exit.happened() && timeline.admittedOn() + exit.knownDay() >= cut.monthStart();
  }

  /**
   * The last day, since admission, for which it is certain whether the client was in care; negative
   * where the episode is too young to be followed.
   */
  public int retentionCutDay() {
    return cutDay() - rules.silenceDays();
  }

  /** Whether the episode is in curves of retention. */
  public boolean followed() {
    return inCohort() && retentionCutDay() >= 0;
  }

  /** Whether follow-up ends with an exit, by the retention cut. */
  public boolean followedToExit() {
    return exit.day() <= retentionCutDay();
  }

  /** Days of follow-up: to the exit, at latest the retention cut. */
  public int followUpDays() {
    return Math.min(exit.day(), retentionCutDay());
  }

  /** Whether an unplanned exit is known to have happened by a day. */
  public boolean leftUnplannedBy(int day) {
    return exit.happened() && exit.kind() == ExitClass.UNPLANNED && exit.day() <= day;
  }

  /** Whether the episode was followed in care beyond the landmark. */
  public boolean beyondLandmark() {
    return followUpDays() > rules.landmarkDay();
  }

  /** The family group at the landmark. */
  public FamilyGroup landmarkGroup() {
    return FamilyGroup.ofContactDays(landmarkContactDays);
  }

  /** Whether the client is involved by a day: from the day of the first family contact on. */
  public FamilyGroup familyOn(int day) {
    return firstFamilyDay <= day ? FamilyGroup.INVOLVED : FamilyGroup.NOT_YET;
  }
}
