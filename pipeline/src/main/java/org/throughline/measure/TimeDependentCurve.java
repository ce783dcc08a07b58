package org.throughline.measure;

import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.FamilyGroup;
import org.throughline.figure.Slice;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Simon–Makuch curves of the groups of family involvement. */
final class TimeDependentCurve {
  /** The involved curve starts where so many are at risk. */
  static final long INVOLVED_STARTS_AT = 10;

  private TimeDependentCurve() {}

  /** The curve of a group; empty where nobody entered it or the involved are never that many. */
  static Optional<StepCurve> of(Slice slice, RiskTable table) {
    if (table.entered() == 0) {
      return Optional.empty();
    }
    if (!slice.family().equals(FamilyGroup.INVOLVED.code())) {
      return Optional.of(KaplanMeier.estimate(table));
    }
    OptionalInt start = table.startingWhereAtRisk(INVOLVED_STARTS_AT);
    return start.isPresent()
        ? Optional.of(KaplanMeier.estimate(table, start.getAsInt()))
        : Optional.empty();
  }

  /** Why a group has no curve. */
  static String why(long entered) {
    return entered == 0
        ? "No episode of the cohort is in this group."
        : "Fewer than " + INVOLVED_STARTS_AT + " were ever at risk at one time.";
  }
}
