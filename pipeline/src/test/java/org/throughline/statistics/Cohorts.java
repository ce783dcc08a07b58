package org.throughline.statistics;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small random cohorts with many ties, three causes, and some delayed entries. */
final class Cohorts {

  static final int LENGTH = 12;
  static final int CAUSES = 3;

  private Cohorts() {}

  /** All at risk from index 0. */
  static Arbitrary<List<FollowUp>> fromTheStart() {
    return Combinators.combine(
            Arbitraries.integers().between(0, LENGTH - 1),
            Arbitraries.integers().between(-2, CAUSES - 1))
        .as((exit, cause) -> cause < 0 ? FollowUp.censored(exit) : FollowUp.event(exit, cause))
        .list()
        .ofMaxSize(40);
  }

  /** About half enter after some index before their exit. */
  static Arbitrary<List<FollowUp>> delayed() {
    Arbitrary<FollowUp> subject =
        Combinators.combine(
                Arbitraries.integers().between(0, LENGTH - 1),
                Arbitraries.integers().between(-LENGTH, LENGTH - 1),
                Arbitraries.integers().between(-2, CAUSES - 1))
            .as(
                (exit, entry, cause) ->
                    new FollowUp(
                        entry >= 0 && entry < exit ? OptionalInt.of(entry) : OptionalInt.empty(),
                        exit,
                        cause < 0 ? OptionalInt.empty() : OptionalInt.of(cause)));
    return subject.list().ofMaxSize(40);
  }

  static RiskTable table(List<FollowUp> subjects) {
    return FollowUp.table(subjects, LENGTH, CAUSES);
  }
}
