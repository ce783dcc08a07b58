package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;

/** The headline measures month by month, with the limits of usual variation. */
final class TrendSection {

  private final Reading reading;

  private TrendSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    TrendSection section = new TrendSection(reading);
    List<PageModel.Block> blocks = new ArrayList<>();
    for (Headline headline : Headline.values()) {
      blocks.add(section.plot(headline));
    }
    return new PageModel.Section(
        "trend",
        "Month by month: signal or noise",
        "Trend",
        List.of(new Prose(section.finding())),
        Prose.paragraphs(
            "Each point is one month alone: of exits and sessions the month itself, of retention and"
                + " sobriety those admitted in it, once all of them have had the time.",
            "The limits hold what a steady program does from month to month. A month outside them, or"
                + " a run that chance seldom makes, is a signal: something changed. The rule does not"
                + " say what, and two or three of a hundred steady programs show one in a month all the same.",
            "Limits rest on the first 24 months of a chart, or as many as there are; fewer than twelve"
                + " give no verdict."),
        Prose.paragraphs(reading.measureLine("signal")),
        List.of(),
        blocks);
  }

  private String finding() {
    List<String> better = new ArrayList<>();
    List<String> worse = new ArrayList<>();
    int judged = 0;
    for (Headline headline : Headline.values()) {
      Verdict.Kind kind = Verdict.of(reading, headline).kind();
      judged += kind.isSignal() || kind == Verdict.Kind.USUAL ? 1 : 0;
      if (kind.isSignal()) {
        (kind == Verdict.Kind.BETTER ? better : worse).add(headline.noun());
      }
    }
    if (judged == 0) {
      return "There are too few months yet to tell a signal from noise.";
    }
    if (better.isEmpty() && worse.isEmpty()) {
      return "No headline measure signals: what moved this month is within the usual variation.";
    }
    List<String> parts = new ArrayList<>();
    if (!worse.isEmpty()) {
      parts.add(Spread.joined(worse) + signals(worse) + "worse");
    }
    if (!better.isEmpty()) {
      parts.add(Spread.joined(better) + signals(better) + "better");
    }
    return Wording.capital(String.join("; ", parts)) + ". The rule does not say what changed.";
  }

  private static String signals(List<String> names) {
    return names.size() == 1 ? " signals for the " : " signal for the ";
  }

  private PageModel.Block plot(Headline headline) {
    ControlSeries series = new ControlSeries(reading, headline);
    if (!series.shown()) {
      return new PageModel.Remark(
          new Prose(headline.title() + ": no single month has a share that can be shown."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        headline.title() + ", month by month",
        new Prose(series.caption() + " " + Verdict.of(reading, headline).brief()),
        reading.keep(series.chart()),
        List.of(),
        List.of(series.table()));
  }
}
