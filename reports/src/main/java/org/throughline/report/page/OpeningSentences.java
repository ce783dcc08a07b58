package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/**
 * The month in a few sentences, each written from figures: who, what, how sure, and whether it is
 * out of the usual; then stop. They name no cause, and call nothing a change that the signal rules
 * do not.
 */
final class OpeningSentences {

  private static final int FEW = 30;
  private static final int FIRST_WEEKS = 28;
  private static final int HALF_YEAR = 182;
  private static final int NAMED = 2;

  private final Reading reading;

  private OpeningSentences(Reading reading) {
    this.reading = reading;
  }

  /** Retention first, then what signals, then the rest, then what limits the trust in it. */
  static List<Prose> of(Reading reading) {
    OpeningSentences sentences = new OpeningSentences(reading);
    List<String> texts = new ArrayList<>();
    texts.add(sentences.judged(sentences.retention(), Headline.RETENTION));
    List<String> usual = new ArrayList<>();
    for (Headline headline :
        List.of(Headline.ATTENDANCE, Headline.COMPLETION, Headline.CONTINUOUS)) {
      boolean signals = Verdict.of(reading, headline).kind().isSignal();
      (signals ? texts : usual).add(sentences.judged(sentences.figure(headline), headline));
    }
    texts.addAll(usual);
    texts.add(2, sentences.exits());
    texts.add(sentences.sites());
    texts.add(sentences.care());
    return texts.stream().filter(t -> !t.isEmpty()).map(Prose::new).toList();
  }

  private String figure(Headline headline) {
    return switch (headline) {
      case RETENTION -> retention();
      case COMPLETION -> completion();
      case ATTENDANCE -> attendance();
      case CONTINUOUS -> sobriety();
    };
  }

  /** The figure's sentence and, where there is a figure, the verdict on it. */
  private String judged(String sentence, Headline headline) {
    boolean present = reading.shown(headline.measure(), headline.at(), Slice.OVERALL).present();
    Verdict verdict = Verdict.of(reading, headline);
    return present && verdict.kind() != Verdict.Kind.NONE
        ? sentence + " " + verdict.sentence()
        : sentence;
  }

  private String retention() {
    Shown shown = reading.shown("retention", 90, Slice.OVERALL);
    if (!shown.present()) {
      return shown.absence("Retention at day 90");
    }
    return "Of "
        + clients(shown.total())
        + " admitted from "
        + reading.admitted()
        + ", **"
        + shown.value()
        + " had no unplanned exit by day 90** ("
        + shown.interval()
        + ").";
  }

  private static String clients(long number) {
    return Numerals.count(number) + (number == 1 ? " client" : " clients");
  }

  /** When clients leave, or how they did where too few left to tell when. */
  private String exits() {
    Optional<Curve> curve = reading.drawable("exit_incidence_unplanned", Slice.OVERALL);
    long early = curve.map(c -> c.eventsBy(FIRST_WEEKS)).orElse(0L);
    long all = curve.map(c -> c.eventsBy(HALF_YEAR)).orElse(0L);
    if (early < reading.smallCell() || all - early < reading.smallCell()) {
      return endings();
    }
    return "**"
        + Numerals.count(early)
        + " of the "
        + Numerals.count(all)
        + " unplanned exits up to week 26 came in the first four weeks.**";
  }

  private String endings() {
    Shown completed = reading.shown("exit_incidence_planned", 180, Slice.OVERALL);
    Shown unplanned = reading.shown("exit_incidence_unplanned", 180, Slice.OVERALL);
    if (!completed.present() || !unplanned.present()) {
      return "";
    }
    return "By day 180, **"
        + completed.value()
        + " of clients had completed** ("
        + completed.interval()
        + ") and "
        + unplanned.value()
        + " had left unplanned ("
        + unplanned.interval()
        + ").";
  }

  private String completion() {
    Shown shown = reading.shown("completion", Slice.OVERALL);
    Optional<Result.Proportion> share = share("completion");
    if (share.isEmpty()) {
      return shown.absence("The share of exits that were completions");
    }
    long exits = share.get().denominator();
    if (exits < FEW && share.get().numerator() >= reading.smallCell()) {
      return "**"
          + Numerals.count(share.get().numerator())
          + " of the "
          + exits
          + " exits that became known in "
          + reading.monthName()
          + " were completions** ("
          + shown.interval()
          + ").";
    }
    return "Of "
        + Numerals.count(exits)
        + (exits == 1 ? " exit" : " exits")
        + " that became known in "
        + reading.monthName()
        + ", **"
        + shown.value()
        + " were completions** ("
        + shown.interval()
        + ").";
  }

  private String attendance() {
    Shown shown = reading.shown("attendance", Slice.OVERALL);
    if (!shown.present()) {
      return shown.absence("Attendance");
    }
    return "Of "
        + Numerals.count(shown.total())
        + " sessions offered in "
        + reading.monthName()
        + ", **"
        + shown.value()
        + " were attended** ("
        + shown.interval()
        + ").";
  }

  private String sobriety() {
    Shown shown = reading.shown("continuous", 12, Slice.OVERALL);
    if (!shown.present()) {
      return shown.absence("Sobriety in the first 12 weeks");
    }
    String most = shown.upper().isEmpty() ? "" : ", and at most " + shown.upper() + " if none does";
    return "Of "
        + clients(shown.total())
        + ", **"
        + shown.value()
        + " were sober in each of their first 12 weeks** ("
        + shown.interval()
        + ") if every missing week counts as use"
        + most
        + ".";
  }

  /** Sites beyond what sites of their size have by chance; nothing where there is none. */
  private String sites() {
    List<String> flagged =
        reading.report().figures().stream()
            .filter(f -> f.month().equals(reading.report().month()))
            .filter(f -> f.result() instanceof Result.Funnel funnel && funnel.flagged())
            .map(
                f ->
                    "**"
                        + f.slice().site()
                        + "** ("
                        + reading.label(f.slice().level(), f.at().orElse(0), f.slice().level())
                        + ")")
            .toList();
    return flagged.isEmpty()
        ? ""
        : "Beyond what chance gives a site of its size, once in 500: " + listed(flagged) + ".";
  }

  /** What the data checks warn of; nothing where they do not. */
  private String care() {
    List<Finding> grave =
        reading.report().findings().stream().filter(f -> f.level() != FindingLevel.NOTE).toList();
    if (grave.isEmpty()) {
      return "";
    }
    List<String> named =
        grave.stream().map(f -> DataCheckWords.brief(f.check(), f.place())).distinct().toList();
    return "**Read with care:** the data checks warn of " + listed(named) + ".";
  }

  private static String listed(List<String> names) {
    if (names.size() <= NAMED + 1) {
      return Spread.joined(names);
    }
    return String.join(", ", names.subList(0, NAMED))
        + " and "
        + Wording.number(names.size() - NAMED)
        + " more";
  }

  private Optional<Result.Proportion> share(String measure) {
    return reading
        .report()
        .figure(measure, OptionalInt.empty(), Slice.OVERALL)
        .map(Figure::result)
        .filter(Result.Proportion.class::isInstance)
        .map(Result.Proportion.class::cast);
  }
}
