package org.throughline.check;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.throughline.episode.Checkins;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;
import org.throughline.figure.Slice;
import org.throughline.measure.TallySheet;

/**
 * Counts rows and codes of timelines by site and calendar month: the reporting month and the twelve
 * before it. It rides in the same pass as the measures and leaves its counts in their sheet, as one
 * array a site and name with the reporting month first. What it counts are current rows, so
 * corrections and late rows are in the month that they are about.
 */
public final class RowCounter {
  /** Months before the reporting month of which rows are counted. */
  static final int MONTHS_BEFORE = 12;

  /** Months in an array of counts. */
  static final int MONTHS = MONTHS_BEFORE + 1;

  /** An episode is in care in a month if anything is dated in it or so many months before. */
  static final int HEARD_OF = 3;

  private static final int ADMISSIONS = Tracked.rows(Feed.EPISODES);
  private static final int PLACEMENTS = Tracked.rows(Feed.PLACEMENTS);
  private static final int SESSIONS = Tracked.rows(Feed.ATTENDANCE);
  private static final int SESSIONS_TWICE = Tracked.twins(Feed.ATTENDANCE);
  private static final int CHECKINS = Tracked.rows(Feed.CHECKINS);
  private static final int CHECKINS_TWICE = Tracked.twins(Feed.CHECKINS);
  private static final int RELAPSES = Tracked.rows(Feed.RELAPSES);
  private static final int RELAPSES_TWICE = Tracked.twins(Feed.RELAPSES);

  private final int[] starts = new int[MONTHS + HEARD_OF];
  private final int from;
  private final byte[] monthOf;
  private final Map<String, long[]> sites = new HashMap<>();
  private long[] site = new long[0];
  private int offset;
  private int heard;

  /**
   * @param month the reporting month
   */
  public RowCounter(YearMonth month) {
    for (int back = 0; back < starts.length; back++) {
      starts[back] = (int) month.minusMonths(back).atDay(1).toEpochDay();
    }
    from = starts[starts.length - 1];
    monthOf = new byte[(int) month.plusMonths(1).atDay(1).toEpochDay() - from];
    for (int back = starts.length - 1; back >= 0; back--) {
      Arrays.fill(monthOf, starts[back] - from, monthOf.length, (byte) back);
    }
  }

  /** Adds an episode. */
  public void add(Timeline episode) {
    offset = from - episode.admittedOn();
    if (offset + monthOf.length <= Timeline.EARLIEST_DAY) {
      return; // admitted long after the month
    }
    site = sites.computeIfAbsent(episode.site(), any -> new long[Tracked.SLOTS * MONTHS]);
    heard = 0;
    roster(episode);
    placements(episode);
    sessions(episode);
    checkins(episode);
    relapses(episode);
    inCare(episode);
  }

  private void roster(Timeline episode) {
    int admitted = month(0);
    if (admitted >= 0) {
      count(ADMISSIONS, admitted);
    }
    int discharged = episode.dischargedOn() == Timeline.OPEN ? -1 : month(episode.dischargedOn());
    if (discharged >= 0) {
      count(Tracked.DISCHARGES, discharged);
      int code = Tracked.REASON.codes().indexOf(episode.dischargeReason());
      if (code >= 0) {
        count(Tracked.REASON.first() + code, discharged);
      }
    }
  }

  private void placements(Timeline episode) {
    for (int day : episode.placementFrom()) {
      int month = month(day);
      if (month >= 0) {
        count(PLACEMENTS, month);
      }
    }
  }

  private void sessions(Timeline episode) {
    int[] sessions = episode.sessions();
    int[] minutes = episode.minutes();
    int discharged = episode.dischargedOn();
    for (int i = Sessions.firstFrom(sessions, offset); i < sessions.length; i++) {
      int session = sessions[i];
      int at = Sessions.day(session) - offset;
      if (at >= monthOf.length) {
        break;
      }
      int month = monthOf[at];
      count(SESSIONS, month);
      count(Tracked.SERVICE.first() + Sessions.service(session), month);
      count(Tracked.STATUS.first() + Sessions.status(session), month);
      if (Sessions.familyPresent(session) >= 0) {
        count(Tracked.FAMILY_PRESENT.first() + Sessions.familyPresent(session), month);
      }
      if (Sessions.day(session) > discharged) {
        count(Tracked.AFTER_DISCHARGE, month);
      }
      if (i > 0 && session == sessions[i - 1] && minutes[i] == minutes[i - 1]) {
        count(SESSIONS_TWICE, month);
      }
    }
  }

  private void checkins(Timeline episode) {
    int[] checkins = episode.checkins();
    for (int i = firstFrom(checkins, offset); i < checkins.length; i++) {
      int checkin = checkins[i];
      int at = Checkins.day(checkin) - offset;
      if (at >= monthOf.length) {
        break;
      }
      int month = monthOf[at];
      count(CHECKINS, month);
      if (Checkins.reported(checkin) >= 0) {
        count(Tracked.REPORTED_USE.first() + Checkins.reported(checkin), month);
      }
      if (Checkins.test(checkin) >= 0) {
        count(Tracked.TEST_RESULT.first() + Checkins.test(checkin), month);
      }
      if (Checkins.roleKept(checkin) >= 0) {
        count(Tracked.ROLE_KEPT.first() + Checkins.roleKept(checkin), month);
      }
      if (i > 0 && checkin == checkins[i - 1]) {
        count(CHECKINS_TWICE, month);
      }
    }
  }

  private void relapses(Timeline episode) {
    int[] relapses = episode.relapses();
    int[] ends = episode.relapseEnds();
    for (int i = 0; i < relapses.length; i++) {
      int month = month(Relapses.day(relapses[i]));
      if (month >= 0) {
        count(RELAPSES, month);
        count(Tracked.SEVERITY.first() + Relapses.severity(relapses[i]), month);
        if (i > 0 && relapses[i] == relapses[i - 1] && ends[i] == ends[i - 1]) {
          count(RELAPSES_TWICE, month);
        }
      }
    }
  }

  private void inCare(Timeline episode) {
    int recent = (1 << (HEARD_OF + 1)) - 1;
    for (int month = 0; month < MONTHS; month++) {
      boolean open =
          episode.dischargedOn() == Timeline.OPEN
              || (long) episode.admittedOn() + episode.dischargedOn() >= starts[month];
      if (open && (heard >>> month & recent) != 0) {
        site[Tracked.IN_CARE * MONTHS + month]++;
      }
    }
  }

  /** Months before the reporting month of a day of the episode; negative if not in the window. */
  private int month(int day) {
    long at = (long) day - offset;
    return at < 0 || at >= monthOf.length ? -1 : monthOf[(int) at];
  }

  private void count(int slot, int month) {
    heard |= 1 << month;
    if (month < MONTHS) {
      site[slot * MONTHS + month]++;
    }
  }

  private static int firstFrom(int[] checkins, int day) {
    int low = 0;
    int high = checkins.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Checkins.day(checkins[middle]) < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Adds the counts to a sheet. */
  public void addTo(TallySheet sheet) {
    sites.forEach(
        (name, counts) -> {
          for (int slot = 0; slot < Tracked.SLOTS; slot++) {
            long[] months = Arrays.copyOfRange(counts, slot * MONTHS, (slot + 1) * MONTHS);
            if (Arrays.stream(months).anyMatch(count -> count > 0)) {
              sheet.add(new TallySheet.Key(0, Tracked.name(slot), Slice.ofSite(name)), months);
            }
          }
        });
  }
}
