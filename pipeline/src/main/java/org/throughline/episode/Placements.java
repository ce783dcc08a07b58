package org.throughline.episode;

/** The tier that an episode was in on a day. */
public final class Placements {
  private Placements() {}

  /**
   * The tier on a day: that of the spell which covers it, in a gap that of the last spell before,
   * else the tier at admission.
   */
  public static String tierOn(Timeline timeline, int day) {
    int[] from = timeline.placementFrom();
    for (int i = from.length - 1; i >= 0; i--) {
      if (from[i] <= day) {
        return timeline.placementTier()[i];
      }
    }
    return timeline.tier();
  }
}
