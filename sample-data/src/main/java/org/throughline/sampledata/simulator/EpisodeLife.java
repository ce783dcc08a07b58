package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One episode as it truly went. Days count from admission, day 0.
 *
 * @param episodeId in the feeds
 * @param ordinal 1 for a client's first episode
 * @param site where it took place
 * @param tier at admission
 * @param admittedOn day 0
 * @param priorCare code as in the feed
 * @param exitDay the last day in care
 * @param reason why it ended
 * @param dischargedOn the discharge that the program recorded; empty after a silent exit
 * @param firstFamilyContact day of the first family contact, where it came on or before the exit;
 *     may be negative
 * @param pause a long absence from which the client came back; no exit falls into it
 * @param spells in tiers, in order; the last one ends with the episode
 * @param use the days of use
 */
public record EpisodeLife(
    String episodeId,
    int ordinal,
    Site site,
    Tier tier,
    LocalDate admittedOn,
    String priorCare,
    int exitDay,
    ExitReason reason,
    Optional<LocalDate> dischargedOn,
    OptionalInt firstFamilyContact,
    Optional<Pause> pause,
    List<Spell> spells,
    UseHistory use) {

  /** Absent from the first day to the last, both included. */
  public record Pause(int firstDay, int lastDay) {
    boolean covers(int day) {
      return firstDay <= day && day <= lastDay;
    }
  }

  /** In a tier from this day to that one, both included. */
  public record Spell(Tier tier, int fromDay, int toDay) {}

  LocalDate date(int day) {
    return admittedOn.plusDays(day);
  }

  Tier tierOn(int day) {
    Tier current = tier;
    for (Spell spell : spells) {
      if (spell.fromDay() <= day) {
        current = spell.tier();
      }
    }
    return current;
  }

  boolean absentOn(int day) {
    return pause.isPresent() && pause.get().covers(day);
  }

  /** Whether family was involved on a day, which is from the day after the first contact on. */
  public boolean involvedOn(int day) {
    return firstFamilyContact.isPresent() && firstFamilyContact.getAsInt() < day;
  }
}
