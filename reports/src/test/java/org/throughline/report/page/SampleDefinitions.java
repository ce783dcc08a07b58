package org.throughline.report.page;

import java.util.List;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** Definitions in the words that the catalogue uses. */
final class SampleDefinitions {

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "retention",
              1,
              "No unplanned exit by day {at}",
              Population.COHORT,
              "1 − cumulative incidence of unplanned exit; planned, transferred and other exits compete",
              "episodes admitted up to the retention cut",
              Unit.SHARE,
              "95 %, Aalen–Johansen",
              Direction.UP_IS_BETTER,
              "Who leaves early gets little of what helps",
              "Aalen and Johansen 1978"),
          new Definition(
              "exit_incidence_unplanned",
              1,
              "Left unplanned by day {at}",
              Population.COHORT,
              "cumulative incidence of unplanned exit",
              "episodes admitted up to the retention cut",
              Unit.SHARE,
              "95 %, Aalen–Johansen",
              Direction.DOWN_IS_BETTER,
              "Shows when clients are lost",
              "Aalen and Johansen 1978"),
          new Definition(
              "in_care_curve",
              1,
              "Still in care at day {at}",
              Population.COHORT,
              "time to any exit",
              "episodes admitted up to the retention cut",
              Unit.SHARE,
              "95 %, Kaplan–Meier, Greenwood, log−log",
              Direction.NEITHER,
              "Shows how long care lasts, however it ends",
              "Kaplan and Meier 1958; Simon and Makuch 1984"),
          new Definition(
              "completion",
              1,
              "Completed",
              Population.MONTH,
              "planned exits that became known in the month",
              "all exits that became known in the month",
              Unit.SHARE,
              "95 %, Wilson",
              Direction.UP_IS_BETTER,
              "A planned end is the end that was agreed",
              "measures catalogue"),
          new Definition(
              "attendance",
              2,
              "Attendance",
              Population.MONTH,
              "sessions attended",
              "sessions attended, missed without word or called off by the client",
              Unit.SHARE,
              "95 %, Wilson, widened for sessions of one client",
              Direction.UP_IS_BETTER,
              "A missed session is the first sign of leaving",
              "measures catalogue"),
          new Definition(
              "no_show",
              1,
              "Missed without word",
              Population.MONTH,
              "sessions missed without word",
              "sessions attended, missed without word or called off by the client",
              Unit.SHARE,
              "95 %, Wilson, widened for sessions of one client",
              Direction.DOWN_IS_BETTER,
              "Nobody knew that the client would not come",
              "measures catalogue"),
          new Definition(
              "continuous",
              1,
              "Sober in each of the first {at} weeks",
              Population.COHORT,
              "episodes whose weeks were all sober; a missing week counts as use",
              "episodes with that many weeks over, left or not",
              Unit.SHARE,
              "95 %, Wilson",
              Direction.UP_IS_BETTER,
              "Continuity is what clients ask for",
              "endpoints of the NIDA Clinical Trials Network"),
          new Definition(
              "family_test",
              1,
              "Unplanned exit by family contact so far",
              Population.FIRST_EPISODES,
              "observed and expected unplanned exits over the risk sets",
              "first episodes",
              Unit.CHI_SQUARE,
              "none",
              Direction.NEITHER,
              "Involvement begins at different times for different clients",
              "Mantel and Byar 1974"));

  private SampleDefinitions() {}
}
