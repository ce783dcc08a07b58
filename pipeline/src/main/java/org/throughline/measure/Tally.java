package org.throughline.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.throughline.episode.Tiers;
import org.throughline.figure.Slice;

/** Live counters of one cut, by name and group. */
final class Tally {
  private final Groups groups;
  private final Tiers tiers;
  private final int days;
  private final Map<String, IdentityHashMap<Slice, long[]>> counters = new HashMap<>();
  private final Map<String, ShareCounter> shares = new HashMap<>();

  /**
   * @param groups the slices of episodes
   * @param tiers the tiers in use
   * @param days length of a day grid: days of follow-up that may occur, day 0 among them
   */
  Tally(Groups groups, Tiers tiers, int days) {
    this.groups = groups;
    this.tiers = tiers;
    this.days = days;
  }

  Groups groups() {
    return groups;
  }

  Tiers tiers() {
    return tiers;
  }

  /** Length of a day grid. */
  int days() {
    return days;
  }

  /** Where the client at hand adds to a share; to be flushed before the next client. */
  ShareCounter share(String name) {
    ShareCounter found = shares.get(name);
    if (found == null) {
      found = new ShareCounter(bySlice(name));
      shares.put(name, found);
    }
    return found;
  }

  /** The counter of a name and group, to be added to; slices come from {@link Groups}. */
  long[] counter(String name, Slice slice, int length) {
    return counter(bySlice(name), slice, length);
  }

  /**
   * The counter of a name and group, for counts that few groups have on many days: as long as was
   * needed so far.
   *
   * @param index that is going to be added to
   * @param step lengths are multiples of it
   */
  long[] growing(String name, Slice slice, int index, int step) {
    IdentityHashMap<Slice, long[]> of = bySlice(name);
    long[] found = counter(of, slice, step);
    if (found.length <= index) {
      found = Arrays.copyOf(found, (index / step + 1) * step);
      of.put(slice, found);
    }
    return found;
  }

  static long[] counter(IdentityHashMap<Slice, long[]> bySlice, Slice slice, int length) {
    long[] found = bySlice.get(slice);
    if (found == null) {
      found = new long[length];
      bySlice.put(slice, found);
    }
    return found;
  }

  private IdentityHashMap<Slice, long[]> bySlice(String name) {
    IdentityHashMap<Slice, long[]> found = counters.get(name);
    if (found == null) {
      found = new IdentityHashMap<>();
      counters.put(name, found);
    }
    return found;
  }

  /** Moves all counts to a sheet. */
  void drainTo(TallySheet sheet, int cut) {
    counters.forEach(
        (name, bySlice) ->
            bySlice.forEach(
                (slice, counts) -> sheet.add(new TallySheet.Key(cut, name, slice), counts)));
  }
}
