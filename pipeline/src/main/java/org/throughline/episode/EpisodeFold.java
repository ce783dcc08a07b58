package org.throughline.episode;

import java.util.List;
import java.util.function.Consumer;

/**
 * One pass, left to right, over an episode: emits what is known at each month end, so that many
 * cuts cost one pass. Plain Java, and the whole of the rules of time and exit.
 */
public final class EpisodeFold {
  private final FoldRules rules;

  public EpisodeFold(FoldRules rules) {
    this.rules = rules;
  }

  /**
   * Folds an episode.
   *
   * @param timeline the episode
   * @param cuts month ends, oldest first
   * @param sink receives an outcome for each cut on or after the day of admission, oldest first
   */
  public void run(Timeline timeline, List<Cut> cuts, Consumer<EpisodeOutcome> sink) {
    UseSigns signs = new UseSigns(timeline);
    int[] sessions = timeline.sessions();
    int next = 0;
    int lastAttended = 0;
    int firstFamily = Timeline.OPEN;
    int landmarkDays = 0;
    int lastFamilyDay = Timeline.EARLIEST_DAY - 1;
    Exit before = Exit.NONE;
    Exit discharge = Exit.NONE;
    for (Cut cut : cuts) {
      int cutDay = cut.day() - timeline.admittedOn();
      if (cutDay < 0) {
        continue;
      }
      for (; next < sessions.length && Sessions.day(sessions[next]) <= cutDay; next++) {
        int session = sessions[next];
        int day = Math.max(0, Sessions.day(session));
        if (Sessions.attended(session) && Sessions.day(session) >= 0) {
          lastAttended = day;
        }
        if (Sessions.isFamilyContact(session)) {
          firstFamily = Math.min(firstFamily, day);
          if (day != lastFamilyDay && day <= rules.landmarkDay()) {
            landmarkDays++;
          }
          lastFamilyDay = day;
        }
      }
      if (!discharge.happened() && timeline.dischargedOn() <= cutDay) {
        discharge = discharge(timeline);
      }
      Exit exit = discharge.happened() ? discharge : unrecorded(cutDay, lastAttended);
      boolean restored = before.inferred() && lastAttended > before.day();
      sink.accept(
          new EpisodeOutcome(
              timeline, cut, exit, firstFamily, landmarkDays, signs, restored, rules));
      before = exit;
    }
  }

  /** The exit of an episode without a discharge known so far: silence, or none. */
  private Exit unrecorded(int cutDay, int lastAttended) {
    int silence = rules.silenceDays();
    return silence > 0 && cutDay >= lastAttended + silence
        ? new Exit(lastAttended, ExitClass.UNPLANNED, lastAttended + silence, true)
        : Exit.NONE;
  }

  /** The recorded exit. */
  private Exit discharge(Timeline timeline) {
    int discharged = timeline.dischargedOn();
    ExitClass kind = ExitClass.ofReason(timeline.dischargeReason());
    int silence = rules.silenceDays();
    if (silence > 0 && kind == ExitClass.UNPLANNED) {
      int last = lastAttended(timeline, discharged);
      if (discharged - last >= silence) {
        return new Exit(last, kind, last + silence, false);
      }
    }
    return new Exit(discharged, kind, discharged, false);
  }

  /** Day of the last attended session up to a day; 0 where there is none. */
  private static int lastAttended(Timeline timeline, int upTo) {
    int last = 0;
    for (int session : timeline.sessions()) {
      int day = Sessions.day(session);
      if (day > upTo) {
        break;
      }
      if (day >= 0 && Sessions.attended(session)) {
        last = day;
      }
    }
    return last;
  }
}
