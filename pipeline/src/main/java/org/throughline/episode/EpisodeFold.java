package org.throughline.episode;

import java.util.List;
import java.util.function.Consumer;

/**
 * One pass, left to right, over an episode: emits what is known at each month end, so that many
 * cuts cost one pass. Plain Java, and the whole of the rules of time and exit.
 */
public final class EpisodeFold {
  private EpisodeFold() {}

  /**
   * Folds an episode.
   *
   * @param timeline the episode
   * @param cuts month ends, oldest first, under the same rules
   * @param sink receives an outcome for each cut on or after the day of admission, oldest first
   */
  public static void run(Timeline timeline, List<Cut> cuts, Consumer<EpisodeOutcome> sink) {
    line(timeline, new UseSigns(timeline), cuts, sink);
  }

  /**
   * Folds an episode under several sets of rules: its check-ins are read once.
   *
   * @param lines for each set of rules, month ends, oldest first
   * @param sink receives an outcome for each cut on or after the day of admission, line by line
   */
  public static void runAll(
      Timeline timeline, List<List<Cut>> lines, Consumer<EpisodeOutcome> sink) {
    UseSigns signs = new UseSigns(timeline);
    for (int i = 0; i < lines.size(); i++) {
      line(timeline, signs, lines.get(i), sink);
    }
  }

  private static void line(
      Timeline timeline, UseSigns signs, List<Cut> cuts, Consumer<EpisodeOutcome> sink) {
    FoldRules rules = cuts.get(0).rules();
    int silence = rules.silenceDays();
    UseSigns read = signs.reading(rules.refusedTest());
    int[] sessions = timeline.sessions();
    int next = 0;
    int lastAttended = 0;
    int firstFamily = Timeline.OPEN;
    int landmarkDays = 0;
    int lastFamilyDay = Timeline.EARLIEST_DAY - 1;
    Exit before = Exit.NONE;
    Exit discharge = Exit.NONE;
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
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
        discharge = discharge(timeline, silence);
      }
      Exit exit = discharge.happened() ? discharge : unrecorded(cutDay, lastAttended, silence);
      boolean restored = before.inferred() && lastAttended > before.day();
      sink.accept(
          new EpisodeOutcome(
              timeline, cut, exit, firstFamily, landmarkDays, read, restored, rules));
      before = exit;
    }
  }

  /** The exit of an episode without a discharge known so far: silence, or none. */
  private static Exit unrecorded(int cutDay, int lastAttended, int silence) {
    return silence > 0 && cutDay >= lastAttended + silence
        ? new Exit(lastAttended, ExitClass.UNPLANNED, lastAttended + silence, true)
        : Exit.NONE;
  }

  /** The recorded exit. */
  private static Exit discharge(Timeline timeline, int silence) {
    int discharged = timeline.dischargedOn();
    ExitClass kind = ExitClass.ofReason(timeline.dischargeReason());
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
