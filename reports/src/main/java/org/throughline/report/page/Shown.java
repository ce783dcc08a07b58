package org.throughline.report.page;

import java.util.Optional;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.report.chart.Dot;

/**
 * How one figure reads. Every kind of result has words here, and so has a figure that is not there
 * at all: a page never shows a blank.
 *
 * @param value "68 %", "26", "‹11", "–" or "not available"
 * @param interval "64–72 %", or empty
 * @param n "n = 212", or empty
 * @param reason why there is no number, as a sentence without its full stop; empty if there is one
 * @param dot for charts; empty if there is no number
 * @param total what {@code n} counts; 0 if unknown or not to be shown
 * @param upper what the most hopeful reading of missing weeks gives: "60 %"; or empty
 */
public record Shown(
    String value,
    String interval,
    String n,
    String reason,
    Optional<Dot> dot,
    long total,
    String upper) {

  private static final String NOT_COMPUTED = "not computed";

  static Shown of(Optional<Figure> figure, int smallCell) {
    return figure
        .map(f -> of(f.result(), smallCell))
        .orElseGet(() -> without(NOT_COMPUTED, "it was not computed for this month"));
  }

  static Shown of(Result result, int smallCell) {
    if (result instanceof Result.Count count) {
      return counted(count.value());
    }
    if (result instanceof Result.Proportion share) {
      return new Shown(
          Numerals.percent(share.value()),
          Numerals.interval(share.interval()),
          Numerals.n(share.denominator()),
          "",
          Optional.of(new Dot(share.value(), Optional.of(share.interval()), share.bounds())),
          share.denominator(),
          share.bounds().map(b -> Numerals.percent(b.high())).orElse(""));
    }
    if (result instanceof Result.AtDay day) {
      return new Shown(
          Numerals.percent(day.value()),
          Numerals.interval(day.interval()),
          Numerals.n(day.entered()),
          "",
          Optional.of(new Dot(day.value(), Optional.of(day.interval()), day.bounds())),
          day.entered(),
          day.bounds().map(b -> Numerals.percent(b.high())).orElse(""));
    }
    if (result instanceof Result.Rate rate) {
      return new Shown(
          Numerals.rate(rate.value()),
          Numerals.rate(rate.interval().low()) + "\u2013" + Numerals.rate(rate.interval().high()),
          Numerals.n(rate.events()),
          "",
          Optional.empty(),
          rate.events(),
          "");
    }
    if (result instanceof Result.Duration time) {
      return new Shown(
          Numerals.days(time.value()),
          time.interval().map(Shown::daysApart).orElse(""),
          Numerals.n(time.episodes()),
          "",
          Optional.empty(),
          time.episodes(),
          "");
    }
    if (result instanceof Result.Comparison test) {
      return new Shown(
          Numerals.p(test.p()),
          "",
          Numerals.n(test.episodes()),
          "",
          Optional.empty(),
          test.episodes(),
          "");
    }
    if (result instanceof Result.Ratio ratio) {
      return new Shown(
          Numerals.ratio(ratio.value()),
          Numerals.ratio(ratio.interval().low())
              + "\u2013"
              + Numerals.ratio(ratio.interval().high()),
          Numerals.n(ratio.episodes()),
          "",
          Optional.empty(),
          ratio.episodes(),
          "");
    }
    if (result instanceof Result.Funnel share) {
      return new Shown(
          Numerals.percent(share.value()),
          "",
          Numerals.n(share.denominator()),
          "",
          Optional.empty(),
          share.denominator(),
          "");
    }
    if (result instanceof Result.Signal signal) {
      return new Shown(verdict(signal), "", "", "", Optional.empty(), signal.points(), "");
    }
    if (result instanceof Result.Suppressed hidden) {
      String why =
          switch (hidden.kind()) {
            case PRIMARY -> "it is about fewer than " + smallCell + " clients";
            case COMPLEMENTARY ->
                "it would give away a figure of fewer than " + smallCell + " clients";
          };
      return without(Numerals.hidden(hidden.kind(), smallCell), why);
    }
    if (result instanceof Result.Unavailable missing) {
      return without("not available", unstopped(missing.reason()));
    }
    throw new IllegalStateException("Result is sealed, and " + result + " is none of its kinds");
  }

  /** "usual variation", or a signal and why it is one. */
  private static String verdict(Result.Signal signal) {
    return switch (signal.verdict()) {
      case USUAL -> "usual variation";
      case BETTER -> "a signal for the better, since " + signal.reason();
      case WORSE -> "a signal for the worse, since " + signal.reason();
    };
  }

  private static Shown counted(long number) {
    return new Shown(Numerals.count(number), "", "", "", Optional.empty(), number, "");
  }

  private static Shown without(String word, String reason) {
    return new Shown(word, "", "", reason, Optional.empty(), 0, "");
  }

  private static String daysApart(Interval interval) {
    return Numerals.count(Math.round(interval.low()))
        + "\u2013"
        + Numerals.days(Math.rint(interval.high()));
  }

  /** Without its full stop, and with a small first letter: it goes on after a colon. */
  private static String unstopped(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }

  /** Whether there is a number. */
  public boolean present() {
    return reason.isEmpty();
  }

  /** Whether nothing is known at all: neither a number nor a hidden one. */
  public boolean unknown() {
    return !present() && value.startsWith("not ");
  }

  /** "68 % (64–72 %)", or the word that stands for it. */
  public String cell() {
    return interval.isEmpty() ? value : value + " (" + interval + ")";
  }

  /** {@link #cell} for a chart's column: a hidden one says that it is not shown. */
  public String label() {
    if (present()) {
      return upper.isEmpty() ? cell() : cell() + ", at most " + upper;
    }
    return unknown() ? value : value + ", not shown";
  }

  /** A whole sentence that says why there is no number; empty if there is one. */
  String absence(String subject) {
    if (present()) {
      return "";
    }
    if (value.equals(NOT_COMPUTED)) {
      return subject + " was not computed for this month.";
    }
    return unknown()
        ? subject + " is " + value + ": " + reason + "."
        : subject + " is not shown: " + reason + ".";
  }

  /** For descriptions: "68 % (64–72 %), n = 212", or why not. */
  public String spoken() {
    if (!present()) {
      return unknown() ? value : "not shown, since " + reason;
    }
    return n.isEmpty() ? label() : label() + ", " + n;
  }
}
