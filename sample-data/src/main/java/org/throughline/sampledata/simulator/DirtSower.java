package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import org.throughline.sampledata.simulator.SimulationSettings.Dirt;

/**
 * Strews faulty rows among the sound ones of an episode. A fault that costs a row never costs a
 * true one: the faulty row is an extra, with a key of its own that ends in {@code -X} and a number.
 * A fault that a row survives is on a repetition of a true row, under the same key.
 */
final class DirtSower {

  private static final double PER_ROW = 0.006;

  private final Dirt amount;
  private final SimulationSettings settings;
  private final Deliveries deliveries;
  private final EpisodeLife life;
  private final Person person;
  private final Draw draw;
  private int extras;

  DirtSower(
      SimulationSettings settings,
      Deliveries deliveries,
      EpisodeLife life,
      Person person,
      Draw draw) {
    this.amount = settings.dirt();
    this.settings = settings;
    this.deliveries = deliveries;
    this.life = life;
    this.person = person;
    this.draw = draw;
  }

  /** Perhaps adds a fault beside a session or check-in that was just delivered. */
  void strew(int month, FeedRow row) {
    if (amount == Dirt.NONE || !draw.happens(PER_ROW)) {
      return;
    }
    switch (row.feed()) {
      case ATTENDANCE -> strewSession(month, row);
      case CHECKINS -> strewCheckin(month, row);
      case EPISODES, PLACEMENTS, RELAPSES -> {}
    }
  }

  private void strewSession(int month, FeedRow row) {
    String tooEarly = life.admittedOn().minusDays(draw.between(15, 40)).toString();
    switch (draw.between(0, 7)) {
      case 0 -> add(month, extra(row).with("service", "yoga"), DirtKind.UNKNOWN_REQUIRED_CODE);
      case 1 -> add(month, row.with("mode", "hologram"), DirtKind.UNKNOWN_OPTIONAL_CODE);
      case 2 -> add(month, misdated(row, "scheduled_on"), DirtKind.WRONG_DATE);
      case 3 -> add(month, extra(row).with("status", ""), DirtKind.BLANK_REQUIRED);
      case 4 -> add(month, orphan(row), DirtKind.UNKNOWN_EPISODE);
      case 5 -> add(month, row, DirtKind.DUPLICATE);
      case 6 -> add(month, annotated(row), DirtKind.QUOTED_LINE_BREAK);
      default -> add(month, extra(row).with("scheduled_on", tooEarly), DirtKind.BEFORE_ADMISSION);
    }
  }

  private void strewCheckin(int month, FeedRow row) {
    switch (draw.between(0, 5)) {
      case 0 -> add(month, row.with("role_kept", "sometimes"), DirtKind.UNKNOWN_OPTIONAL_CODE);
      case 1 -> add(month, misdated(row, "checkin_on"), DirtKind.WRONG_DATE);
      case 2 -> add(month, extra(row).with("checkin_on", ""), DirtKind.BLANK_REQUIRED);
      case 3 -> add(month, orphan(row), DirtKind.UNKNOWN_EPISODE);
      case 4 -> add(month, row, DirtKind.DUPLICATE);
      default ->
          add(
              month,
              extra(row).with("reported_use", "").with("test_result", ""),
              DirtKind.NO_ANSWER);
    }
  }

  /** Perhaps adds an episode that nobody can read, beside a sound one. */
  void strewEpisode(int month, FeedRow row) {
    if (amount == Dirt.NONE || !draw.happens(0.03)) {
      return;
    }
    FeedRow other =
        extra(row).with("client_id", "X" + row.cell("client_id")).withUnknown(row.unknown());
    if (draw.happens(0.5)) {
      add(month, other.with("tier", "9.9"), DirtKind.UNKNOWN_REQUIRED_CODE);
    } else {
      add(month, misdated(other, "admitted_on"), DirtKind.WRONG_DATE);
    }
  }

  /** Perhaps adds a session long after the discharge; only where that is known and stays put. */
  void strewAfterDischarge(FeedRow lastSession, LocalDate dischargedOn) {
    LocalDate tooLate = dischargedOn.plusDays(draw.between(12, 30));
    int month = settings.deliveryOf(tooLate);
    boolean wanted = amount != Dirt.NONE && draw.happens(0.08);
    if (wanted && month < settings.months()) {
      FeedRow row = extra(lastSession).with("scheduled_on", tooLate.toString());
      add(month, row, DirtKind.AFTER_DISCHARGE);
    }
  }

  /**
   * Perhaps files an episode's first session under the client's earlier episode first.
   *
   * @return whether the caller has to put it right in the month after
   */
  boolean misfiled(int month, FeedRow row, EpisodeLife earlier) {
    boolean wanted = amount != Dirt.NONE && draw.happens(0.5);
    return wanted
        && month + 1 < settings.months()
        && add(month, row.with("episode_id", earlier.episodeId()), DirtKind.UNDER_EARLIER_EPISODE);
  }

  private FeedRow orphan(FeedRow row) {
    String owner = person.canary() ? Person.CANARY + "NOBODY-" : "Z";
    return extra(row).with("episode_id", owner + life.episodeId());
  }

  private FeedRow misdated(FeedRow row, String column) {
    return extra(row).with(column, row.cell(column).replace('-', '.'));
  }

  private FeedRow annotated(FeedRow row) {
    return row.withUnknown("Called, \"no answer\";\nleft a message – café, Zoë");
  }

  private FeedRow extra(FeedRow row) {
    extras++;
    return row.withKey(row.key() + "-X" + extras);
  }

  private boolean add(int month, FeedRow row, DirtKind kind) {
    return deliveries.addFaulty(month, life.site(), row, kind);
  }
}
