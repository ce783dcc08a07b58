package org.throughline.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;

/** The figures of a worked example, in words. */
public final class WorkedFigures {
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final MathContext PLACES = MathContext.DECIMAL64;

  private WorkedFigures() {}

  /** "at 30: 0.8333 (5 of 6); at 60: …"; what cannot be computed says why. */
  public static String of(CodebookEntry entry) {
    List<Figure> figures = entry.example();
    return figures.stream().map(WorkedFigures::words).collect(Collectors.joining("; "));
  }

  private static String words(Figure figure) {
    String name = figure.measure();
    if (!figure.slice().level().isEmpty()) {
      name += " (" + figure.slice().level() + ")";
    }
    if (figure.slice().bySite()) {
      name += " of site " + figure.slice().site();
    }
    if (figure.at().isPresent()) {
      name += " at " + figure.at().getAsInt();
    }
    return name + ": " + words(figure.result());
  }

  private static String words(Result result) {
    if (result instanceof Result.Count count) {
      return Long.toString(count.value());
    }
    if (result instanceof Result.Proportion share) {
      return number(share.value()) + " (" + share.numerator() + " of " + share.denominator() + ")";
    }
    if (result instanceof Result.AtDay day) {
      return number(day.value())
          + " ("
          + day.events()
          + " events, "
          + day.entered()
          + " entered, "
          + day.atRisk()
          + " still at risk)";
    }
    if (result instanceof Result.Rate rate) {
      return number(rate.value()) + " (" + rate.events() + " in " + rate.days() + " days)";
    }
    if (result instanceof Result.Duration time) {
      return number(time.value()) + " (" + time.episodes() + " episodes)";
    }
    if (result instanceof Result.Comparison test) {
      return "chi-square "
          + number(test.chiSquare())
          + ", "
          + test.degreesOfFreedom()
          + " df, p "
          + number(test.p())
          + " ("
          + test.events()
          + " events)";
    }
    if (result instanceof Result.Ratio ratio) {
      return number(ratio.value())
          + ", p "
          + number(ratio.p())
          + " ("
          + ratio.events()
          + " events)";
    }
    if (result instanceof Result.Funnel share) {
      return number(share.value()) + " (" + share.numerator() + " of " + share.denominator() + ")";
    }
    if (result instanceof Result.Signal signal) {
      return signal.reason().isEmpty() ? "usual variation" : "a signal, since " + signal.reason();
    }
    return result instanceof Result.Unavailable none ? "none: " + none.reason() : "none";
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value, PLACES).round(FOUR_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
