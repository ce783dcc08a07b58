package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.sampledata.simulator.EpisodeLife.Pause;

/**
 * When family takes part. The first contact depends on nothing but the calendar and the client's
 * pause: neither frailty nor the exit enters, so a family hazard ratio of 1.0 means no association
 * at all.
 */
final class FamilyCourse {

  static final double BEFORE_ADMISSION = 0.02;
  static final double AT_ADMISSION = 0.12;
  static final double PER_OPEN_DAY = 0.018;

  /** A day that no episode reaches. */
  private static final int NEVER = Lives.LONGEST_STAY + 1;

  private FamilyCourse() {}

  /** The day of the first contact, as if the client stayed for ever. */
  static int firstContact(Draw draw, LocalDate admittedOn, Optional<Pause> pause) {
    double start = draw.uniform();
    if (start < BEFORE_ADMISSION) {
      return -draw.between(1, 3);
    }
    if (start < BEFORE_ADMISSION + AT_ADMISSION) {
      return 0;
    }
    for (int day = 1; day < NEVER; day++) {
      boolean met = draw.happens(PER_OPEN_DAY);
      if (met && ProgramCalendar.isOpen(admittedOn.plusDays(day))) {
        return afterPause(day, admittedOn, pause);
      }
    }
    return NEVER;
  }

  private static int afterPause(int day, LocalDate admittedOn, Optional<Pause> pause) {
    if (pause.isEmpty() || !pause.get().covers(day)) {
      return day;
    }
    int later = pause.get().lastDay() + 1;
    while (!ProgramCalendar.isOpen(admittedOn.plusDays(later))) {
      later++;
    }
    return later;
  }

  /** All days with a family contact up to the exit: the first, and by habit some more. */
  static Set<Integer> contacts(Draw draw, EpisodeLife life, int lastDay) {
    Set<Integer> days = new TreeSet<>();
    if (life.firstFamilyContact().isEmpty()) {
      return days;
    }
    int first = life.firstFamilyContact().getAsInt();
    days.add(first);
    double weekly = draw.happens(0.5) ? 0.6 : 0.06;
    for (int week = Math.max(first, 0) + 7; week <= lastDay; week += 7) {
      int day = week + draw.between(-2, 2);
      boolean met = draw.happens(weekly);
      if (met && day <= lastDay && !life.absentOn(day) && ProgramCalendar.isOpen(life.date(day))) {
        days.add(day);
      }
    }
    return days;
  }
}
