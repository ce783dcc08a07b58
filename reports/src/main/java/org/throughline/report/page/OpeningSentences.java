package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/**
 * The month in a few sentences, each written from one figure: who, what, how sure; then stop. They
 * claim no change, no cause and no verdict, since nothing here has tested one.
 */
final class OpeningSentences {

  private static final int FEW = 30;

  private final Reading reading;

  private OpeningSentences(Reading reading) {
    this.reading = reading;
  }

  static List<Prose> of(Reading reading) {
    OpeningSentences sentences = new OpeningSentences(reading);
    List<String> texts = new ArrayList<>();
    texts.add(sentences.retention());
    texts.add(sentences.exits());
    texts.add(sentences.completion());
    texts.add(sentences.attendance());
    texts.add(sentences.sobriety());
    return texts.stream().filter(t -> !t.isEmpty()).map(Prose::new).toList();
  }

  private String retention() {
    Shown shown = reading.shown("retention", 90, Slice.OVERALL);
    if (!shown.present()) {
      return shown.absence("Retention at day 90");
    }
    return "Of "
        + Numerals.count(shown.total())
        + " clients admitted from "
        + reading.admitted()
        + ", **"
        + shown.value()
        + " had no unplanned exit by day 90** ("
        + shown.interval()
        + ").";
  }

  private String exits() {
    Shown completed = reading.shown("exit_incidence_planned", 180, Slice.OVERALL);
    Shown unplanned = reading.shown("exit_incidence_unplanned", 180, Slice.OVERALL);
    if (!completed.present() || !unplanned.present()) {
      return "";
    }
    return "By day 180, **"
        + completed.value()
        + " of them had completed** ("
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
        + " exits that became known in "
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
        + Numerals.count(shown.total())
        + " clients, **"
        + shown.value()
        + " were sober in each of their first 12 weeks** ("
        + shown.interval()
        + ") if every missing week counts as use"
        + most
        + ".";
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
