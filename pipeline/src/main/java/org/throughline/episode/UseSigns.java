package org.throughline.episode;

import java.util.Arrays;
import java.util.Optional;
import org.throughline.episode.FoldRules.RefusedTest;

/**
 * The signs of sobriety and of use in an episode by day, gathered in one pass over its check-ins.
 * What depends on the cut (a relapse whose end is not recorded or lies after it) is added when a
 * word or the days are asked for.
 */
final class UseSigns {
  private static final int SOBER = 1;
  private static final int USE = 2;
  private static final int REFUSED = 4;

  /** What the codes of a packed check-in say. */
  private static final byte[] SIGNS = signs(RefusedTest.USE);

  private static final byte[] REFUSED_UNKNOWN = signs(RefusedTest.UNKNOWN);

  private static final int[] NONE = {};

  private final Timeline timeline;
  private final Optional<UseSigns> refusedIsUse;
  private final DaySet sober = new DaySet();
  private final DaySet use = new DaySet();
  private final long[] soberWeeks;
  private final long[] useWeeks;
  private final int[] nextSober;
  private final boolean anyRefused;

  // Many measures ask for the same cut, one after the other.
  private int wordCut = Integer.MIN_VALUE;
  private Exit wordExit = Exit.NONE;
  private SobrietyWord word = SobrietyWord.EMPTY;
  private int daysCut = Integer.MIN_VALUE;
  private Exit daysExit = Exit.NONE;
  private SignDays days = SignDays.EMPTY;
  private Optional<UseSigns> refusedUnknown = Optional.empty();

  UseSigns(Timeline timeline) {
    this(timeline, SIGNS, Optional.empty());
  }

  private UseSigns(Timeline timeline, byte[] signs, Optional<UseSigns> refusedIsUse) {
    this.timeline = timeline;
    this.refusedIsUse = refusedIsUse;
    int[] checkins = timeline.checkins();
    if (checkins.length > 0) {
      int last = Checkins.day(checkins[checkins.length - 1]);
      sober.reserve(last);
      use.reserve(last);
    }
    int seen = 0;
    for (int checkin : checkins) {
      int day = Checkins.day(checkin);
      int sign = signs[Packed.codes(checkin)];
      if (day >= 1) {
        sober.put(day, sign & SOBER);
        use.put(day, (sign & USE) >>> 1);
        seen |= sign;
      }
    }
    anyRefused = (seen & REFUSED) != 0;
    soberWeeks = sober.weeks();
    useWeeks = use.weeks();
    int[] relapses = timeline.relapses();
    nextSober = relapses.length == 0 ? NONE : new int[relapses.length];
    for (int i = 0; i < relapses.length; i++) {
      nextSober[i] =
          timeline.relapseEnds()[i] == Timeline.OPEN
              ? nextSober(checkins, Relapses.day(relapses[i]))
              : Timeline.OPEN;
    }
  }

  /** The signs of the same episode where a refused test is read so. */
  UseSigns reading(RefusedTest refusedTest) {
    UseSigns base = refusedIsUse.orElse(this);
    if (refusedTest == RefusedTest.USE || !base.anyRefused) {
      return base;
    }
    if (base.refusedUnknown.isEmpty()) {
      base.refusedUnknown = Optional.of(new UseSigns(timeline, REFUSED_UNKNOWN, Optional.of(base)));
    }
    return base.refusedUnknown.get();
  }

  private static byte[] signs(RefusedTest refusedTest) {
    byte[] signs = new byte[1 << Packed.CODE_BITS];
    for (int codes = 0; codes < signs.length; codes++) {
      boolean refused = Checkins.test(codes) == Checkins.TEST_REFUSED;
      boolean passedOver =
          refused
              && refusedTest == RefusedTest.UNKNOWN
              && Checkins.reported(codes) != Checkins.REPORTED_USED;
      int use = Checkins.isUse(codes) && !passedOver ? USE : 0;
      signs[codes] = (byte) ((Checkins.isSober(codes) ? SOBER : 0) | use | (refused ? REFUSED : 0));
    }
    return signs;
  }

  private static int nextSober(int[] checkins, int after) {
    for (int checkin : checkins) {
      if (Checkins.day(checkin) > after && Checkins.isSober(checkin)) {
        return Checkins.day(checkin);
      }
    }
    return Timeline.OPEN;
  }

  /**
   * The last day of a relapse record as known at a cut. One without an end lasts to the day before
   * the next sign of sobriety after its first day, at latest the exit or the cut, and at least its
   * first day; one whose recorded end is later than the cut ends there.
   */
  private int lastDay(int relapse, int cutDay, Exit exit) {
    int first = Relapses.day(timeline.relapses()[relapse]);
    int end = timeline.relapseEnds()[relapse];
    if (end != Timeline.OPEN) {
      return Math.min(end, cutDay);
    }
    int latest = Math.min(cutDay, exit.day());
    return Math.max(first, Math.min(latest, nextSober[relapse] - 1));
  }

  /**
   * The word at a cut. A week is over once its last day is not after the cut, so whatever is dated
   * in it is known, and without relapses all cuts share its signs.
   */
  SobrietyWord word(int cutDay, Exit exit) {
    if (cutDay != wordCut || !exit.equals(wordExit)) {
      word = newWord(cutDay, exit);
      wordCut = cutDay;
      wordExit = exit;
    }
    return word;
  }

  private SobrietyWord newWord(int cutDay, Exit exit) {
    int weeks = Math.max(0, cutDay / 7);
    long[] used = useWeeks;
    if (nextSober.length > 0) {
      DaySet all = inRelapse(cutDay, exit);
      all.addAll(use);
      used = all.weeks();
    }
    return new SobrietyWord(soberWeeks, used, weeks);
  }

  /** The days at a cut. */
  SignDays days(int cutDay, Exit exit) {
    if (cutDay != daysCut || !exit.equals(daysExit)) {
      days =
          new SignDays(
              sober,
              use,
              inRelapse(cutDay, exit),
              relapseStarts(cutDay, exit),
              Math.max(0, cutDay));
      daysCut = cutDay;
      daysExit = exit;
    }
    return days;
  }

  private DaySet inRelapse(int cutDay, Exit exit) {
    DaySet inside = new DaySet();
    for (int i = 0; i < nextSober.length; i++) {
      int first = Relapses.day(timeline.relapses()[i]);
      if (first <= cutDay) {
        inside.addRange(Math.max(1, first), lastDay(i, cutDay, exit));
      }
    }
    return inside;
  }

  /**
   * First days of relapses, lapses left out: records that overlap or touch (the next begins at
   * latest on the day after) are one, and one that began by day 0 is none of the episode.
   */
  private int[] relapseStarts(int cutDay, Exit exit) {
    if (nextSober.length == 0) {
      return NONE;
    }
    int[] starts = new int[nextSober.length];
    int found = 0;
    int reached = Timeline.EARLIEST_DAY - 2;
    for (int i = 0; i < nextSober.length; i++) {
      int record = timeline.relapses()[i];
      int first = Relapses.day(record);
      if (first > cutDay) {
        break;
      }
      if (Relapses.severity(record) == Relapses.RELAPSE) {
        if (first > reached + 1 && first >= 1) {
          starts[found++] = first;
        }
        reached = Math.max(reached, lastDay(i, cutDay, exit));
      }
    }
    return Arrays.copyOf(starts, found);
  }
}
