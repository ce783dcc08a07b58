package org.throughline.sampledata.simulator;

import java.util.Optional;
import org.throughline.sampledata.simulator.Draw.Purpose;

/**
 * Check-ins on most days and tests every week, both of which fail to come more often in weeks of
 * use: what is seen is soberer than what is true.
 */
final class CheckinRows {

  /** How often a check-in or test comes in a week of use, compared with a sober one. */
  static final double KEPT_IN_A_USE_WEEK = 0.6;

  private final SimulationSettings settings;
  private final Person person;
  private final EpisodeLife life;
  private final Courier courier;
  private final Draw draw;
  private int checkins;

  CheckinRows(SimulationSettings settings, Person person, EpisodeLife life, Courier courier) {
    this.settings = settings;
    this.person = person;
    this.life = life;
    this.courier = courier;
    this.draw = Draw.stream(settings.seed(), person.number(), life.ordinal(), Purpose.CHECKINS);
  }

  void send() {
    int window = (int) (settings.lastDay().toEpochDay() - life.admittedOn().toEpochDay());
    int last = Math.min(life.exitDay(), window);
    double pace = settings.checkinsPerWeek() / 7;
    double diligence = Math.min(1, pace * StrictMath.exp(-0.15 * person.frailty()));
    for (int day = 0; day <= last; day++) {
      if (life.absentOn(day)) {
        continue;
      }
      double kept = usedInWeekOf(day) ? KEPT_IN_A_USE_WEEK : 1;
      boolean answers = draw.happens(diligence * kept);
      boolean tested = isTestDay(day) && draw.happens(0.92 * kept);
      if (answers || tested) {
        send(day, answers ? answer(day) : "", tested ? test(day) : "");
      }
    }
    if (life.reason() == ExitReason.COMPLETED) {
      sendFollowUp();
    }
  }

  private boolean usedInWeekOf(int day) {
    return day >= 1 && life.use().usedInWeek(UseHistory.weekOf(day));
  }

  private boolean isTestDay(int day) {
    int offset = person.number() % 7;
    boolean twice = life.tierOn(day) == Tier.HIOP && day % 7 == (offset + 3) % 7;
    return day % 7 == offset || twice;
  }

  private String answer(int day) {
    if (!life.use().usedOn(day)) {
      return draw.happens(0.005) ? "declined" : "none";
    }
    return switch (draw.weighted(0.78, 0.12, 0.10)) {
      case 0 -> "used";
      case 1 -> "declined";
      default -> "none";
    };
  }

  private String test(int day) {
    if (draw.happens(0.008)) {
      return "invalid";
    }
    // A sample shows use of the day itself and of the two days before.
    if (!life.use().usedWithin(day - 2, day)) {
      return draw.happens(0.005) ? "positive" : "negative";
    }
    return switch (draw.weighted(0.82, 0.08, 0.10)) {
      case 0 -> "positive";
      case 1 -> "refused";
      default -> "negative";
    };
  }

  private void sendFollowUp() {
    for (int day = life.exitDay() + 30; day <= life.exitDay() + 90; day += 30) {
      if (draw.happens(0.35)) {
        send(day, answer(day), "");
      }
    }
  }

  private void send(int day, String reported, String tested) {
    checkins++;
    boolean usedLately = usedInWeekOf(day);
    String role = "";
    if (person.keepsRole() && !reported.isEmpty() && draw.happens(0.3)) {
      role = draw.happens(usedLately ? 0.62 : 0.88) ? "yes" : "no";
    }
    String craving = "";
    if (!reported.isEmpty() && draw.happens(0.6)) {
      double level = (usedLately ? 5.5 : 2.2) + 1.8 * draw.normal() + 0.4 * person.frailty();
      craving = Integer.toString((int) StrictMath.rint(Math.max(0, Math.min(10, level))));
    }
    FeedRow row =
        FeedRow.of(
            Feed.CHECKINS,
            "K" + life.episodeId() + "-" + checkins,
            life.episodeId(),
            life.date(day).toString(),
            reported,
            tested,
            role,
            craving);
    courier.send(row, life.date(day), () -> mistaken(row), ChangeKind.ANSWER_CORRECTED);
  }

  private static Optional<FeedRow> mistaken(FeedRow row) {
    return row.cell("test_result").equals("negative")
        ? Optional.of(row.with("test_result", "positive"))
        : Optional.empty();
  }
}
