package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.List;
import org.throughline.sampledata.simulator.Draw.Purpose;

/**
 * What staff record of the client's use: some runs of use weeks as a relapse, some single weeks as
 * a lapse, many not at all; some without an end.
 */
final class RelapseRows {

  private static final List<String> SOURCES =
      List.of("self_report", "test", "clinician", "family", "");

  private final SimulationSettings settings;
  private final EpisodeLife life;
  private final Courier courier;
  private final Draw draw;
  private int relapses;

  RelapseRows(SimulationSettings settings, Person person, EpisodeLife life, Courier courier) {
    this.settings = settings;
    this.life = life;
    this.courier = courier;
    this.draw = Draw.stream(settings.seed(), person.number(), life.ordinal(), Purpose.RELAPSES);
  }

  void send() {
    UseHistory use = life.use();
    int week = 1;
    while (week <= use.weeks() && 7 * week - 6 <= life.exitDay()) {
      if (!use.usedInWeek(week)) {
        week++;
        continue;
      }
      int end = week;
      while (end < use.weeks() && use.usedInWeek(end + 1)) {
        end++;
      }
      int firstDay = use.firstUseIn(7 * week - 6);
      int lastDay = use.lastUseUpTo(7 * end);
      boolean lasting = end > week;
      if (draw.happens(lasting ? 0.75 : 0.4) && firstDay <= life.exitDay()) {
        send(firstDay, lastDay, lasting ? "relapse" : "lapse");
      }
      week = end + 1;
    }
  }

  private void send(int firstDay, int lastDay, String severity) {
    relapses++;
    boolean openEnd = draw.happens(0.2) || lastDay > life.exitDay();
    String source = SOURCES.get(draw.weighted(45, 25, 18, 9, 3));
    LocalDate started = life.date(firstDay);
    LocalDate ended = life.date(lastDay);
    LocalDate knownOn = started.plusDays(draw.between(0, 9));
    FeedRow open =
        FeedRow.of(
            Feed.RELAPSES,
            "R" + life.episodeId() + "-" + relapses,
            life.episodeId(),
            started.toString(),
            "",
            severity,
            source);
    if (openEnd || settings.deliveryOf(ended) > settings.deliveryOf(knownOn)) {
      courier.sendPunctually(open, knownOn);
    }
    if (!openEnd) {
      LocalDate closedOn = ended.isAfter(knownOn) ? ended : knownOn;
      courier.sendPunctually(open.with("ended_on", ended.toString()), closedOn);
    }
  }
}
