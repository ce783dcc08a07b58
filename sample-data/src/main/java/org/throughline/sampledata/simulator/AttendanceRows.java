package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.throughline.sampledata.simulator.Draw.Purpose;
import org.throughline.sampledata.simulator.SessionPlan.Slot;

/** The sessions of an episode: scheduled by tier, attended by habit, frailty, season and use. */
final class AttendanceRows {

  /** The program goes on scheduling for so many days after somebody stopped coming. */
  private static final int STILL_SCHEDULED = 14;

  private final Person person;
  private final EpisodeLife life;
  private final Optional<EpisodeLife> earlier;
  private final SimulationSettings settings;
  private final Courier courier;
  private final SessionPlan plan;
  private final Draw draw;
  private int sessions;
  private int lastAttendedDay;

  AttendanceRows(
      SimulationSettings settings,
      Person person,
      EpisodeLife life,
      Optional<EpisodeLife> earlier,
      Courier courier) {
    this.settings = settings;
    this.person = person;
    this.life = life;
    this.earlier = earlier;
    this.courier = courier;
    this.plan = new SessionPlan(person);
    this.draw = Draw.stream(settings.seed(), person.number(), life.ordinal(), Purpose.SESSIONS);
  }

  /**
   * Sends all sessions up to the exit or, in an episode that goes on, well beyond the last
   * delivery.
   *
   * @return the last day with an attended session, at least 0
   */
  int send() {
    // Beyond the last delivery for the truth's sake: by day 180 it needs the last attended session.
    int horizon = Math.max(210, 1 + (int) (settings.lastDay().toEpochDay() - admission()));
    int last = Math.min(life.exitDay(), horizon);
    Draw habit =
        Draw.stream(settings.seed(), person.number(), life.ordinal(), Purpose.FAMILY_HABIT);
    Set<Integer> family = FamilyCourse.contacts(habit, life, last);
    for (int day : family) {
      if (day <= 0) {
        sendFamilyContact(day);
      }
    }
    if (draw.happens(0.15)) {
      sendAttended(-draw.between(1, 3), new Slot("individual", 60), "no");
    }
    sendIntake();
    for (int day = 1; day <= Math.min(lastScheduledDay(), horizon); day++) {
      if (family.contains(day)) {
        sendFamilyContact(day);
      }
      if (ProgramCalendar.isOpen(life.date(day)) && isScheduled(day)) {
        for (Slot slot : plan.on(life.tierOn(day), day, life.date(day))) {
          sendScheduled(day, slot);
        }
        sendOccasional(day, family.isEmpty());
      }
    }
    sendAfterDischarge();
    return lastAttendedDay;
  }

  private long admission() {
    return life.admittedOn().toEpochDay();
  }

  private int lastScheduledDay() {
    if (life.reason() != ExitReason.LEFT) {
      return life.exitDay();
    }
    int silent = life.exitDay() + STILL_SCHEDULED;
    return life.dischargedOn()
        .map(on -> Math.min(silent, (int) (on.toEpochDay() - admission())))
        .orElse(silent);
  }

  private boolean isScheduled(int day) {
    return !life.absentOn(day) || day < life.pause().orElseThrow().firstDay() + STILL_SCHEDULED;
  }

  private boolean comesAtAll(int day) {
    return day <= life.exitDay() && !life.absentOn(day);
  }

  private void sendIntake() {
    FeedRow intake = row(0, new Slot("individual", 75), "attended", "75", "no");
    // Never late nor corrected: it is the session that a misfiling may hit.
    int month = settings.deliveryOf(life.admittedOn());
    boolean afterCompletion = earlier.isPresent() && earlier.get().reason() == ExitReason.COMPLETED;
    if (afterCompletion && courier.sower().misfiled(month, intake, earlier.orElseThrow())) {
      courier.sendPunctually(intake, life.admittedOn().plusMonths(1));
    } else {
      courier.sendPunctually(intake, life.admittedOn());
    }
  }

