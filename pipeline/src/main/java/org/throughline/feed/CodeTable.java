package org.throughline.feed;

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

  private static final int REMEMBERED = 1000;

  private final List<String> canonical;
  private final Map<String, Integer> byNormal = new HashMap<>();
  private final Map<String, Integer> spellings = new HashMap<>();
  private String last = "";
  private int lastCode = UNKNOWN;

  /**
   * @param canonical codes by index
   * @param own the source's own codes, each with the canonical one
   * @throws IllegalArgumentException if an own code stands for none of the canonical ones
   */
  CodeTable(List<String> canonical, Map<String, String> own) {
    this.canonical = List.copyOf(canonical);
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
    if (text.equals(last)) {
      return lastCode;
    }
    Integer code = spellings.get(text);
    if (code == null) {
      code = byNormal.getOrDefault(Tiers.normal(text), UNKNOWN);
      if (code != UNKNOWN && spellings.size() < REMEMBERED) {
        spellings.put(text, code);
      }
    }
    last = text;
    lastCode = code;
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
