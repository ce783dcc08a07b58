package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
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
        "Attendance",
        "Attendance",
        List.of(new Prose(finding())),
        Prose.paragraphs(
            overall(), "Sessions that the program cancelled and walk-ins are left out."),
        Prose.paragraphs(reading.measureLine("attendance")),
        List.of(),
        List.of(
            plot("attendance", "Sessions attended", "Share of sessions offered"),
            plot("no_show", "Sessions missed without word", "Share of sessions offered")));
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
    plot.row("All", Tint.NEUTRAL, reading.shown(measure, Slice.OVERALL));
    plot.under("By tier on that day");
    for (TierLabel tier : reading.report().tiers()) {
      plot.row(
          reading.name(tier),
          reading.tint(tier),
          reading.shown(measure, Slice.ofTier(tier.code())));
    }
    if (FamilyGroup.recorded(reading.report())) {
      plot.under("By family contact up to that day");
      for (FamilyGroup family : FamilyGroup.OVER_TIME) {
        plot.row(
            family.label(), family.tint(), reading.shown(measure, Slice.ofFamily(family.code())));
      }
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
}
