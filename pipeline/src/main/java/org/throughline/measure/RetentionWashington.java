package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.Sessions;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Retention in the form of Washington State's public definition. */
final class RetentionWashington extends EpisodeShare {
  private static final int MONTH = 30;
  private static final int DAYS = 3 * MONTH;

  static final Definition DEFINITION =
      new Definition(
          "retention_wa",
          1,
          "Three months kept, or completed before",
          Population.COHORT,
          "episodes with an attended session, of any service, in each of the first three months"
              + " (days 0 to 29, 30 to 59 and 60 to 89), or with a planned exit before day 90",
          "episodes of the cohort admitted 90 or more days before the cut, left or not",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "A state's public figure, to stand beside a program's own.",
          "Washington State, Results Washington measure of outpatient treatment retention (DSHS,"
              + " 2013 to 2017): a visit in each of three consecutive months, or completion within"
              + " 90 days; there only counselling and case management count, by calendar records of"
              + " the state; Wilson (1927)",
          MeasureGroup.REPORTING);

  RetentionWashington() {
    super(
        DEFINITION,
        new EpisodeShareCount(
            "retention_wa", episode -> episode.cutDay() >= DAYS, RetentionWashington::retained),
        "No episode of this group was admitted 90 or more days before the cut.");
  }

  private static boolean retained(EpisodeOutcome episode) {
    if (episode.exit().kind() == ExitClass.PLANNED && episode.exit().day() < DAYS) {
      return true;
    }
    int months = 0;
    int[] sessions = episode.timeline().sessions();
    for (int i = Sessions.firstFrom(sessions, 0); i < sessions.length; i++) {
      int day = Sessions.day(sessions[i]);
      if (day >= DAYS) {
        break;
      }
      if (Sessions.attended(sessions[i])) {
        months |= 1 << (day / MONTH);
      }
    }
    return months == 0b111;
  }
}
