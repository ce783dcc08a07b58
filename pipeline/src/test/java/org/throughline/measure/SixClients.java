package org.throughline.measure;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.throughline.episode.Checkins;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Relapses;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.MonthReport;

/**
 * The worked example: six clients, all admitted on 1 January 2025, reported for June 2025 (cut 30
 * June = day 180, retention cut 31 May = day 150).
 *
 * <pre>
 * client tier site  exit                              family contacts
 * 1      OP   north completed, day 40                 day 10
 * 2      OP   north last attended day 20, silent      none
 * 3      IOP  north left, day 70, attended day 70     days 5, 12
 * 4      IOP  south transferred, day 100              day 60
 * 5      OP   south in care (attends to day 178)      none
 * 6      IOP  south completed, day 170 (after the retention cut: censored at 150)  day 0
 *
 * client days without use said  tests                              recorded relapses (l: lapse)
 * 1                                                                day 40, the day of exit
 * 3      3, 10, 17, 24
 * 4      3, 10, 24              negative 31
 * 5      3, 10, 96; used on 17  negative 0 and 32, refused 33,     95 to 98, 99 to 101, l 120
 *                               invalid 34, positive 155
 * 6                                                                160 to 162
 * </pre>
 */
final class SixClients {
  static final YearMonth MONTH = YearMonth.of(2025, 6);

  private SixClients() {}

  static List<List<Timeline>> clients() {
    return List.of(
        List.of(
            base(1, "OP", "north")
                .family(10)
                .attended(40)
                .relapse(40, 40, Relapses.RELAPSE)
                .discharged(40, "completed")
                .build()),
        List.of(base(2, "OP", "north").attended(20).build()),
        List.of(
            base(3, "IOP", "north")
                .family(5, 12)
                .attended(26, 70)
                .sober(3, 10, 17, 24)
                .discharged(70, "left")
                .build()),
        List.of(
            base(4, "IOP", "south")
                .attended(30, 90)
                .family(60)
                .sober(3, 10, 24)
                .checkin(31, -1, Checkins.TEST_NEGATIVE)
                .discharged(100, "transferred")
                .build()),
        List.of(
            base(5, "OP", "south")
                .attended(30, 60, 90, 120, 150, 155, 178)
                .missed(158, 165)
                .session(171, "group", "cancelled_by_client", -1)
                .session(172, "group", "excused", -1)
                .session(173, "unscheduled", "attended", -1)
                .sober(3, 10, 96)
                .used(17)
                .checkin(0, -1, Checkins.TEST_NEGATIVE)
                .checkin(32, -1, Checkins.TEST_NEGATIVE)
                .checkin(33, -1, Checkins.TEST_REFUSED)
                .checkin(34, -1, 3)
                .checkin(155, -1, Checkins.TEST_POSITIVE)
                .relapse(95, 98, Relapses.RELAPSE)
                .relapse(99, 101, Relapses.RELAPSE)
                .relapse(120, 120, Relapses.LAPSE)
                .build()),
        List.of(
            base(6, "IOP", "south")
                .family(0)
                .attended(30, 60, 90, 120, 150, 155, 169)
                .missed(162)
                .relapse(160, 162, Relapses.RELAPSE)
                .discharged(170, "completed")
                .build()));
  }

  private static TimelineBuilder base(long key, String tier, String site) {
    return new TimelineBuilder(key, "2025-01-01").tier(tier).site(site);
  }

  static MeasurePlan plan() {
    return new MeasurePlan(MONTH, FoldRules.DEFAULT, Tiers.asam(), 24);
  }

  static MonthReport report(List<List<Timeline>> clients, MeasurePlan plan, int smallCell) {
    ClientFold fold = new ClientFold(plan);
    clients.forEach(fold::add);
    return Estimates.estimate(
        fold.sheet(),
        plan,
        new PublicationContext(
            "Six clients", 1, smallCell, List.of(), List.of(), Map.of(), "none"));
  }
}
