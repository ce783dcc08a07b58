package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.episode.FamilyGroup;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.MantelByar;
import org.throughline.statistics.RiskTable;

/** Unplanned exit before and after the first family contact, by the Mantel–Byar test. */
final class FamilyTest implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "family_test",
          1,
          "Unplanned exit: not yet involved against involved",
          Population.FIRST_EPISODES,
          "unplanned exits of involved clients, against those expected if involvement made no"
              + " difference; other exits are censored",
          "clients at risk, each at each moment in the group that they are in then",
          Unit.CHI_SQUARE,
          "none: a test on 1 degree of freedom",
          Direction.NEITHER,
          "Whether involvement and staying go together, without counting the time before a contact"
              + " for involvement.",
          "Throughline measures 1.0; Mantel and Byar (1974)");

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(Involvement.FIRST_EPISODES);
  }

  @Override
  public void estimate(Estimation estimation) {
    for (Slice slice : estimation.overallAndTiers()) {
      RiskTable notYet = table(estimation, slice, FamilyGroup.NOT_YET);
      RiskTable involved = table(estimation, slice, FamilyGroup.INVOLVED);
      long clients = notYet.entered() + involved.entered() - moved(involved, estimation, slice);
      Optional<MantelByar.Result> test =
          MantelByar.test(involved, notYet, ExitClass.UNPLANNED.cause());
      Result result =
          test.<Result>map(t -> new Result.Comparison(t.chiSquare(), 1, t.p(), clients, t.events()))
              .orElseGet(
                  () ->
                      new Result.Unavailable(
                          "No unplanned exit happened while both groups had clients."));
      estimation.figure(
          DEFINITION,
          OptionalInt.empty(),
          slice.withLevel("unplanned_exit"),
          "",
          result,
          clients,
          test.map(MantelByar.Result::events).orElse(0L));
    }
  }

  /** Clients who are counted in both groups, one after the other. */
  private static long moved(RiskTable involved, Estimation estimation, Slice slice) {
    return involved.entered()
        - Involvement.FIRST_EPISODES.fromTheStart(
            estimation.counts(), slice.withFamily(FamilyGroup.INVOLVED.code()));
  }

  private static RiskTable table(Estimation estimation, Slice slice, FamilyGroup group) {
    return Involvement.FIRST_EPISODES.table(estimation.counts(), slice.withFamily(group.code()));
  }
}
