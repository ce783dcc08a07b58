package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;

/** Relapses that staff recorded, and what followed them. */
final class RelapseSection {

  private static final OptionalInt DAY = OptionalInt.of(90);
  private static final OptionalInt NO_DAY = OptionalInt.empty();

  private final Reading reading;

  private RelapseSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    return new RelapseSection(reading).section();
  }

  private PageModel.Section section() {
    return new PageModel.Section(
        "relapse",
        "Relapse, and what followed",
        "Relapse",
        List.of(new Prose(finding())),
        Prose.paragraphs(
            kept(),
            regained(),
            "A relapse is what staff recorded while the client was in care: none on record is not"
                + " none. Lapses are left out."),
        Prose.paragraphs(reading.measureLine("relapse")),
        List.of(),
        List.of(relapses(), afterwards(), rates()));
  }

  private String finding() {
    Shown shown = reading.shown("relapse", DAY, Slice.OVERALL);
    return shown.present()
        ? "By day 90, "
            + shown.value()
            + " of clients had a relapse recorded while in care ("
            + shown.interval()
            + ")."
        : shown.absence("The share with a relapse recorded by day 90");
  }

  private String kept() {
    Shown shown = reading.shown("kept_after_relapse_30", Slice.OVERALL);
    return shown.present()
        ? "Of "
            + Numerals.count(shown.total())
            + " relapses, "
            + shown.cell()
            + " were followed by care 30 days on, or by a completion or transfer before that."
        : shown.absence("Care after a relapse");
  }

  private String regained() {
    Shown shown = reading.shown("regained_28", DAY, Slice.OVERALL);
    return shown.present()
        ? "Within 90 days of a first relapse "
            + shown.cell()
            + " had four sober weeks in a row; a missing week breaks the row."
        : shown.absence("Sobriety after a relapse");
  }

  private PageModel.Block relapses() {
    String title = "Relapse recorded while in care, by day 90";
    DotPlot plot = new DotPlot("relapse-groups", title);
    plot.everybody(reading, "relapse", DAY);
    plot.under("By tier at admission").tiers(reading, "relapse", DAY);
    if (FamilyGroup.recorded(reading.report())) {
      plot.under("By days with a family contact up to day " + reading.report().landmarkDay())
          .families(reading, "relapse", DAY, FamilyGroup.AT_LANDMARK);
    }
    return plotOf(
        plot,
        title,
        "Admissions of "
            + reading.admitted()
            + "; exits compete. Family groups: clients in care after day "
            + reading.report().landmarkDay()
            + " without a relapse by then, an association, not an effect.",
        "Share with a relapse");
  }

  private PageModel.Block afterwards() {
    String title = "After a relapse";
    DotPlot plot = new DotPlot("relapse-after", title).rowsAre("What followed, group");
    plot.under("In care 30 days on, of relapses");
    groups(plot, "kept_after_relapse_30", NO_DAY);
    plot.under("Four sober weeks in a row within 90 days, of first relapses");
    groups(plot, "regained_28", DAY);
    return plotOf(
        plot,
        title,
        "Tier and family contact are those of the day of the relapse. n is relapses above, clients"
            + " with one below.",
        "Share");
  }

  private void groups(DotPlot plot, String measure, OptionalInt at) {
    plot.everybody(reading, measure, at).tiers(reading, measure, at);
    if (FamilyGroup.recorded(reading.report())) {
      plot.families(reading, measure, at, FamilyGroup.OVER_TIME);
    }
  }

  private PageModel.Block plotOf(DotPlot plot, String title, String caption, String axis) {
    if (!plot.hasDots()) {
      return new PageModel.Remark(new Prose(title + ": no figure can be shown for this cohort."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(caption),
        reading.keep(plot.draw(axis, "Share (95\u00a0% interval)")),
        List.of(),
        List.of(plot.table(title)));
  }

  private PageModel.Block rates() {
    Table.Builder table =
        Table.titled("Relapses per 100 client-months in care (95\u00a0% interval)")
            .words("Tier")
            .numbers("Relapses", "Rate", "95\u00a0% interval");
    table.row(rate("All", Slice.OVERALL));
    for (TierLabel tier : reading.report().tiers()) {
      table.row(rate(tier.label(), Slice.ofTier(tier.code())));
    }
    return reading.grid(
        "Relapses over time in care",
        table.stacking(),
        new Prose("Every relapse counts, at the client’s tier on that day."));
  }

  private List<String> rate(String name, Slice slice) {
    Shown shown = reading.shown("relapse_rate", slice);
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(shown.present() ? Numerals.count(shown.total()) : "–");
    cells.add(shown.value());
    cells.add(shown.interval().isEmpty() ? "–" : shown.interval());
    return cells;
  }
}
