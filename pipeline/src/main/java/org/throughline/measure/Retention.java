package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** The probability of no unplanned exit by a day. */
final class Retention implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "retention",
          1,
          "No unplanned exit by day {at}",
          Population.COHORT,
          "1 − cumulative incidence of unplanned exit by the day, with planned, transferred and"
              + " other exits competing; the file's numerator is the number of unplanned exits by"
              + " the day",
          "episodes of the cohort admitted by the retention cut; landmark family groups: those"
              + " followed in care beyond the landmark",
          Unit.SHARE,
          "95 %, Aalen–Johansen, delta-method variance, on the scale of log(−log F)",
          Direction.UP_IS_BETTER,
          "Do clients stay? Completing is not leaving, and both are known.",
          "Throughline measures 1.0; Aalen and Johansen (1978); landmark: Anderson, Cain and Gelber"
              + " (1983)");

  private static final int UNPLANNED = ExitClass.UNPLANNED.cause();

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(FollowUp.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    int landmark = estimation.plan().rules().landmarkDay();
    for (int day : Horizons.DAYS) {
      estimation
          .plain()
          .forEach(slice -> estimation.figure(of(estimation.counts(), slice, 0, day)));
      if (day > landmark) {
        estimation
            .byLandmark()
            .forEach(slice -> estimation.figure(of(estimation.counts(), slice, landmark, day)));
      }
    }
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    estimation.figure(of(earlier, Slice.OVERALL, 0, Horizons.HEADLINE_DAY));
  }

  @Override
  public Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    return Optional.of(of(counts, slice, 0, Horizons.HEADLINE_DAY));
  }

  private static Computed.OfFigure of(Counts counts, Slice slice, int from, int day) {
    long entered = FollowUp.entered(counts, slice);
    RiskTable table = FollowUp.table(counts, slice);
    Optional<StepCurve> curve = ExitIncidence.curve(table, UNPLANNED, from, entered);
    FixedDay read = new FixedDay(curve, table, UNPLANNED, from, day, entered);
    return new Computed.OfFigure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id(),
            OptionalInt.of(day),
            slice,
            "",
            Unit.SHARE,
            counts.cut(),
            read.complement()),
        List.of(read.cells(FollowUp.clients(counts, slice))));
  }
}
