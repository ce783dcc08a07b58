package org.throughline.check;

import java.util.List;
import org.throughline.figure.FindingLevel;

/** One data check: from facts to findings. */
@FunctionalInterface
interface Checking {
  /**
   * Judges.
   *
   * @param rule its limits
   * @param level of what it finds
   */
  List<Found> find(Facts facts, CheckRule rule, FindingLevel level);
}
