package org.throughline.sampledata.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sessions a tier schedules on a day. Hours a week: standard 2 to 3, intensive about 13, high
 * intensity about 25, opioid treatment about 1.
 */
final class SessionPlan {

  /** A session as scheduled. */
  record Slot(String service, int minutes) {}

  private static final DayOfWeek[] WEEKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };

  private final Person person;

  SessionPlan(Person person) {
    this.person = person;
  }

  List<Slot> on(Tier tier, int day, LocalDate date) {
    List<Slot> slots = new ArrayList<>();
    DayOfWeek weekday = date.getDayOfWeek();
    int week = UseHistory.weekOf(day);
    boolean evenWeek = week % 2 == 0;
    boolean own = weekday == ownDay(0);
    switch (tier) {
      case OP -> {
        addIf(own, slots, "individual", 50);
        addIf(weekday == ownDay(2), slots, "group", 90);
        addIf(weekday == ownDay(2) && week % 3 == 0, slots, "relapse_prevention", 60);
      }
      case IOP -> {
        addIf(weekday != DayOfWeek.FRIDAY, slots, "group", 180);
        addIf(own, slots, "individual", 60);
        addIf(weekday == DayOfWeek.FRIDAY && evenWeek, slots, "relapse_prevention", 90);
        addIf(weekday == DayOfWeek.FRIDAY && !evenWeek && week <= 9, slots, "education", 60);
      }
      case HIOP -> {
        addIf(true, slots, "group", 270);
        addIf(own, slots, "individual", 60);
        addIf(weekday == DayOfWeek.FRIDAY, slots, "relapse_prevention", 90);
        addIf(weekday == DayOfWeek.TUESDAY && evenWeek, slots, "education", 60);
      }
      case OTP -> {
        addIf(own, slots, "medication", 15);
        addIf(own && evenWeek, slots, "individual", 45);
      }
    }
    boolean medicated = tier != Tier.OTP && person.medication().equals("yes");
    addIf(medicated && weekday == ownDay(1) && evenWeek, slots, "medication", 20);
    addIf(weekday == ownDay(3) && week % 4 == 2, slots, "case_management", 30);
    addIf(weekday == ownDay(4) && person.number() % 3 == 0 && evenWeek, slots, "peer", 45);
    return slots;
  }

  /** A weekday of the client's own, so that not everybody is seen on Mondays. */
  private DayOfWeek ownDay(int shift) {
    return WEEKDAYS[(person.number() + shift) % WEEKDAYS.length];
  }

  private static void addIf(boolean due, List<Slot> slots, String service, int minutes) {
    if (due) {
      slots.add(new Slot(service, minutes));
    }
  }
}
