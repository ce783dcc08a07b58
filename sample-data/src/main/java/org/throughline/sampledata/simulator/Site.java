package org.throughline.sampledata.simulator;

import java.util.List;
import java.util.Locale;

/**
 * A site of the program. Sites differ a little.
 *
 * @param index from 0
 * @param name its code in the feeds and file names
 * @param hazardMultiplier on the hazard of unplanned exit
 * @param attendanceShift added to the log odds of attending
 */
public record Site(int index, String name, double hazardMultiplier, double attendanceShift) {

  private static final List<String> NAMES = List.of("north", "south", "harbor");
  private static final double[] HAZARD = {0.94, 1.00, 1.10};
  private static final double[] ATTENDANCE = {0.08, 0.00, -0.10};

  static Site of(int index) {
    if (index < NAMES.size()) {
      return new Site(index, NAMES.get(index), HAZARD[index], ATTENDANCE[index]);
    }
    // Spread evenly over a narrow range, whatever the number of sites.
    int step = (index * 7) % 11;
    String name = String.format(Locale.ROOT, "site%02d", index + 1);
    return new Site(index, name, 0.90 + 0.02 * step, 0.10 - 0.02 * step);
  }

  /** The letter or number that begins this site's episode ids. */
  String prefix() {
    return index < NAMES.size()
        ? name.substring(0, 1).toUpperCase(Locale.ROOT)
        : "T" + (index + 1) + "-";
  }
}
