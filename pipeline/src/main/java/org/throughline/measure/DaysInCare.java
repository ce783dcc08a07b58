package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.RestrictedMean;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Mean days in care up to a day: the area under the in-care curve. */
final class DaysInCare implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "days_in_care",
          1,
          "Mean days in care by day {at}",
          Population.COHORT,
          "days from day 1 to the exit, at latest the given day: the area under in_care_curve;"
              + " days_in_care_se is its standard error",
          "episodes of the cohort admitted by the retention cut; landmark family groups: those"
              + " followed in care beyond the landmark, the days up to it included",
          Unit.DAYS,
          "95 %, normal, Greenwood-type variance, within what the mean can be",
          Direction.NEITHER,
          "How much care a client gets, in days that can be compared and added.",
          "Throughline measures 1.0; Irwin (1949); Meier (1975)");

  private static final List<Integer> HORIZONS = List.of(90, 180);

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
    for (int day : HORIZONS) {
      for (Slice slice : estimation.plain()) {
        estimate(estimation, slice, 0, day);
      }
      if (landmark < day) {
        for (Slice slice : estimation.byLandmark()) {
          estimate(estimation, slice, landmark, day);
        }
      }
    }
  }

  private static void estimate(Estimation estimation, Slice slice, int from, int day) {
    RiskTable table = FollowUp.table(estimation.counts(), slice);
    long entered = table.entered();
    Optional<RestrictedMean> area = Optional.empty();
    if (entered > 0 && from < table.length()) {
      StepCurve curve = KaplanMeier.estimate(table, from);
      area = RestrictedMean.of(curve, table, day);
    }
    Result why =
        new Result.Unavailable(
            entered == 0
                ? "No episode of the cohort is in this group."
                : "Nobody was still followed in care on day " + day + ".");
    Result mean =
        area.<Result>map(
                a ->
                    new Result.Duration(
                        a.after(from).value(),
                        Optional.of(a.after(from).interval(from, day)),
                        entered))
            .orElse(why);
    Result error =
        area.<Result>map(a -> new Result.Duration(a.standardError(), Optional.empty(), entered))
            .orElse(why);
    long exits = 0;
    for (int t = from; t <= day && t < table.length(); t++) {
      exits += table.events(t);
    }
    long clients = FollowUp.clients(estimation.counts(), slice);
    Long[] cells = {clients, exits, entered - exits};
    estimation.figure(DEFINITION, OptionalInt.of(day), slice, "", mean, cells);
    estimation.figure(
        Estimation.of(
            DEFINITION,
            DEFINITION.id() + "_se",
            OptionalInt.of(day),
            slice,
            "",
            Unit.DAYS,
            estimation.counts().cut(),
            error),
        cells);
  }
}
