package org.throughline.report.page;

import java.util.Optional;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;

/** The regression on family involvement in words. An association: the text never says effect. */
final class HazardRatios {
  private static final double CHANGES = 0.05;

  private HazardRatios() {}

  /** What the regression found, or why it found nothing; empty where it was not computed. */
  static String sentence(Reading reading) {
    Optional<Result> adjusted = result(reading, "family_association", "unplanned_exit");
    Optional<Result> alone = result(reading, "family_association_alone", "unplanned_exit");
    if (adjusted.isEmpty() || alone.isEmpty()) {
      return "";
    }
    Shown withOthers = Shown.of(adjusted.get(), reading.smallCell());
    Shown byItself = Shown.of(alone.get(), reading.smallCell());
    if (!withOthers.present() && !byItself.present()) {
      return byItself.absence("The hazard ratio of unplanned exit");
    }
    String read =
        "Hazard of unplanned exit, involved against not yet involved (1.00 is no difference): ";
    String found =
        withOthers.present()
            ? withOthers.cell()
                + " with tier, age group, sex, primary substance and prior care taken into account; "
                + byItself.cell()
                + " without."
            : byItself.cell()
                + ", nothing else taken into account. "
                + withOthers.absence("The ratio with tier, age and the like taken into account");
    String zph = withOthers.present() ? "family_association_zph" : "family_association_alone_zph";
    return read + found + constancy(reading, zph);
  }

  private static String constancy(Reading reading, String measure) {
    return result(reading, measure, "involvement")
        .filter(Result.Comparison.class::isInstance)
        .map(Result.Comparison.class::cast)
        .map(
            test ->
                test.p() < CHANGES
                    ? " The ratio changes over the days of care (test of proportional hazards, "
                        + Numerals.p(test.p())
                        + "), so one number does not describe it: read the groups at the landmark"
                        + " below first."
                    : " Nothing speaks against its being the same over the days of care (test of"
                        + " proportional hazards, "
                        + Numerals.p(test.p())
                        + ").")
        .orElse("");
  }

  /** The biased ratio beside the sound one, where both can be shown. */
  static String naive(Reading reading) {
    Optional<Shown> biased =
        reading.report().naiveFigures().stream()
            .filter(f -> f.measure().equals("family_association_naive"))
            .map(f -> Shown.of(f.result(), reading.smallCell()))
            .filter(Shown::present)
            .findFirst();
    Optional<Shown> sound =
        result(reading, "family_association_alone", "unplanned_exit")
            .map(r -> Shown.of(r, reading.smallCell()))
            .filter(Shown::present);
    return biased.isEmpty() || sound.isEmpty()
        ? ""
        : " As a hazard ratio of unplanned exit the biased comparison gives "
            + biased.get().cell()
            + ", the sound one "
            + sound.get().cell()
            + ".";
  }

  private static Optional<Result> result(Reading reading, String measure, String level) {
    return reading.report().figures().stream()
        .filter(f -> f.month().equals(reading.report().month()))
        .filter(f -> f.measure().equals(measure) && f.slice().level().equals(level))
        .filter(f -> f.slice().isOverall())
        .map(Figure::result)
        .findFirst();
  }
}
