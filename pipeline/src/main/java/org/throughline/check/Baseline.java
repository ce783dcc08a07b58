package org.throughline.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.figure.Place;

/**
 * The months before the reporting month that a count is compared with: those since the first in
 * which there was anything, without those in which it was accepted as missing and still is what it
 * was then. A month that was repaired since counts again.
 */
final class Baseline {
  private final Facts facts;
  private final String site;
  private final int slot;
  private final List<Integer> months = new ArrayList<>();

  /**
   * @param place of the count: its feed, site and column
   * @param slot what is counted
   */
  Baseline(Facts facts, Place place, int slot) {
    this.facts = facts;
    site = place.site();
    this.slot = slot;
    int first = RowCounter.MONTHS_BEFORE;
    while (first > 0 && rows(first) == 0) {
      first--;
    }
    for (int back = 1; back <= first; back++) {
      if (!isGap(place, back)) {
        months.add(back);
      }
    }
  }

  private boolean isGap(Place place, int back) {
    for (Accepted gap : facts.gaps()) {
      Place missing = gap.place();
      if (gap.month().equals(facts.month().minusMonths(back))
          && holds(missing.feed(), place.feed())
          && holds(missing.site(), place.site())
          && (missing.column().isEmpty() || missing.column().equals(place.column()))
          && rows(back) == (long) gap.measured()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String missing, String part) {
    return missing.isEmpty() || missing.equals(part);
  }

  private long rows(int back) {
    return facts.rows().at(site, slot, back);
  }

  /** The reporting month's count. */
  long now() {
    return rows(0);
  }

  /** How many months there are. */
  int size() {
    return months.size();
  }

  /** Whether there was something in each of the latest months; false if there are too few. */
  boolean hasEach(int latest) {
    return months.size() >= latest
        && months.subList(0, latest).stream().allMatch(back -> rows(back) > 0);
  }

  /** The count in proportion to another one, in the latest months in which that is not zero. */
  double[] ratios(int whole, int latest) {
    return months.stream()
        .limit(latest)
        .filter(back -> facts.rows().at(site, whole, back) > 0)
        .mapToDouble(back -> rows(back) / (double) facts.rows().at(site, whole, back))
        .toArray();
  }

  /** The count itself, in all months. */
  double[] counts() {
    return months.stream().mapToDouble(this::rows).toArray();
  }

  /** The middle of some numbers; 0 where there are none. */
  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
