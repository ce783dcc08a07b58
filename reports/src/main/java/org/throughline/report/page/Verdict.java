package org.throughline.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.ControlChart;
import org.throughline.figure.ControlChart.Point;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/**
 * What may be said about a headline figure's change: what the signal rules say, and nothing beyond.
 *
 * @param kind which
 * @param sentence the verdict as one or two whole sentences
 * @param brief the same beneath the word on a card
 */
record Verdict(Kind kind, String sentence, String brief) {

  /** With fewer months limits still move, and no verdict is given. */
  private static final int FIRM = 12;

  private static final String ON_TRIAL =
      " By trial limits, which still move, the latest month would be a signal.";

  /** The kinds of verdict, with the word on a card. */
  enum Kind {
    BETTER("better", "Signal: better"),
    WORSE("worse", "Signal: worse"),
    USUAL("usual", "Usual variation"),
    TOO_FEW("few", "Too few to say"),
    NONE("none", "No verdict");

    private final String style;
    private final String chip;

    Kind(String style, String chip) {
      this.style = style;
      this.chip = chip;
    }

    /** The kind with a class; empty where there is none. */
    static Optional<Kind> named(String style) {
      return Arrays.stream(values()).filter(k -> k.style.equals(style)).findFirst();
    }

    /** Its class in the style sheet, and its word in {@code publication.json}. */
    String style() {
      return style;
    }

    String chip() {
      return chip;
    }

    boolean isSignal() {
      return this == BETTER || this == WORSE;
    }
  }

  static Verdict of(Reading reading, Headline headline) {
    Optional<Result> result =
        reading
            .report()
            .figure("signal", headline.at(), Slice.OVERALL.withLevel(headline.measure()))
            .map(Figure::result);
    Optional<ControlChart> chart = reading.report().controlChart(headline.measure());
    if (result.isEmpty()) {
      return none("Whether this is changing was not computed for this month.");
    }
    if (result.get() instanceof Result.Signal signal) {
      return signal.trial()
          ? onTrial(signal)
          : new Telling(reading, headline, signal, chart).verdict();
    }
    int months = chart.map(c -> c.points().size()).orElse(0);
    if (result.get() instanceof Result.Unavailable
        && months > 0
        && chart.stream().allMatch(c -> c.limits().isEmpty())) {
      return tooFew(months);
    }
    Shown shown = Shown.of(result.get(), reading.smallCell());
    return none(
        "Whether this is changing "
            + (shown.unknown() ? "cannot be said: " : "is not shown: ")
            + shown.reason()
            + ".");
  }

  private static Verdict none(String sentence) {
    return new Verdict(Kind.NONE, sentence, sentence);
  }

  private static Verdict tooFew(int months) {
    String so = Wording.number(months);
    return new Verdict(
        Kind.TOO_FEW,
        "There are too few months to say whether this is changing: "
            + so
            + " of "
            + Wording.number(FIRM)
            + ".",
        Wording.capital(so)
            + (months == 1 ? " month" : " months")
            + " so far; a verdict needs "
            + Wording.number(FIRM)
            + ".");
  }

  private static Verdict onTrial(Result.Signal signal) {
    Verdict few = tooFew(signal.points());
    return signal.verdict() == Result.Signal.Verdict.USUAL
        ? few
        : new Verdict(Kind.TOO_FEW, few.sentence() + ON_TRIAL, few.brief() + ON_TRIAL);
  }

  /** A verdict from limits that stand, in words. */
  private record Telling(
      Reading reading, Headline headline, Result.Signal signal, Optional<ControlChart> chart) {

    Verdict verdict() {
      Kind kind =
          switch (signal.verdict()) {
            case BETTER -> Kind.BETTER;
            case WORSE -> Kind.WORSE;
            case USUAL -> Kind.USUAL;
          };
      String place = kind == Kind.USUAL ? "within the usual variation" + limits() : place();
      String signals =
          switch (kind) {
            case BETTER -> ": a signal for the better.";
            case WORSE -> ": a signal for the worse.";
            default -> ".";
          };
      String brief = Wording.capital(place) + ".";
      if (ofMonth()) {
        return new Verdict(kind, "That is " + place + signals, brief);
      }
      String told = Wording.capital(admissions()) + ": " + place + ".";
      return kind == Kind.USUAL
          ? new Verdict(
              kind,
              "The latest month of admissions that can be judged, "
                  + latest().map(p -> Dates.month(p.month())).orElse("not named here")
                  + ", is "
                  + place
                  + ".",
              told)
          : new Verdict(kind, Wording.capital(admissions()) + ", are " + place + signals, told);
    }

    private boolean ofMonth() {
      return headline.span() == Headline.Span.ONE_MONTH;
    }

    private Optional<Point> latest() {
      return chart
          .map(ControlChart::points)
          .filter(points -> !points.isEmpty())
          .map(points -> points.get(points.size() - 1));
    }

    /** Months of admission can be judged once their clients had the time. */
    private String admissions() {
      return latest()
          .map(
              p ->
                  "admissions of "
                      + Dates.month(p.month())
                      + ", the latest month that can be judged"
                      + p.value()
                          .map(v -> " (" + Numerals.percent(v) + " of " + p.n() + ")")
                          .orElse(""))
          .orElse("admissions of the latest month that can be judged");
    }

    private String limits() {
      return chart
          .flatMap(ControlChart::limits)
          .map(l -> " (" + Numerals.interval(l.natural()) + ")")
          .orElse("");
    }

    /** Where the latest month lies, by the strongest rule. */
    private String place() {
      boolean up = (signal.verdict() == Result.Signal.Verdict.BETTER) == upIsBetter();
      String side = up ? "above" : "below";
      String centre = " the centre line, " + Numerals.percent(signal.centre());
      return switch (latest().map(Point::rule).orElse(ControlChart.Rule.NONE)) {
        case OUTSIDE -> side + " the limits of usual variation" + limits();
        case ONE_SIDE -> run(side) + centre;
        case NEAR_LIMIT -> "part of two in three months that lie far " + side + centre;
        case TREND -> "the last of seven or more months in a row that " + (up ? "rose" : "fell");
        case NONE -> "out of the usual, since " + signal.reason();
      };
    }

    private boolean upIsBetter() {
      return reading
          .report()
          .definition(headline.measure())
          .map(Definition::direction)
          .filter(Direction.DOWN_IS_BETTER::equals)
          .isEmpty();
    }

    /** "the eighth month in a row above", counted as far back as months are shown. */
    private String run(String side) {
      List<Point> points = chart.map(ControlChart::points).orElseGet(List::of);
      int length = 0;
      for (int i = points.size() - 1; i >= 0; i--) {
        Optional<Double> value = points.get(i).value();
        if (value.isEmpty()) {
          return "one of seven or more months in a row " + side;
        }
        if (Math.signum(value.get() - signal.centre()) != (side.equals("above") ? 1 : -1)) {
          break;
        }
        length++;
      }
      return "the " + Wording.ordinal(length) + " month in a row " + side;
    }
  }
}
