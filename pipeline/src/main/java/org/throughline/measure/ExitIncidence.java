package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.AalenJohansen;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Cumulative incidence of each class of exit, the others competing. */
final class ExitIncidence implements Measure {
  private static final List<Definition> DEFINITIONS =
      List.of(
          definition(ExitClass.PLANNED, "Completed by day {at}", Direction.UP_IS_BETTER),
          definition(ExitClass.TRANSFERRED, "Transferred by day {at}", Direction.NEITHER),
          definition(ExitClass.UNPLANNED, "Left unplanned by day {at}", Direction.DOWN_IS_BETTER),
          definition(ExitClass.OTHER, "Ended otherwise by day {at}", Direction.NEITHER));

  private static Definition definition(ExitClass kind, String label, Direction direction) {
    return new Definition(
        "exit_incidence_" + kind.code(),
        1,
        label,
        Population.COHORT,
        "probability of an exit of the class "
            + kind.code()
            + " by the day, the other classes competing",
        "episodes of the cohort admitted by the retention cut; landmark family groups: those"
            + " followed in care beyond the landmark",
        Unit.SHARE,
        "95 %, Aalen–Johansen, delta-method variance, on the scale of log(−log F)",
        direction,
        "How care ends, without taking other ends for censoring.",
        "Throughline measures 1.0; Aalen and Johansen (1978)");
  }

  @Override
  public List<Definition> definitions() {
    return DEFINITIONS;
  }

  @Override
  public List<Counting> countings() {
    return List.of(FollowUp.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    int landmark = estimation.plan().rules().landmarkDay();
    for (Slice slice : estimation.plain()) {
      estimate(estimation, slice, 0);
    }
    for (Slice slice : estimation.byLandmark()) {
      estimate(estimation, slice, landmark);
    }
  }

  private static void estimate(Estimation estimation, Slice slice, int from) {
    long entered = FollowUp.entered(estimation.counts(), slice);
    long clients = FollowUp.clients(estimation.counts(), slice);
    RiskTable table = FollowUp.table(estimation.counts(), slice);
    for (ExitClass kind : ExitClass.values()) {
      Definition definition = DEFINITIONS.get(kind.cause());
      Optional<StepCurve> curve = curve(table, kind.cause(), from, entered);
      curve.ifPresent(c -> estimation.curve(definition, slice, c, entered, clients));
      for (int day : Horizons.DAYS) {
        if (day > from) {
          FixedDay read = new FixedDay(curve, table, kind.cause(), from, day, entered);
          estimation.figure(
              definition, OptionalInt.of(day), slice, "", read.incidence(), read.cells(clients));
        }
      }
    }
  }

  /** The curve given care just beyond a day; empty where nobody is in it. */
  static Optional<StepCurve> curve(RiskTable table, int cause, int from, long entered) {
    return entered == 0 || from >= table.length()
        ? Optional.empty()
        : Optional.of(AalenJohansen.estimate(table, cause, from));
  }

  /** Copies of the definitions in order of class. */
  static List<Definition> all() {
    return new ArrayList<>(DEFINITIONS);
  }
}
