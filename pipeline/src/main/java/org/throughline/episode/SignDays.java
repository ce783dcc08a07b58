package org.throughline.episode;

/** The signs of sobriety and of use in an episode by day, as known at a cut. */
public final class SignDays {
  /** Nothing was seen. */
  static final SignDays EMPTY =
      new SignDays(new DaySet(), new DaySet(), new DaySet(), new int[0], 0);

  private static final int WORD = Long.SIZE;

  private final DaySet sober;
  private final DaySet use;
  private final DaySet inRelapse;
  private final int[] relapseStarts;
  private final int cutDay;

  /**
   * @param sober days with a sign of sobriety
   * @param use days with a check-in or test that is a sign of use
   * @param inRelapse days inside a lapse or relapse
   * @param relapseStarts first days of relapses, rising
   * @param cutDay last day that is known
   */
  SignDays(DaySet sober, DaySet use, DaySet inRelapse, int[] relapseStarts, int cutDay) {
    this.sober = sober;
    this.use = use;
    this.inRelapse = inRelapse;
    this.relapseStarts = relapseStarts;
    this.cutDay = cutDay;
  }

  /** The first day from day 1 on with a sign of use; {@link Timeline#OPEN} if there is none. */
  public int firstUse() {
    int length = Math.max(use.length(), inRelapse.length());
    for (int i = 0; i < length; i++) {
      long days = (use.word(i) | inRelapse.word(i)) & mask(i, 1, cutDay);
      if (days != 0) {
        return i * WORD + Long.numberOfTrailingZeros(days) + 1;
      }
    }
    return Timeline.OPEN;
  }

  /** The last day from day 1 on with any sign; 0 if there is none. */
  public int lastSign() {
    int length = Math.max(sober.length(), Math.max(use.length(), inRelapse.length()));
    for (int i = length - 1; i >= 0; i--) {
      long days = (sober.word(i) | use.word(i) | inRelapse.word(i)) & mask(i, 1, cutDay);
      if (days != 0) {
        return (i + 1) * WORD - Long.numberOfLeadingZeros(days);
      }
    }
    return 0;
  }

  /** Days from..to, both included, on which a check-in or test gave a sign. */
  public int tested(int from, int to) {
    int found = 0;
    for (int i = (from - 1) / WORD; i <= (to - 1) / WORD; i++) {
      found += Long.bitCount((sober.word(i) | use.word(i)) & mask(i, from, to));
    }
    return found;
  }

  /** Those of them with a sign of sobriety and none of use, and outside any lapse or relapse. */
  public int abstinent(int from, int to) {
    int found = 0;
    for (int i = (from - 1) / WORD; i <= (to - 1) / WORD; i++) {
      long days = sober.word(i) & ~use.word(i) & ~inRelapse.word(i);
      found += Long.bitCount(days & mask(i, from, to));
    }
    return found;
  }

  /** First days of relapses, from day 1 on; records that overlap or touch are one. */
  public int relapses() {
    return relapseStarts.length;
  }

  /** The first day of a relapse, counted from 0; {@link Timeline#OPEN} if there are fewer. */
  public int relapse(int index) {
    return index < relapseStarts.length ? relapseStarts[index] : Timeline.OPEN;
  }

  /** Relapses that begin on the days from..to, both included. */
  public int relapses(int from, int to) {
    int found = 0;
    for (int start : relapseStarts) {
      if (start >= from && start <= to) {
        found++;
      }
    }
    return found;
  }

  /** The bits of a word for the days from..to. */
  private static long mask(int word, int from, int to) {
    int low = Math.max(0, from - 1 - word * WORD);
    int high = Math.min(WORD, to - word * WORD);
    return high <= low ? 0 : -1L >>> (WORD - high + low) << low;
  }
}
