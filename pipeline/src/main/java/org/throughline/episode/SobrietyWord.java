package org.throughline.episode;

/**
 * The weeks of an episode that are over, one letter each: {@code -} sober, {@code +} use, {@code *}
 * both, {@code o} missing. Week k = 1, 2, … is days 7k−6 … 7k. This is the notation in which trials
 * of the NIDA Clinical Trials Network define their endpoints.
 */
public final class SobrietyWord {
  /** How missing weeks are read. */
  public enum Rule {
    /** Left out. */
    OBSERVED,
    /** Missing is use: the convention of the NIDA Clinical Trials Network. */
    WORST,
    /** Missing is sober. */
    BEST
  }

  /** No week is over. */
  static final SobrietyWord EMPTY = new SobrietyWord(new long[0], new long[0], 0);

  private final long[] sober;
  private final long[] use;
  private final int weeks;

  /**
   * @param sober weeks with a sign of sobriety, as bit k − 1; later ones than are over may be there
   * @param use weeks with a sign of use, likewise
   * @param weeks how many are over
   */
  SobrietyWord(long[] sober, long[] use, int weeks) {
    this.sober = sober;
    this.use = use;
    this.weeks = weeks;
  }

  /** Weeks that are over. */
  public int weeks() {
    return weeks;
  }

  private static boolean has(long[] bits, int week) {
    int word = (week - 1) >>> 6;
    return word < bits.length && (bits[word] >>> (week - 1) & 1) != 0;
  }

  /** Whether a week has a sign of sobriety and none of use. */
  public boolean sober(int week) {
    return has(sober, week) && !has(use, week);
  }

  /** Whether a week has a sign of use; a mixed week is one of use. */
  public boolean use(int week) {
    return has(use, week);
  }

  /** Whether a week has a sign of either kind. */
  public boolean observed(int week) {
    return has(sober, week) || has(use, week);
  }

  /** Sober weeks among the weeks from..to. */
  public int soberWeeks(int from, int to) {
    int found = 0;
    for (int k = from; k <= to; k++) {
      if (sober(k)) {
        found++;
      }
    }
    return found;
  }

  /** Weeks with a sign of either kind among the weeks from..to. */
  public int observedWeeks(int from, int to) {
    int found = 0;
    for (int k = from; k <= to; k++) {
      if (observed(k)) {
        found++;
      }
    }
    return found;
  }

  /** The longest run of weeks of use or missing weeks among the weeks from..to. */
  public int longestNotSober(int from, int to) {
    int longest = 0;
    int run = 0;
    for (int k = from; k <= to; k++) {
      run = sober(k) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** The longest run of missing weeks among the weeks from..to. */
  public int longestMissing(int from, int to) {
    int longest = 0;
    int run = 0;
    for (int k = from; k <= to; k++) {
      run = observed(k) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /**
   * The week that ends the first run of so many sober weeks, among the weeks from..to; 0 where
   * there is none. A missing week breaks a run.
   */
  public int endOfSoberRun(int from, int to, int length) {
    int run = 0;
    for (int k = from; k <= to; k++) {
      run = sober(k) ? run + 1 : 0;
      if (run == length) {
        return k;
      }
    }
    return 0;
  }

  /** Whether each of the weeks from..to (counted from 1, both included) is sober. */
  public boolean allSober(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (!sober(k)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of the weeks from..to is a week of use, mixed weeks among them. */
  public boolean anyUse(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (has(use, k)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of the weeks from..to has a sign of either kind. */
  public boolean anyObserved(int from, int to) {
    for (int k = from; k <= to; k++) {
      if (observed(k)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The longest run of sober weeks among the weeks from..to. A missing week ends it under {@code
   * WORST}, counts under {@code BEST} and is passed over under {@code OBSERVED}.
   */
  public int longestRun(int from, int to, Rule rule) {
    int longest = 0;
    int run = 0;
    for (int k = from; k <= to; k++) {
      boolean missing = !observed(k);
      if (sober(k) || (missing && rule == Rule.BEST)) {
        run++;
        longest = Math.max(longest, run);
      } else if (!missing || rule == Rule.WORST) {
        run = 0;
      }
    }
    return longest;
  }

  /** The letter of a week that is over, counted from 1. */
  public char letter(int week) {
    if (week < 1 || week > weeks) {
      throw new IndexOutOfBoundsException("week " + week + " of " + weeks);
    }
    boolean s = has(sober, week);
    boolean u = has(use, week);
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
