package org.throughline.measure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.figure.Definition;

/** All measures. A new one is a line here. */
public final class Catalogue {
  private static final List<Measure> MEASURES =
      List.of(
          new Admissions(),
          new Exits(),
          new Census(),
          new Completion(),
          new Retention(),
          new ExitIncidence(),
          new ExitRisk(),
          new InCareCurve(),
          new DaysInCare(),
          new Initiation(),
          new Engagement(),
          new FamilyReach(),
          new TierTest(),
          new FamilyTest(),
          new FamilyAssociation(),
          new SiteFunnel(),
          new Attendance(),
          new NoShow(),
          new DoseKept(),
          new StepDown(),
          new RoleKept(),
          new Continuous(),
          new LongestRun(),
          new SoberWeeks(),
          new AbstinentDays(),
          new NegativeTests(),
          new FirstUse(),
          new Relapse(),
          new RelapseRate(),
          new Signal(),
          new KeptAfterRelapse(),
          new Regained(),
          new SoberAtCompletion(),
          new TrialRelapse(),
          new TrialDropout(),
          new TrialAbstinentWindow(),
          new TrialThreeSober(),
          new TrialLongestRun(),
          new TrialNegativePlanned(),
          new TrialNegativeObserved(),
          new TrialSoberAtEnd(),
          new NomsAbstinence(),
          new NomsRole(),
          new TedsDischarges(),
          new RetentionWashington());

  private Catalogue() {}

  static List<Measure> measures() {
    return MEASURES;
  }

  /** What has to be counted, each thing once. */
  static Set<Counting> countings() {
    Set<Counting> all = new LinkedHashSet<>();
    all.add(CohortSize.INSTANCE);
    MEASURES.forEach(measure -> all.addAll(measure.countings()));
    return all;
  }

  /** The definitions of all ids, in the order of the catalogue. */
  public static List<Definition> definitions() {
    return MEASURES.stream().flatMap(measure -> measure.definitions().stream()).toList();
  }
}
