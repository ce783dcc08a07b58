package org.throughline.check;

import java.util.Optional;
import org.throughline.figure.FindingLevel;

/**
 * How a check is set.
 *
 * @param level what follows from a finding; empty where the check is off
 * @param limit shares of more than this are found; for volumes, the share by which rows may differ
 *     from what is expected; 0 where the check has none
 * @param least the check is silent about fewer rows than this: for shares, rows that are at fault;
 *     for the others, rows that are expected
 */
public record CheckRule(Optional<FindingLevel> level, double limit, long least) {
  public CheckRule {
    if (!(limit >= 0) || least < 1) {
      throw new IllegalArgumentException("a limit is 0 or more, a least number 1 or more");
    }
  }

  String spelledOut(Check check) {
    return check.id()
        + " "
        + level.map(FindingLevel::code).orElse("off")
        + (check.hasLimit() ? " over " + limit : "")
        + " from "
        + least;
  }
}
