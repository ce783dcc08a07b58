package org.throughline.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.measure.TallySheet;

/** What {@link RowCounter} left in a sheet, by site and for the whole program. */
final class MonthlyRows {
  /** Stands for the program as a whole. */
  static final String EVERYWHERE = "";

  private final Map<String, long[][]> counts = new HashMap<>();
  private final Set<String> sites = new TreeSet<>();

  MonthlyRows(TallySheet sheet) {
    Map<String, Integer> slots = new HashMap<>();
    for (int slot = 0; slot < Tracked.SLOTS; slot++) {
      slots.put(Tracked.name(slot), slot);
    }
    sheet
        .counts()
        .forEach(
            (key, months) -> {
              Integer slot = slots.get(key.name());
              if (slot != null) {
                sites.add(key.slice().site());
                add(key.slice().site(), slot, months);
                add(EVERYWHERE, slot, months);
              }
            });
  }

  private void add(String site, int slot, long[] months) {
    long[] sum =
        counts.computeIfAbsent(site, any -> new long[Tracked.SLOTS][RowCounter.MONTHS])[slot];
    for (int month = 0; month < Math.min(sum.length, months.length); month++) {
      sum[month] += months[month];
    }
  }

  /** Sites with anything to count, in order of name. */
  Set<String> sites() {
    return sites;
  }

  /**
   * A count.
   *
   * @param site a site, or {@link #EVERYWHERE}
   * @param back months before the reporting month, 0 to 12
   */
  long at(String site, int slot, int back) {
    long[][] ofSite = counts.get(site);
    return ofSite == null ? 0 : ofSite[slot][back];
  }

  /** Rows of all feeds, discharges among them. */
  long anything(String site, int back) {
    long[][] ofSite = counts.get(site);
    return ofSite == null
        ? 0
        : ofSite[Tracked.DISCHARGES][back]
            + Arrays.stream(ofSite, Tracked.ROWS, Tracked.TWINS)
                .mapToLong(months -> months[back])
                .sum();
  }
}
