package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.sampledata.simulator.Draw.Purpose;
import org.throughline.sampledata.simulator.EpisodeLife.Spell;

/** The rows of an episode in the episodes and placements feeds, and their later versions. */
final class RosterRows {

  private final SimulationSettings settings;
  private final Person person;
  private final EpisodeLife life;
  private final Courier courier;
  private final Draw draw;

  RosterRows(SimulationSettings settings, Person person, EpisodeLife life, Courier courier) {
    this.settings = settings;
    this.person = person;
    this.life = life;
    this.courier = courier;
    this.draw = Draw.stream(settings.seed(), person.number(), -life.ordinal(), Purpose.RECORDING);
  }

  void send() {
    sendEpisode();
    sendPlacements();
  }

  private void sendEpisode() {
    int admitted = settings.deliveryOf(life.admittedOn());
    int discharged = life.dischargedOn().map(settings::deliveryOf).orElse(Integer.MAX_VALUE);
    FeedRow closed = row(life.dischargedOn());
    if (discharged > admitted) {
      sendAdmission(row(Optional.empty()), admitted, discharged);
    }
    if (discharged < settings.months()) {
      sendDischarge(closed, life.dischargedOn().orElseThrow());
    }
    courier.sower().strewEpisode(admitted, row(Optional.empty()));
  }

  private void sendAdmission(FeedRow open, int admitted, int discharged) {
    LocalDate knownOn = life.admittedOn();
    if (draw.happens(0.012)) {
      LocalDate mistaken = knownOn.plusDays(draw.between(1, 3));
      FeedRow draft = open.with("admitted_on", mistaken.toString());
      courier.sendCorrected(draft, open, knownOn, ChangeKind.ADMISSION_CORRECTED);
    } else if (discharged > admitted + 2 && admitted + 2 < settings.months()) {
      courier.send(open, knownOn);
    } else {
      // A late row with an older state would undo the discharge.
      courier.sendPunctually(open, knownOn);
    }
  }

  private void sendDischarge(FeedRow closed, LocalDate dischargedOn) {
    if (life.exitDay() > 10 && draw.happens(0.02)) {
      int days = draw.happens(0.5) ? -draw.between(1, 3) : draw.between(1, 3);
      FeedRow draft = closed.with("discharged_on", dischargedOn.plusDays(days).toString());
      courier.sendCorrected(draft, closed, dischargedOn, ChangeKind.DISCHARGE_MOVED);
    } else if (life.reason() == ExitReason.LEFT) {
      courier.send(closed, dischargedOn);
    } else {
      courier.sendPunctually(closed, dischargedOn);
    }
  }

  private FeedRow row(Optional<LocalDate> dischargedOn) {
    FeedRow row =
        FeedRow.of(
            Feed.EPISODES,
            life.episodeId(),
            person.clientId(),
            life.site().name(),
            life.admittedOn().toString(),
            dischargedOn.map(LocalDate::toString).orElse(""),
            dischargedOn.isPresent() ? life.reason().code() : "",
            life.tier().name(),
            life.priorCare(),
            person.ageGroup(),
            person.sex(),
            person.primarySubstance(),
            person.medication(),
            person.dailyRole());
    return person.canary() ? row.withUnknown(Person.CANARY + "NAME " + person.number()) : row;
  }

  private void sendPlacements() {
    List<Spell> spells = life.spells();
    for (int index = 0; index < spells.size(); index++) {
      Spell spell = spells.get(index);
      boolean last = index == spells.size() - 1;
      Optional<LocalDate> end = last ? life.dischargedOn() : Optional.of(life.date(spell.toDay()));
      LocalDate from = life.date(spell.fromDay());
      // Never late: a spell that is not yet closed would overlap the next one.
      if (end.isEmpty() || settings.deliveryOf(end.get()) > settings.deliveryOf(from)) {
        courier.sendPunctually(placement(index, spell.tier(), from, Optional.empty()), from);
      }
      if (end.isPresent()) {
        courier.sendPunctually(placement(index, spell.tier(), from, end), end.get());
      }
    }
  }

  private FeedRow placement(int index, Tier tier, LocalDate from, Optional<LocalDate> to) {
    return FeedRow.of(
        Feed.PLACEMENTS,
        "P" + life.episodeId() + "-" + (index + 1),
        life.episodeId(),
        tier.name(),
        from.toString(),
        to.map(LocalDate::toString).orElse(""));
  }
}
