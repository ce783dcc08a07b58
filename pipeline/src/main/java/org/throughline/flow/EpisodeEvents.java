package org.throughline.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.episode.Timeline;

/**
 * All events of a range of episodes, in order; gives them out episode by episode. Nothing here
 * depends on the order in which chunks came.
 */
final class EpisodeEvents {
  /** A placement on its way; its end is settled by the one that follows. */
  private static final class Spell {
    private final int from;
    private int to;
    private final String tier;

    Spell(int from, int to, String tier) {
      this.from = from;
      this.to = to;
      this.tier = tier;
    }
  }

  /** What is told of a placement that overlaps an earlier one. */
  interface Overlap {
    void of(long version, long rowKey);
  }

  private final long[] sessions;
  private final long[] checkins;
  private final long[] relapses;
  private final long[] placements;
  private final List<String> tiers;
  private final int[] placementOrder;
  private final Overlap overlap;
  private int session;
  private int checkin;
  private int relapse;
  private int placement;

  /**
   * @param episodes how many the range has
   */
  EpisodeEvents(Outbox.Inbox inbox, int episodes, Overlap overlap) {
    this.overlap = overlap;
    sessions = sorted(inbox.take(Chunk.Kind.SESSION), episodes);
    checkins = sorted(inbox.take(Chunk.Kind.CHECKIN), episodes);
    relapses = sortedPairs(inbox.take(Chunk.Kind.RELAPSE));
    placements = inbox.take(Chunk.Kind.PLACEMENT);
    tiers = inbox.texts();
    int width = Chunk.Kind.PLACEMENT.width();
    // by episode, first day and key
    placementOrder =
        IntStream.range(0, placements.length / width)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> placements[i * width])
                    .thenComparingLong(i -> placements[i * width + 1])
                    .thenComparingLong(i -> placements[i * width + 3]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** By episode, which is a matter of counting; only the few events of each are compared. */
  private static long[] sorted(long[] events, int episodes) {
    int[] places = new int[episodes + 1];
    for (long event : events) {
      places[EventPacker.local(event) + 1]++;
    }
    for (int local = 0; local < episodes; local++) {
      places[local + 1] += places[local];
    }
    long[] sorted = new long[events.length];
    for (long event : events) {
      sorted[places[EventPacker.local(event)]++] = event;
    }
    // each place has moved on to where the next episode's events begin
    for (int local = 0; local < episodes; local++) {
      Arrays.sort(sorted, local == 0 ? 0 : places[local - 1], places[local]);
    }
    return sorted;
  }

  private static long[] sortedPairs(long[] pairs) {
    int[] order =
        IntStream.range(0, pairs.length / 2)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> pairs[2 * i])
                    .thenComparingLong(i -> pairs[2 * i + 1]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] sorted = new long[pairs.length];
    for (int i = 0; i < order.length; i++) {
      sorted[2 * i] = pairs[2 * order[i]];
      sorted[2 * i + 1] = pairs[2 * order[i] + 1];
    }
    return sorted;
  }

  /**
   * The next episode's events; episodes are asked for in rising order.
   *
   * @param local the episode's number in its range
   * @param base the timeline without its events
   */
  Timeline next(int local, Timeline base) {
    int firstSession = session;
    while (session < sessions.length && EventPacker.local(sessions[session]) == local) {
      session++;
    }
    int[] packedSessions = new int[session - firstSession];
    int[] minutes = new int[packedSessions.length];
    for (int i = 0; i < minutes.length; i++) {
      packedSessions[i] = EventPacker.packed(sessions[firstSession + i]);
      minutes[i] = EventPacker.minutes(sessions[firstSession + i]);
    }
    int firstCheckin = checkin;
    while (checkin < checkins.length && EventPacker.local(checkins[checkin]) == local) {
      checkin++;
    }
    int[] packedCheckins = new int[checkin - firstCheckin];
    for (int i = 0; i < packedCheckins.length; i++) {
      packedCheckins[i] = EventPacker.packed(checkins[firstCheckin + i]);
    }
    int firstRelapse = relapse;
    while (relapse < relapses.length && EventPacker.local(relapses[relapse]) == local) {
      relapse += 2;
    }
    int[] packedRelapses = new int[(relapse - firstRelapse) / 2];
    int[] ends = new int[packedRelapses.length];
    for (int i = 0; i < ends.length; i++) {
      packedRelapses[i] = EventPacker.packed(relapses[firstRelapse + 2 * i]);
      ends[i] = (int) relapses[firstRelapse + 2 * i + 1];
    }
    return TimelineRows.with(
        base, placements(local), packedSessions, minutes, packedCheckins, packedRelapses, ends);
  }

  /** Placements of an episode that is kept as it is: only overlaps are told. */
  void pass(int local) {
    placements(local);
  }

  private TimelineRows.Placements placements(int local) {
    int width = Chunk.Kind.PLACEMENT.width();
    List<Spell> spells = new ArrayList<>();
    while (placement < placementOrder.length
        && placements[placementOrder[placement] * width] == local) {
      int row = placementOrder[placement++];
      int from = (int) placements[row * width + 1];
      int to = (int) placements[row * width + 2];
      Spell last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
      if (last != null && last.to == Timeline.OPEN && last.from < from) {
        last.to = from - 1;
      }
      // one day of hand-over may be shared
      if (last != null && from < last.to) {
        overlap.of(placements[row * width + 4], placements[row * width + 3]);
      } else {
        spells.add(new Spell(from, to, tiers.get(row)));
      }
    }
    return new TimelineRows.Placements(
        spells.stream().mapToInt(spell -> spell.from).toArray(),
        spells.stream().mapToInt(spell -> spell.to).toArray(),
        spells.stream().map(spell -> spell.tier).toArray(String[]::new));
  }

  /** Whether every event has been given out. */
  boolean isSpent() {
    return session == sessions.length
        && checkin == checkins.length
        && relapse == relapses.length
        && placement == placementOrder.length;
  }
}
