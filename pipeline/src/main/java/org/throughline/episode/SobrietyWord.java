package org.throughline.episode;

import java.util.BitSet;

/**
 * The weeks of an episode that are over, one letter each: {@code -} sober, {@code +} use, {@code *}
 * both, {@code o} missing. Week k = 1, 2, … is days 7k−6 … 7k. This is the notation in which trials
 * of the NIDA Clinical Trials Network define their endpoints.
 */
public final class SobrietyWord {
  private final BitSet sober;
  private final BitSet use;
  private final int weeks;

  /**
   * @param sober weeks with a sign of sobriety, by k − 1
   * @param use weeks with a sign of use, by k − 1
   * @param weeks how many are over
   */
  SobrietyWord(BitSet sober, BitSet use, int weeks) {
    this.sober = sober;
    this.use = use;
    this.weeks = weeks;
  }

  /** Weeks that are over. */
  public int weeks() {
    return weeks;
  }

  /** Whether each of the weeks from..to (counted from 1, both included) is sober. */
  public boolean allSober(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (!sober.get(k - 1) || use.get(k - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of the weeks from..to is a week of use, mixed weeks among them. */
  public boolean anyUse(int from, int to) {
    int next = use.nextSetBit(from - 1);
    return next >= 0 && next < to;
  }

  /** Whether any of the weeks from..to has a sign of either kind. */
  public boolean anyObserved(int from, int to) {
    int next = sober.nextSetBit(from - 1);
    return anyUse(from, to) || (next >= 0 && next < to);
  }

  /** The letter of a week that is over, counted from 1. */
  public char letter(int week) {
    if (week < 1 || week > weeks) {
      throw new IndexOutOfBoundsException("week " + week + " of " + weeks);
    }
    boolean s = sober.get(week - 1);
    boolean u = use.get(week - 1);
    return s ? (u ? '*' : '-') : (u ? '+' : 'o');
  }

  /** The word itself. */
  @Override
  public String toString() {
    StringBuilder word = new StringBuilder(weeks);
    for (int k = 1; k <= weeks; k++) {
      word.append(letter(k));
    }
    return word.toString();
  }
}
