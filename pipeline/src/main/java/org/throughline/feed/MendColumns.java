package org.throughline.feed;

import java.util.List;
import org.throughline.episode.Tiers;

/**
 * Columns that stand beside rows which were set aside and are written out to be mended. A file that
 * holds them is received like any other of its feed; they are known, and no part of the feed.
 */
public final class MendColumns {
  /** Names the row that was set aside; a row that is received with it answers that one. */
  public static final String REJECT = "throughline_reject";

  /** Why the row was set aside. */
  public static final String REASON = "throughline_reason";

  /** Name of the file that the row came with. */
  public static final String FILE = "throughline_file";

  /** Line of that file. */
  public static final String LINE = "throughline_line";

  /** The text of a row that could not be split into fields. */
  public static final String RAW = "throughline_raw";

  /** All of them, in the order in which they are written. */
  public static final List<String> ALL = List.of(REJECT, REASON, FILE, LINE, RAW);

  private MendColumns() {}

  /** Whether a header's field is one of them, by the rule that finds all columns. */
  public static boolean isOne(String name) {
    String normal = Tiers.normal(name);
    return ALL.stream().anyMatch(column -> Tiers.normal(column).equals(normal));
  }
}
