package org.throughline.statistics;

import java.util.List;
import java.util.OptionalInt;

/**
 * One subject's stay in a risk set.
 *
 * @param enteredAfter index just after which it entered; empty for at risk from index 0 on
 * @param exit index of its event or censoring
 * @param cause of its event, from 0; empty if censored
 */
record FollowUp(OptionalInt enteredAfter, int exit, OptionalInt cause) {

  static FollowUp event(int exit, int cause) {
    return new FollowUp(OptionalInt.empty(), exit, OptionalInt.of(cause));
  }

  static FollowUp censored(int exit) {
    return new FollowUp(OptionalInt.empty(), exit, OptionalInt.empty());
  }

  FollowUp enteringAfter(int index) {
    return new FollowUp(OptionalInt.of(index), exit, cause);
  }

  boolean atRisk(int t) {
    return t <= exit && (enteredAfter.isEmpty() || enteredAfter.getAsInt() < t);
  }

  boolean fails(int t) {
    return t == exit && cause.isPresent();
  }

  static RiskTable table(List<FollowUp> subjects, int length, int causes) {
    long initial = 0;
    long[] joined = new long[length];
    long[][] events = new long[causes][length];
    long[] censored = new long[length];
    for (FollowUp subject : subjects) {
      if (subject.enteredAfter.isPresent()) {
        joined[subject.enteredAfter.getAsInt()]++;
      } else {
        initial++;
      }
      if (subject.cause.isPresent()) {
        events[subject.cause.getAsInt()][subject.exit]++;
      } else {
        censored[subject.exit]++;
      }
    }
    return new RiskTable(initial, joined, events, censored);
  }
}
