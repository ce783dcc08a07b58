package org.throughline.episode;

import java.util.BitSet;

/**
 * The signs of sobriety and of use in an episode, gathered by week in one pass over its check-ins
 * and relapses. What depends on the cut (a relapse whose end is not recorded) is added when a word
 * is asked for.
 */
final class UseSigns {
  private final BitSet sober = new BitSet();
  private final BitSet use = new BitSet();
  private final int[] openStart;
  private final int[] openNextSober;

  UseSigns(Timeline timeline) {
    for (int checkin : timeline.checkins()) {
      int day = Checkins.day(checkin);
      if (day >= 1) {
        int week = (day - 1) / 7;
        if (isSober(checkin)) {
          sober.set(week);
        }
        if (isUse(checkin)) {
          use.set(week);
        }
      }
    }
    int[] relapses = timeline.relapses();
    int[] ends = timeline.relapseEnds();
    int open = 0;
    for (int i = 0; i < relapses.length; i++) {
      if (ends[i] == Timeline.OPEN) {
        open++;
      } else {
        mark(use, Relapses.day(relapses[i]), ends[i]);
      }
    }
    openStart = new int[open];
    openNextSober = new int[open];
    int next = 0;
    for (int i = 0; i < relapses.length; i++) {
      if (ends[i] == Timeline.OPEN) {
        openStart[next] = Relapses.day(relapses[i]);
        openNextSober[next] = nextSober(timeline.checkins(), openStart[next]);
        next++;
      }
    }
  }

  /** Reported none, or a negative test. */
  static boolean isSober(int checkin) {
    return Checkins.reported(checkin) == Checkins.REPORTED_NONE
        || Checkins.test(checkin) == Checkins.TEST_NEGATIVE;
  }

  /** Reported use, or a positive or refused test. */
  static boolean isUse(int checkin) {
    int test = Checkins.test(checkin);
    return Checkins.reported(checkin) == Checkins.REPORTED_USED
        || test == Checkins.TEST_POSITIVE
        || test == Checkins.TEST_REFUSED;
  }

  private static int nextSober(int[] checkins, int after) {
    for (int checkin : checkins) {
      if (Checkins.day(checkin) > after && isSober(checkin)) {
        return Checkins.day(checkin);
      }
    }
    return Timeline.OPEN;
  }

  private static void mark(BitSet weeks, int from, int to) {
    int first = Math.max(1, from);
    if (to >= first) {
      weeks.set((first - 1) / 7, (to - 1) / 7 + 1);
    }
  }

  /**
   * The word at a cut. A week is over once its last day is not after the cut, so whatever is dated
   * in it is known; a relapse without an end lasts to the day before the next sign of sobriety
   * after its first day, at latest the exit or the cut, and at least its first day.
   *
   * @param cutDay the cut, in days since admission
   * @param exit as known at the cut
   */
  SobrietyWord at(int cutDay, Exit exit) {
    int weeks = Math.max(0, cutDay / 7);
    BitSet known = openStart.length == 0 ? use : (BitSet) use.clone();
    int latest = Math.min(cutDay, exit.day());
    for (int i = 0; i < openStart.length; i++) {
      if (openStart[i] <= cutDay) {
        int last = Math.min(latest, openNextSober[i] - 1);
        mark(known, openStart[i], Math.max(openStart[i], last));
      }
    }
    return new SobrietyWord(sober, known, weeks);
  }
}
