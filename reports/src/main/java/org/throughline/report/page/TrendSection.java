package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;

/** The headline figures over 24 months, without a verdict. */
final class TrendSection {

  private final Reading reading;

  private TrendSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    TrendSection section = new TrendSection(reading);
    List<PageModel.Block> blocks = new ArrayList<>();
    String finding = "";
    for (Headline headline : Headline.values()) {
      Series series = new Series(reading, headline);
      blocks.add(section.plot(headline, series));
      if (headline == Headline.ATTENDANCE) {
        finding =
            series.known() == 0
                ? "No month of the last 24 has a figure of attendance."
                : "Over the last 24 months attendance lay " + series.range() + ".";
      }
    }
    return new PageModel.Section(
        "trend",
        "Trend",
        "Trend",
        List.of(new Prose(finding)),
        Prose.paragraphs(
            "Completion and attendance are of single months, which do not overlap.",
            "Retention and sobriety are of trailing cohorts of "
                + reading.cohortMonths()
                + " months. Neighbouring points share nearly all of their clients: they move slowly, are"
                + " not independent, and a run of them in one direction says little.",
            "These charts show the months as they are known today. They give no verdict on whether"
                + " anything changed."),
        List.of(),
        List.of(),
        blocks);
  }

  private PageModel.Block plot(Headline headline, Series series) {
    if (series.known() == 0) {
      return new PageModel.Remark(
          new Prose(headline.title() + ": none of the last 24 months has a figure to show."));
    }
    String span =
        headline.span() == Headline.Span.TRAILING_COHORT
            ? " Each point covers the "
                + reading.cohortMonths()
                + " months of admission that end with it: neighbours overlap."
            : " Each point is that month alone.";
    return new PageModel.Plot(
        reading.nextNumber(),
        headline.title() + ", by month",
        new Prose(series.period() + ", with 95\u00a0% intervals." + span),
        reading.keep(series.chart()),
        List.of(),
        List.of(series.table()));
  }
}
