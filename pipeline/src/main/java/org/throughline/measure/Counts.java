package org.throughline.measure;

import java.util.Arrays;
import org.throughline.episode.Cut;
import org.throughline.figure.Slice;

/**
 * The counts of one month, as a measure reads them.
 *
 * @param sheet all counts
 * @param cut the month
 * @param days length of a day grid in that month
 */
record Counts(TallySheet sheet, Cut cut, int days) {

  /** A counter, ending in zeroes up to the length; all zeroes where nothing was counted. */
  long[] at(String name, Slice slice, int length) {
    return Arrays.copyOf(sheet.at(new TallySheet.Key(cut.number(), name, slice)), length);
  }
}
