package org.throughline.episode;

/** Days of an episode, cut where the tier or the involvement of the family changes. */
public final class CareSpells {

  private CareSpells() {}

  /** What is done with a spell. */
  public interface Visitor {
    /**
     * Takes days on which neither tier nor involvement changes.
     *
     * @param from first day
     * @param to last day
     * @param tier on each of them
     * @param family {@link FamilyGroup#NOT_YET} or {@link FamilyGroup#INVOLVED}
     */
    void spell(int from, int to, String tier, FamilyGroup family);
  }

  /**
   * Visits the days in care, day 1 to the exit, at latest the retention cut; none where there is no
   * such day.
   */
  public static void visit(EpisodeOutcome episode, Visitor visitor) {
    visit(episode, 1, episode.followUpDays(), visitor);
  }

  /** Visits the days first..end, both included, in order; none where end is before first. */
  public static void visit(EpisodeOutcome episode, int first, int end, Visitor visitor) {
    Timeline timeline = episode.timeline();
    int[] placed = timeline.placementFrom();
    int placement = -1;
    int day = first;
    while (day <= end) {
      while (placement + 1 < placed.length && placed[placement + 1] <= day) {
        placement++;
      }
      int last = end;
      if (placement + 1 < placed.length) {
        last = Math.min(last, placed[placement + 1] - 1);
      }
      FamilyGroup family = episode.familyOn(day);
      if (family == FamilyGroup.NOT_YET && episode.firstFamilyDay() <= last) {
        last = episode.firstFamilyDay() - 1;
      }
      visitor.spell(
          day, last, placement < 0 ? timeline.tier() : timeline.placementTier()[placement], family);
      day = last + 1;
    }
  }
}
