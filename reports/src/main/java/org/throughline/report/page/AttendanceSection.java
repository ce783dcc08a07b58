package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.report.chart.Tint;

/** Sessions kept and missed, by tier, family involvement and site on the day of the session. */
final class AttendanceSection {

  /** Beyond this many, sites stand in the table of sites only. */
  private static final int SITES_IN_CHART = 12;

  private final Reading reading;

  private AttendanceSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    return new AttendanceSection(reading).section();
  }

  private PageModel.Section section() {
    return new PageModel.Section(
        "attendance",
        "Attendance and dose",
        "Attendance",
        List.of(new Prose(finding())),
        Prose.paragraphs(
            overall(), "Sessions that the program cancelled and walk-ins are left out."),
        Prose.paragraphs(reading.measureLine("attendance")),
        List.of(),
        List.of(
            plot("attendance", "Sessions attended", "Share of sessions offered"),
            plot("no_show", "Sessions missed without word", "Share of sessions offered"),
            dose()));
  }

  private String finding() {
    List<Spread> spreads = new ArrayList<>();
    for (TierLabel tier : reading.report().tiers()) {
      Spread.of(reading.name(tier), reading.shown("attendance", Slice.ofTier(tier.code())))
          .ifPresent(spreads::add);
    }
    return Spread.compared(spreads, "tier", "of sessions were attended in " + reading.monthName());
  }

  private String overall() {
    Shown attended = reading.shown("attendance", Slice.OVERALL);
    Shown missed = reading.shown("no_show", Slice.OVERALL);
    if (!attended.present() || !missed.present()) {
      return attended.absence("Attendance") + missed.absence(" The share missed without word");
    }
    return "Of "
        + Numerals.count(attended.total())
        + " sessions offered, "
        + attended.cell()
        + " were attended and "
        + missed.cell()
        + " missed without word; the rest were called off by the client.";
  }

  private PageModel.Block plot(String measure, String words, String axis) {
    String title = words + ", " + reading.monthName();
    DotPlot plot = new DotPlot(measure.replace('_', '-') + "-groups", title);
    OptionalInt now = OptionalInt.empty();
    plot.everybody(reading, measure, now);
    plot.under("By tier on that day").tiers(reading, measure, now);
    if (FamilyGroup.recorded(reading.report())) {
      plot.under("By family contact up to that day")
          .families(reading, measure, now, FamilyGroup.OVER_TIME);
    }
    List<String> sites = reading.report().sites();
    if (sites.size() <= SITES_IN_CHART) {
      plot.under("By site");
      sites.forEach(
          site -> plot.row(site, Tint.NEUTRAL, reading.shown(measure, Slice.ofSite(site))));
    }
    if (!plot.hasDots()) {
      return new PageModel.Remark(new Prose(title + ": no figure can be shown."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "n is sessions. Intervals allow for sessions of one client resembling each other."),
        reading.keep(plot.draw(axis, "Share (95\u00a0% interval)")),
        List.of(),
        List.of(plot.table(title + " (share of sessions offered)")));
  }

  /** From the first session to the hours prescribed: what care a client got. */
  private PageModel.Block dose() {
    String title = "From the first session to the dose";
    OptionalInt now = OptionalInt.empty();
    DotPlot plot = new DotPlot("dose", title).rowsAre("Step, group");
    for (Step step : Step.values()) {
      plot.under(step.words)
          .everybody(reading, step.measure, now)
          .tiers(reading, step.measure, now);
    }
    if (!plot.hasDots()) {
      return new PageModel.Remark(new Prose(title + ": no figure can be shown."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "The first two are of admissions of the cohort, the others of the month. Hours count in"
                + " tiers that prescribe them, in weeks that lie in care whole."),
        reading.keep(plot.draw("Share", "Share (95\u00a0% interval)")),
        List.of(),
        List.of(plot.table(title)));
  }

  /** What is asked of care, in the order in which a client meets it. */
  private enum Step {
    INITIATION("initiation_14", "A first session within 14 days"),
    ENGAGEMENT("engagement_34", "… and two more days of sessions within 34 days"),
    DOSE("dose_kept", "Weeks with the hours that the tier prescribes"),
    STEP_DOWN("stepdown_14", "Came within 14 days of a step down"),
    ROLE("role_kept", "Work, school or caregiving kept up, of check-ins that say");

    private final String measure;
    private final String words;

    Step(String measure, String words) {
      this.measure = measure;
      this.words = words;
    }
  }
}
