package org.throughline.measure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fold of the first eleven measures, as the catalogue began: no readings under other rules.
 * What the whole catalogue costs is told by comparison with it.
 */
public final class FirstMeasures {
  private FirstMeasures() {}

  /** A fold that counts for these measures alone. */
  public static ClientFold fold(MeasurePlan plan) {
    Set<Counting> all = new LinkedHashSet<>();
    for (Measure measure :
        List.of(
            new Admissions(),
            new Exits(),
            new Census(),
            new Completion(),
            new Retention(),
            new ExitIncidence(),
            new InCareCurve(),
            new FamilyTest(),
            new Attendance(),
            new NoShow(),
            new Continuous())) {
      all.addAll(measure.countings());
    }
    return new ClientFold(plan, all, List.of());
  }
}
