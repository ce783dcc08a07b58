package org.throughline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.episode.Checkins;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;

/** Writes down what happened to a person of {@link WorkedExample}. */
final class Person {
  private static final int INDIVIDUAL = 0;
  private static final int EMPTY = -1;

  private final Timeline base;
  private final List<int[]> sessions = new ArrayList<>();
  private final List<Integer> checkins = new ArrayList<>();
  private final List<int[]> relapses = new ArrayList<>();
  private int[] placedFrom = {};
  private int[] placedTo = {};
  private String[] placedIn = {};

  /**
   * @param base the episode without events
   */
  Person(Timeline base) {
    this.base = base;
  }

  /** Individual sessions, attended, of unknown minutes. */
  Person attended(int... days) {
    for (int day : days) {
      session(day, INDIVIDUAL, Sessions.ATTENDED, EMPTY);
    }
    return this;
  }

  /** Family sessions, attended. */
  Person family(int... days) {
    for (int day : days) {
      session(day, Sessions.FAMILY_SERVICE, Sessions.ATTENDED, EMPTY);
    }
    return this;
  }

  Person session(int day, int service, int status, int minutes) {
    sessions.add(new int[] {Sessions.pack(day, service, status, EMPTY, EMPTY), minutes});
    return this;
  }

  /** Check-ins that report no use. */
  Person sober(int... days) {
    for (int day : days) {
      checkin(day, Checkins.REPORTED_NONE, EMPTY, EMPTY);
    }
    return this;
  }

  Person tested(int day, int result) {
    return checkin(day, EMPTY, result, EMPTY);
  }

  Person checkin(int day, int reported, int test, int roleKept) {
    checkins.add(Checkins.pack(day, reported, test, roleKept, EMPTY));
    return this;
  }

  Person relapse(int first, int last, int severity) {
    relapses.add(new int[] {Relapses.pack(first, severity, EMPTY), last});
    return this;
  }

  /** In the tier of admission up to the day before, and in another from then on. */
  Person placed(int day, String tier) {
    placedFrom = new int[] {0, day};
    placedTo = new int[] {day - 1, Timeline.OPEN};
    placedIn = new String[] {base.tier(), tier};
    return this;
  }

  Timeline timeline() {
    sessions.sort(Comparator.comparingInt(s -> s[0]));
    relapses.sort(Comparator.comparingInt(r -> r[0]));
    return new Timeline(
        base.episodeKey(),
        base.clientKey(),
        base.site(),
        base.admittedOn(),
        base.dischargedOn(),
        base.dischargeReason(),
        base.tier(),
        base.priorCare(),
        base.ageGroup(),
        base.sex(),
        base.primarySubstance(),
        base.medication(),
        base.dailyRole(),
        placedFrom,
        placedTo,
        placedIn,
        sessions.stream().mapToInt(s -> s[0]).toArray(),
        sessions.stream().mapToInt(s -> s[1]).toArray(),
        checkins.stream().mapToInt(Integer::intValue).sorted().toArray(),
        relapses.stream().mapToInt(r -> r[0]).toArray(),
        relapses.stream().mapToInt(r -> r[1]).toArray());
  }
}
