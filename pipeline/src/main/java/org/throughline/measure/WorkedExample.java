package org.throughline.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.throughline.episode.Checkins;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.figure.MonthReport;

/**
 * Six people small enough to work every measure out by hand: the example of the codebook. All were
 * admitted on 1 January 2025, and the month is June 2025 (cut 30 June = day 180, retention cut 31
 * May = day 150).
 *
 * <pre>
 * person tier site  exit                              family contacts
 * 1      OP   north completed, day 40                 day 10
 * 2      OP   north last attended day 20, silent      none
 * 3      IOP  north left, day 70, attended day 70     days 5, 12
 * 4      IOP  south transferred, day 100              day 60
 * 5      OP   south in care (attends to day 178)      none
 * 6      IOP  south completed, day 170 (after the retention cut: censored at 150)  day 0;
 *        moved to OP on day 162; attended 540 minutes on day 150, 120 on 155, 60 on 169
 *
 * person days without use said  tests                            recorded relapses (l: lapse)
 * 1                                                              day 40, the day of exit
 * 3      3, 10, 17, 24
 * 4      3, 10, 24, 95          negative 31
 * 5      3, 10, 96; used on 17  negative 0 and 32, refused 33,   95 to 98, 99 to 101, l 120
 *                               invalid 34, positive 155
 * 6      declined 2, 152, 165                                    160 to 162
 *
 * Daily role: person 5 kept on day 155; person 6 kept on days 2 and 152, not on 165.
 * </pre>
 */
public final class WorkedExample {
  static final YearMonth MONTH = YearMonth.of(2025, 6);
  static final int SERIES_MONTHS = 24;

  private static final int ADMITTED = (int) LocalDate.of(2025, 1, 1).toEpochDay();
  private static final int INDIVIDUAL = 0;
  private static final int GROUP = 1;
  private static final int EXCUSED = 4;
  private static final int EMPTY = -1;
  private static final int DECLINED = 2;
  private static final int INVALID = 3;
  private static final int YES = 1;
  private static final int NO = 0;
  private static final int[] NONE = {};

  private WorkedExample() {}

  /** The people, one episode each. */
  static List<List<Timeline>> clients() {
    return List.of(
        List.of(
            person(1, "OP", "north", 40, "completed")
                .family(10)
                .attended(40)
                .relapse(40, 40, Relapses.RELAPSE)
                .timeline()),
        List.of(person(2, "OP", "north", Timeline.OPEN, "").attended(20).timeline()),
        List.of(
            person(3, "IOP", "north", 70, "left")
                .family(5, 12)
                .attended(26, 70)
                .sober(3, 10, 17, 24)
                .timeline()),
        List.of(
            person(4, "IOP", "south", 100, "transferred")
                .attended(30, 90)
                .family(60)
                .sober(3, 10, 24, 95)
                .tested(31, Checkins.TEST_NEGATIVE)
                .timeline()),
        List.of(
            person(5, "OP", "south", Timeline.OPEN, "")
                .attended(30, 60, 90, 120, 150, 155, 178)
                .session(158, GROUP, Sessions.NO_SHOW, EMPTY)
                .session(165, GROUP, Sessions.NO_SHOW, EMPTY)
                .session(171, GROUP, Sessions.CANCELLED_BY_CLIENT, EMPTY)
                .session(172, GROUP, EXCUSED, EMPTY)
                .session(173, Sessions.UNSCHEDULED_SERVICE, Sessions.ATTENDED, EMPTY)
                .sober(3, 10, 96)
                .checkin(17, Checkins.REPORTED_USED, EMPTY, EMPTY)
                .tested(0, Checkins.TEST_NEGATIVE)
                .tested(32, Checkins.TEST_NEGATIVE)
                .tested(33, Checkins.TEST_REFUSED)
                .tested(34, INVALID)
                .checkin(155, EMPTY, Checkins.TEST_POSITIVE, YES)
                .relapse(95, 98, Relapses.RELAPSE)
                .relapse(99, 101, Relapses.RELAPSE)
                .relapse(120, 120, Relapses.LAPSE)
                .timeline()),
        List.of(
            person(6, "IOP", "south", 170, "completed")
                .family(0)
                .attended(30, 60, 90, 120)
                .session(150, INDIVIDUAL, Sessions.ATTENDED, 540)
                .session(155, INDIVIDUAL, Sessions.ATTENDED, 120)
                .session(162, GROUP, Sessions.NO_SHOW, EMPTY)
                .session(169, INDIVIDUAL, Sessions.ATTENDED, 60)
                .checkin(2, DECLINED, EMPTY, YES)
                .checkin(152, DECLINED, EMPTY, YES)
                .checkin(165, DECLINED, EMPTY, NO)
                .placed(162, "OP")
                .relapse(160, 162, Relapses.RELAPSE)
                .timeline()));
  }

  /** Under settings as they are shipped. */
  static MeasurePlan plan() {
    return new MeasurePlan(MONTH, FoldRules.DEFAULT, Tiers.asam(), SERIES_MONTHS);
  }

  /** The figures of a program of these people, nothing hidden. */
  static MonthReport report() {
    ClientFold fold = new ClientFold(plan());
    clients().forEach(fold::add);
    return Estimates.estimate(
        fold.sheet(),
        plan(),
        new PublicationContext("Six people", 1, 0, List.of(), List.of(), Map.of(), "none"),
        List.of());
  }

  private static Person person(long key, String tier, String site, int discharged, String reason) {
    return new Person(
        new Timeline(
            key,
            key,
            site,
            ADMITTED,
            discharged,
            reason,
            tier,
            "",
            "",
            "",
            "",
            "",
            "",
            NONE,
            NONE,
            new String[0],
            NONE,
            NONE,
            NONE,
            NONE,
            NONE));
  }
}
