package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.throughline.figure.Unit;

/** Months with limits: invented. */
final class XmrSamples {

  static final YearMonth FIRST = YearMonth.of(2023, 7);

  private XmrSamples() {}

  static XmrModel model(
      String id, Unit unit, List<XmrModel.Month> months, XmrModel.Limits... limits) {
    return new XmrModel(
        id,
        "Attendance by month with its limits",
        "Invented months.",
        "Sessions attended, of those offered",
        unit,
        months,
        limits.length == 0 ? Optional.empty() : Optional.of(limits[0]));
  }

  static XmrModel.Limits limits(double centre, double mean, int setBy, XmrModel.Standing standing) {
    return new XmrModel.Limits(
        centre, centre - 2.66 * mean, centre + 2.66 * mean, mean, 3.268 * mean, setBy, standing);
  }

  static List<XmrModel.Month> months(int count, double centre, double spread, long seed) {
    Random random = new Random(seed);
    List<XmrModel.Month> months = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      months.add(
          XmrModel.Month.of(
              FIRST.plusMonths(i),
              centre + spread * Math.max(-2, Math.min(2, random.nextGaussian()))));
    }
    return months;
  }

  /** Two signals for the worse at the end, set by the first fifteen months. */
  static XmrModel attendance(String id) {
    List<XmrModel.Month> months = months(24, .788, .010, 4);
    months.set(
        22, XmrModel.Month.signal(FIRST.plusMonths(22), .757, XmrModel.Signal.RUN, Verdict.WORSE));
    months.set(
        23,
        XmrModel.Month.signal(FIRST.plusMonths(23), .730, XmrModel.Signal.OUTSIDE, Verdict.WORSE));
    return model(id, Unit.SHARE, months, limits(.788, .0165, 15, XmrModel.Standing.FIRM));
  }

  /** Gaps, a run for the better, and an upper limit beyond 100 %. */
  static XmrModel completion(String id) {
    List<XmrModel.Month> months = months(24, .55, .07, 8);
    months.set(4, XmrModel.Month.gap(FIRST.plusMonths(4), Gallery.REASON));
    months.set(5, XmrModel.Month.gap(FIRST.plusMonths(5), Gallery.REASON));
    for (int i = 16; i < 24; i++) {
      months.set(
          i,
          XmrModel.Month.signal(
              FIRST.plusMonths(i), .68 + .02 * (i % 3), XmrModel.Signal.RUN, Verdict.BETTER));
    }
    return model(id, Unit.SHARE, months, limits(.55, .18, 22, XmrModel.Standing.FIRM));
  }

  /** Eight months after a wait, with limits on trial. */
  static XmrModel trial(String id) {
    List<XmrModel.Month> months = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      months.add(XmrModel.Month.gap(FIRST.plusMonths(i), "Check-ins began in August 2024"));
    }
    Random random = new Random(3);
    for (int i = 13; i < 21; i++) {
      months.add(XmrModel.Month.of(FIRST.plusMonths(i), .3 + .05 * random.nextGaussian()));
    }
    return model(id, Unit.SHARE, months, limits(.3, .06, 8, XmrModel.Standing.TRIAL));
  }

  static List<Drawing> usual() {
    return List.of(
        XmrChart.draw(attendance("xmr")),
        XmrChart.draw(completion("xmr-completion")),
        XmrChart.draw(trial("xmr-trial")),
        Sparkline.draw(attendance("spark-limits")),
        Sparkline.draw(completion("spark-completion")),
        Sparkline.draw(trial("spark-trial")));
  }

  private static XmrModel same(String id, double value, int count) {
    return model(
        id,
        Unit.SHARE,
        months(count, value, 0, 1),
        limits(value, 0, count, XmrModel.Standing.FIRM));
  }

  static List<Drawing> hard() {
    XmrModel few = model("xmr-few", Unit.SHARE, months(4, .7, .03, 2));
    XmrModel one = model("xmr-one", Unit.SHARE, months(1, .7, 0, 2));
    XmrModel rates =
        model(
            "xmr-rates",
            Unit.PER_100_CLIENT_MONTHS,
            months(96, 9, 1.5, 6),
            limits(9, 1.8, 24, XmrModel.Standing.FIRM));
    List<XmrModel> models =
        List.of(
            few,
            one,
            rates,
            same("xmr-zero", 0, 8),
            same("xmr-full", 1, 8),
            same("xmr-same", .5, 24),
            model("xmr-none", Unit.SHARE, List.of()),
            model("xmr-gaps", Unit.SHARE, List.of(XmrModel.Month.gap(FIRST, Gallery.REASON))));
    List<Drawing> drawings = new ArrayList<>();
    for (XmrModel model : models) {
      drawings.add(XmrChart.draw(model));
      drawings.add(Sparkline.draw(renamed(model)));
    }
    return drawings;
  }

  private static XmrModel renamed(XmrModel m) {
    return new XmrModel(
        "spark-" + m.id(),
        m.title(),
        m.description(),
        m.yTitle(),
        m.unit(),
        m.months(),
        m.limits());
  }

  /** Four months about 70 %, the last outside; round numbers for tests of places. */
  static XmrModel small(String id) {
    return model(
        id,
        Unit.SHARE,
        List.of(
            XmrModel.Month.of(FIRST, .70),
            XmrModel.Month.of(FIRST.plusMonths(1), .74),
            XmrModel.Month.gap(FIRST.plusMonths(2), Gallery.REASON),
            new XmrModel.Month(
                FIRST.plusMonths(3),
                OptionalDouble.of(.60),
                "",
                XmrModel.Signal.OUTSIDE,
                Verdict.WORSE)),
        new XmrModel.Limits(.72, .64, .80, .03, .098, 2, XmrModel.Standing.FIRM));
  }
}
