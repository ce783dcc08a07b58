package org.throughline.flow;

import java.util.Map;

/**
 * Counts unknown codes of optional columns. A column of free text taken for one of codes would give
 * each row a code of its own, so only so many are told apart.
 */
final class BlankedCodes {
  /** Codes of a file that are told apart, over all of its columns. */
  static final int TOLD_APART = 500;

  private BlankedCodes() {}

  /**
   * Adds cells.
   *
   * @param counts cells by column and code, such as {@code mode: fax}
   * @param column the cells' column
   * @param code the column and the code that stood there
   */
  static void add(Map<String, Long> counts, String column, String code, long cells) {
    boolean room = counts.size() < TOLD_APART || counts.containsKey(code);
    counts.merge(room ? code : column + ": (other codes)", cells, Long::sum);
  }
}