  private void sendScheduled(int day, Slot slot) {
    LocalDate date = life.date(day);
    double luck = draw.uniform();
    double byProgram = date.getMonthValue() == 12 && date.getDayOfMonth() > 20 ? 0.07 : 0.015;
    if (luck < byProgram) {
      deliver(row(day, slot, "cancelled_by_program", "", ""), day);
    } else if (luck < byProgram + 0.01) {
      deliver(row(day, slot, "excused", "", ""), day);
    } else if (draw.uniform() < attendanceChance(day, date) && comesAtAll(day)) {
      sendAttended(day, slot, draw.happens(0.08) ? "" : "no");
    } else {
      String status = draw.happens(0.7) ? "no_show" : "cancelled_by_client";
      deliver(row(day, slot, status, "", ""), day);
    }
  }

  private double attendanceChance(int day, LocalDate date) {
    double base = life.tierOn(day).baseAttendance();
    double logOdds =
        StrictMath.log(base / (1 - base))
            + life.site().attendanceShift()
            + ProgramCalendar.attendanceShift(date)
            - 0.45 * person.frailty()
            - (life.use().usedInWeek(UseHistory.weekOf(day)) ? 0.4 : 0);
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /** Walk-ins, and family sessions to which no family came. */
  private void sendOccasional(int day, boolean withoutFamily) {
    double luck = draw.uniform();
    if (luck < 0.006 && comesAtAll(day)) {
      sendAttended(day, new Slot("unscheduled", 20), "no");
    } else if (luck > 0.99 && withoutFamily) {
      deliver(row(day, new Slot("family", 60), "no_show", "", ""), day);
    }
  }

  private void sendFamilyContact(int day) {
    boolean familySession = draw.happens(0.7);
    Slot slot = new Slot(familySession ? "family" : "individual", familySession ? 60 : 50);
    // A family session counts as contact by its service, so its flag may well be blank.
    sendAttended(day, slot, familySession && draw.happens(0.2) ? "" : "yes");
  }

  private void sendAttended(int day, Slot slot, String familyPresent) {
    int minutes = slot.minutes();
    if (minutes > 60 && draw.happens(0.08)) {
      minutes -= 15 * draw.between(1, 3);
    }
    String written = draw.happens(0.01) ? "" : Integer.toString(minutes);
    lastAttendedDay = Math.max(lastAttendedDay, day);
    deliver(row(day, slot, "attended", written, familyPresent), day);
  }

  private FeedRow row(int day, Slot slot, String status, String minutes, String familyPresent) {
    sessions++;
    boolean onScreen =
        day > 0
            && !slot.service().equals("unscheduled")
            && draw.happens(life.tierOn(day).telehealthShare());
    FeedRow row =
        FeedRow.of(
            Feed.ATTENDANCE,
            "S" + life.episodeId() + "-" + sessions,
            life.episodeId(),
            life.date(day).toString(),
            slot.service(),
            status,
            minutes,
            onScreen ? "telehealth" : draw.happens(0.02) ? "" : "in_person",
            familyPresent);
    return person.canary() && sessions % 5 == 0
        ? row.withUnknown(Person.CANARY + "NOTE about " + person.clientId())
        : row;
  }

  private void deliver(FeedRow row, int day) {
    // What came before admission is written down at admission.
    LocalDate knownOn = life.date(Math.max(day, 0));
    courier.send(row, knownOn, () -> mistaken(row), ChangeKind.STATUS_CORRECTED);
  }

  private static Optional<FeedRow> mistaken(FeedRow row) {
    boolean contact =
        row.cell("service").equals("family") || row.cell("family_present").equals("yes");
    return switch (row.cell("status")) {
      case "attended" ->
          contact
              ? Optional.empty()
              : Optional.of(row.with("status", "no_show").with("minutes", ""));
      case "no_show" -> Optional.of(row.with("status", "cancelled_by_program"));
      default -> Optional.empty();
    };
  }

  private void sendAfterDischarge() {
    if (life.reason() == ExitReason.COMPLETED && life.dischargedOn().isPresent()) {
      FeedRow session = row(life.exitDay(), new Slot("group", 90), "attended", "90", "no");
      courier.sower().strewAfterDischarge(session, life.dischargedOn().get());
    }
  }
}
