package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Cumulative incidence of a first recorded relapse while in care. */
final class Relapse implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "relapse",
          1,
          "Relapse recorded while in care by day {at}",
          Population.COHORT,
          "probability of a recorded relapse, lapses left out, from day 1 to the day, every exit"
              + " competing; a relapse on the day of exit counts; the file's numerator is the number"
              + " of episodes with one by the day",
          "episodes of the cohort admitted by the retention cut; landmark family groups: those"
              + " followed beyond the landmark in care and without a relapse",
          Unit.SHARE,
          "95 %, Aalen–Johansen, delta-method variance, on the scale of log(−log F)",
          Direction.DOWN_IS_BETTER,
          "How soon a return to use comes, as far as staff record it: after an exit nobody does.",
          "Throughline measures 1.0; Aalen and Johansen (1978)");

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(RelapseTimes.INSTANCE);
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

  @Override
  public Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    RiskTable table = RelapseTimes.table(counts, slice);
    Optional<StepCurve> curve =
        ExitIncidence.curve(table, RelapseTimes.RELAPSE, 0, table.entered());
    FixedDay read =
        new FixedDay(curve, table, RelapseTimes.RELAPSE, 0, Horizons.HEADLINE_DAY, table.entered());
    return Optional.of(
        new Computed.OfFigure(
            Estimation.of(
                DEFINITION,
                DEFINITION.id(),
                OptionalInt.of(Horizons.HEADLINE_DAY),
                slice,
                "",
                DEFINITION.unit(),
                counts.cut(),
                read.incidence()),
            List.of(read.cells(RelapseTimes.clients(counts, slice)))));
  }

  private static void estimate(Estimation estimation, Slice slice, int from) {
    RiskTable table = RelapseTimes.table(estimation.counts(), slice);
    long entered = table.entered();
    long clients = RelapseTimes.clients(estimation.counts(), slice);
    Optional<StepCurve> curve = ExitIncidence.curve(table, RelapseTimes.RELAPSE, from, entered);
    curve.ifPresent(c -> estimation.curve(DEFINITION, slice, c, entered, clients));
    for (int day : Horizons.DAYS) {
      if (day > from) {
        FixedDay read = new FixedDay(curve, table, RelapseTimes.RELAPSE, from, day, entered);
        estimation.figure(
            DEFINITION, OptionalInt.of(day), slice, "", read.incidence(), read.cells(clients));
      }
    }
    estimation.figure(
        Medians.of(
            estimation,
            DEFINITION,
            slice,
            "",
            curve,
            entered,
            entered == 0
                ? "No episode of the cohort is in this group."
                : "Fewer than half had a relapse recorded."),
        clients);
  }
}
