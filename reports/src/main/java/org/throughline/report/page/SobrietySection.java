package org.throughline.report.page;

import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Slice;

/** Sobriety continuity: sober in every week so far, between its two readings of missing weeks. */
final class SobrietySection {

  private static final List<Integer> WEEKS = List.of(4, 12, 26);

  private final Reading reading;

  private SobrietySection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    return new SobrietySection(reading).section();
  }

  private PageModel.Section section() {
    return new PageModel.Section(
        "sobriety",
        "Sobriety continuity",
        "Sobriety",
        List.of(new Prose(finding())),
        Prose.paragraphs(
            "The point counts a missing week as use, as trials do; the pale bar ends where every"
                + " missing week is counted as sober. The truth lies between.",
            "A client who has left stays in the denominator. After exit most weeks are silent, so the"
                + " bars grow with time."),
        Prose.paragraphs(reading.measureLine("continuous")),
        List.of(),
        blocks());
  }

  private List<PageModel.Block> blocks() {
    return FamilyGroup.recorded(reading.report())
        ? List.of(
            byTier(),
            byFamily(),
            FamilySection.familyGrid(
                reading,
                "continuous",
                12,
                "Sober in every week to week 12, by tier and contacts",
                landmarkNote()))
        : List.of(byTier());
  }

  private String finding() {
    Shown shown = reading.shown("continuous", 12, Slice.OVERALL);
    if (!shown.present()) {
      return shown.absence("Sobriety in the first 12 weeks");
    }
    return shown.upper().isEmpty()
        ? shown.value() + " of clients were sober in each of their first 12 weeks."
        : "Between "
            + shown.value()
            + " and "
            + shown.upper()
            + " of clients were sober in each of their first 12 weeks. The width is what is not known.";
  }

  private String landmarkNote() {
    return "Clients still in care after day "
        + reading.report().landmarkDay()
        + "; the weeks that begin after that day. A missing week counts as use.";
  }

  private PageModel.Block byTier() {
    DotPlot plot = new DotPlot("sobriety-tiers", "Sober in every week so far").rowsAre("Horizon");
    for (int weeks : WEEKS) {
      plot.under("First " + weeks + " weeks");
      plot.everybody(reading, "continuous", OptionalInt.of(weeks))
          .tiers(reading, "continuous", OptionalInt.of(weeks));
    }
    return plotOf(
        plot,
        "Sober in every week so far",
        "Admissions of "
            + reading.cohort()
            + " with that many weeks over, left or not. Point and line: missing counts as use, with"
            + " 95\u00a0% interval. End of the pale bar: missing counts as sober.");
  }

  private PageModel.Block byFamily() {
    String title = "Sober in every week after the landmark, by family contacts";
    DotPlot plot = new DotPlot("sobriety-family", title).rowsAre("Horizon, contacts");
    for (int weeks : WEEKS) {
      if (weeks * 7 - 6 > reading.report().landmarkDay()) {
        plot.under("To week " + weeks)
            .families(reading, "continuous", OptionalInt.of(weeks), FamilyGroup.AT_LANDMARK);
      }
    }
    return plotOf(plot, title, landmarkNote() + " An association, not an effect.");
  }

  private PageModel.Block plotOf(DotPlot plot, String title, String caption) {
    if (!plot.hasDots()) {
      return new PageModel.Remark(new Prose(title + ": no figure can be shown for this cohort."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(caption),
        reading.keep(
            plot.draw("Clients sober in every week", "At least (95\u00a0% interval), at most")),
        List.of(),
        List.of(plot.table(title)));
  }
}
