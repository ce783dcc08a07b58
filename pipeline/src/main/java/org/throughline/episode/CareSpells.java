package org.throughline.episode;

/**
 * The days in care of an episode, day 1 to the exit, at latest the retention cut, cut where the
 * tier or the involvement of the family changes.
 */
public final class CareSpells {

  private CareSpells() {}

  /** What is done with a spell. */
  public interface Visitor {
    /**
     * Takes days on which neither tier nor involvement changes.
     *
     * @param from first day, 1 or later
     * @param to last day
     * @param tier on each of them
     * @param family {@link FamilyGroup#NOT_YET} or {@link FamilyGroup#INVOLVED}
     */
    void spell(int from, int to, String tier, FamilyGroup family);
  }

  /** Visits an episode's spells in order; none where it has no day in care. */
  public static void visit(EpisodeOutcome episode, Visitor visitor) {
    Timeline timeline = episode.timeline();
    int[] placed = timeline.placementFrom();
    int end = episode.followUpDays();
    int placement = -1;
    int day = 1;
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
