package org.throughline.feed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.episode.Tiers;

/**
 * The codes of a column. Spellings that were seen are remembered, since a file repeats a few of
 * them row after row.
 */
final class CodeTable {
  /** No such code. */
  static final int UNKNOWN = -1;

  /** Spellings that are remembered, each at a place that its length and first letter give. */
  private static final int PLACES = 64;

  /** Longer texts are no spellings worth the memory. */
  private static final int MOST_REMEMBERED = 64;

  private final List<String> canonical;
  private final Map<String, Integer> byNormal = new HashMap<>();
  private final String[] spellings = new String[PLACES];
  private final int[] spelt = new int[PLACES];

  /**
   * @param canonical codes by index
   * @param own the source's own codes, each with the canonical one
   * @throws IllegalArgumentException if an own code stands for none of the canonical ones
   */
  CodeTable(List<String> canonical, Map<String, String> own) {
    this.canonical = List.copyOf(canonical);
    Arrays.fill(spellings, "");
    own.forEach(
        (code, target) -> {
          int index = this.canonical.indexOf(target);
          if (index < 0) {
            throw new IllegalArgumentException(
                code + " stands for " + target + ", which is none of " + spelledOut());
          }
          byNormal.put(Tiers.normal(code), index);
        });
    // last, so that canonical codes always mean themselves
    for (int i = 0; i < canonical.size(); i++) {
      byNormal.put(Tiers.normal(canonical.get(i)), i);
    }
  }

  /** The index of the canonical code, or {@link #UNKNOWN}. */
  int index(String text) {
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    int place = (text.length() * 31 + text.charAt(0)) & (PLACES - 1);
    if (text.equals(spellings[place])) {
      return spelt[place];
    }
    int code = byNormal.getOrDefault(Tiers.normal(text), UNKNOWN);
    if (text.length() <= MOST_REMEMBERED) {
      spellings[place] = text;
      spelt[place] = code;
    }
    return code;
  }

  /** The canonical code of an index. */
  String code(int index) {
    return canonical.get(index);
  }

  /** The codes that may be written, for a message. */
  String spelledOut() {
    return String.join(", ", canonical);
  }
}
