package org.throughline.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.episode.EpisodeColumn;
import org.throughline.figure.Slice;

/**
 * Levels of the columns that a program groups by. Those with fewer than {@value #LEAST} episodes in
 * the cohort are taken together as {@value #OTHER}, with what the feed itself calls so; none is
 * dropped. Who has episodes in two levels counts once in both together, which the counts of pairs
 * of levels see to; in the rare case of three and more, clients are the most that one level has, at
 * least.
 */
final class Levels {
  /** Levels of fewer episodes are pooled. */
  static final long LEAST = 11;

  /** What they are called together. */
  static final String OTHER = "other";

  private static final char AND = '\u001f';
  private static final int[] CLIENT_COUNTS = {
    ShareCounter.CLIENTS, ShareCounter.CLIENTS_ABOVE, ShareCounter.CLIENTS_REST
  };

  private final TreeSet<String> small = new TreeSet<>();
  private final String group;

  private Levels(EpisodeColumn column, TallySheet sheet) {
    group = column.code();
    for (TallySheet.Key key : sheet.counts().keySet()) {
      Slice slice = key.slice();
      if (slice.group().equals(group) && !isPair(slice)) {
        small.add(slice.level());
      }
    }
    small.removeIf(level -> episodes(sheet, level) >= LEAST);
    if (!small.isEmpty()) {
      small.add(OTHER);
    }
  }

  private long episodes(TallySheet sheet, String level) {
    long[] counts = sheet.at(new TallySheet.Key(0, CohortSize.NAME, Slice.ofLevel(group, level)));
    return counts.length == 0 ? 0 : counts[ShareCounter.DENOMINATOR];
  }

  /** Whether a slice is a level of a column of the feed. */
  static boolean canBePooled(Slice slice) {
    return EpisodeColumn.named(slice.group()).isPresent();
  }

  /** One instance for two levels of one column, in either order. */
  static Slice pair(Slice one, Slice other, Map<Slice, Slice> known) {
    boolean inOrder = one.level().compareTo(other.level()) < 0;
    Slice pair =
        Slice.ofLevel(
            one.group(), (inOrder ? one : other).level() + AND + (inOrder ? other : one).level());
    return known.computeIfAbsent(pair, p -> p);
  }

  private static boolean isPair(Slice slice) {
    return slice.level().indexOf(AND) >= 0;
  }

  /** The counts with small levels taken together. */
  static TallySheet pooled(TallySheet sheet, List<EpisodeColumn> columns) {
    if (columns.isEmpty()) {
      return sheet;
    }
    Map<String, Levels> byGroup = new HashMap<>();
    columns.forEach(column -> byGroup.put(column.code(), new Levels(column, sheet)));
    TallySheet pooled = new TallySheet();
    Set<TallySheet.Key> together = new HashSet<>();
    sheet
        .counts()
        .forEach(
            (key, counts) -> {
              Levels levels = byGroup.get(key.slice().group());
              if (levels == null) {
                pooled.add(key, counts);
              } else if (levels.isPooled(key.slice())) {
                TallySheet.Key other =
                    new TallySheet.Key(
                        key.months(), key.name(), Slice.ofLevel(levels.group, OTHER));
                pooled.add(other, counts);
                if (isPair(key.slice())) {
                  together.add(other);
                }
              } else if (!isPair(key.slice())) {
                pooled.add(key, counts);
              }
            });
    together.forEach(key -> byGroup.values().forEach(l -> l.restore(sheet, pooled, key)));
    return pooled;
  }

  private boolean isPooled(Slice slice) {
    if (!isPair(slice)) {
      return small.contains(slice.level());
    }
    int and = slice.level().indexOf(AND);
    return small.contains(slice.level().substring(0, and))
        && small.contains(slice.level().substring(and + 1));
  }

  /** Sees to it that clients together are not fewer than in one of the levels. */
  private void restore(TallySheet sheet, TallySheet pooled, TallySheet.Key key) {
    if (!key.slice().group().equals(group)) {
      return;
    }
    long[] counts = pooled.at(key);
    long[] more = new long[counts.length];
    for (String level : small) {
      long[] of =
          sheet.at(new TallySheet.Key(key.months(), key.name(), Slice.ofLevel(group, level)));
      for (int i : CLIENT_COUNTS) {
        if (i < of.length) {
          more[i] = Math.max(more[i], of[i] - counts[i]);
        }
      }
    }
    pooled.add(key, more);
  }
}
