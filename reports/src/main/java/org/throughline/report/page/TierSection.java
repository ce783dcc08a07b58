package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Group;
import org.throughline.report.chart.RiskRow;
import org.throughline.report.chart.SurvivalChart;
import org.throughline.report.chart.SurvivalModel;
import org.throughline.report.page.CurveTable.Named;

/** Retention by tier at admission: who had no unplanned exit, day by day. */
final class TierSection {

  static final List<Integer> HORIZONS = List.of(30, 60, 90, 180);
  private static final String UNPLANNED = "exit_incidence_unplanned";

  private final Reading reading;
  private final RiskRows counts;

  private TierSection(Reading reading) {
    this.reading = reading;
    counts = new RiskRows(reading.smallCell());
  }

  static PageModel.Section of(Reading reading) {
    return new TierSection(reading).section();
  }

  private PageModel.Section section() {
    return new PageModel.Section(
        "tiers",
        "Retention by intensity tier",
        "Tiers",
        List.of(new Prose(finding())),
        Prose.paragraphs(
            test(),
            "Clients are placed in a tier because of their needs. A difference between tiers, even a"
                + " clear one, would not show that one tier retains better.",
            "A client who completes, transfers or leaves for another reason is no unplanned exit, and"
                + " is no longer at risk of one."),
        Prose.paragraphs(reading.measureLine("retention")),
        List.of(),
        List.of(plot(), grid()));
  }

  /** The log-rank test of first episodes in words; empty where none was made. */
  private String test() {
    return reading
        .report()
        .figure("tier_test", OptionalInt.empty(), Slice.OVERALL.withLevel("unplanned_exit"))
        .map(Figure::result)
        .filter(Result.Comparison.class::isInstance)
        .map(Result.Comparison.class::cast)
        .map(
            t ->
                "Over the whole of care, a difference between the tiers’ curves as large as this "
                    + (t.p() < 0.05 ? "seldom" : "often")
                    + " arises by chance (log-rank, first episodes, "
                    + Numerals.p(t.p())
                    + ").")
        .orElse("");
  }

  private String finding() {
    List<Spread> spreads = new ArrayList<>();
    for (TierLabel tier : reading.report().tiers()) {
      Shown shown = reading.shown("retention", 90, Slice.ofTier(tier.code()));
      Spread.of(reading.name(tier), shown).ifPresent(spreads::add);
    }
    return Spread.compared(spreads, "tier", "had no unplanned exit by day 90");
  }

  private PageModel.Block plot() {
    List<Named> curves = new ArrayList<>();
    for (TierLabel tier : reading.report().tiers()) {
      Slice slice = Slice.ofTier(tier.code());
      Optional<Curve> curve = reading.drawable(UNPLANNED, slice);
      List<CurvePoint> points = curve.map(c -> Group.eventFree(c.points())).orElseGet(List::of);
      curves.add(new Named(reading.name(tier), curve, points, reading.missing(UNPLANNED, slice)));
    }
    if (curves.stream().allMatch(c -> c.points().isEmpty())) {
      return new PageModel.Remark(
          new Prose("No curve is drawn: no tier has one that can be shown for this cohort."));
    }
    int lastDay = CurveTable.lastDay(curves);
    List<Integer> days = SurvivalChart.ticks(lastDay);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      groups.add(group(reading.report().tiers().get(i), curves.get(i), days));
    }
    String title = "Clients without an unplanned exit, by tier at admission";
    String description =
        "Step curves, one for each of "
            + curves.size()
            + " tiers, with 95\u00a0% bands. "
            + CurveTable.spoken(curves, 90)
            + " "
            + finding();
    Drawing drawing =
        SurvivalChart.draw(
            new SurvivalModel(
                "tiers-retention",
                title,
                new Prose(description).plain(),
                "Clients without an unplanned exit",
                lastDay,
                groups,
                Optional.of(90)));
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose("Admissions of " + reading.admitted() + ". " + legend()),
        reading.keep(drawing),
        List.of(new Prose(note())),
        List.of(
            CurveTable.of(
                "No unplanned exit, by tier (share, 95\u00a0% interval, clients in care)",
                curves, days, counts)));
  }

  private Group group(TierLabel tier, Named named, List<Integer> days) {
    if (named.curve().isEmpty()) {
      return Group.hidden(named.name(), reading.tint(tier), named.missing());
    }
    Curve unplanned = named.curve().get();
    List<RiskRow> rows =
        reading
            .drawable("in_care_curve", Slice.ofTier(tier.code()))
            .map(all -> counts.closed(all, unplanned, days))
            .orElseGet(List::of);
    return new Group(named.name(), reading.tint(tier), named.points(), unplanned.entered(), rows);
  }

  private static String legend() {
    return "Bands are 95\u00a0% intervals; the ring marks day 90.";
  }

  private String note() {
    return "Small upright ticks: clients whose story ends at the retention cut of "
        + reading.day(reading.report().retentionCut())
        + ". A curve turns to a dotted line where fewer than "
        + reading.smallCell()
        + " are still in care. Each column of the table adds up to n; counts from 1 to "
        + (reading.smallCell() - 1)
        + " are shown as \u2039"
        + reading.smallCell()
        + ", and – is withheld so that they cannot be worked out.";
  }

  private PageModel.Grid grid() {
    Table.Builder table =
        Table.titled("No unplanned exit by day, by tier at admission").words("Tier").numbers("n");
    table.numbers(HORIZONS.stream().map(day -> "Day " + day).toArray(String[]::new));
    table.row(cells("All", Slice.OVERALL));
    for (TierLabel tier : reading.report().tiers()) {
      table.row(cells(tier.label(), Slice.ofTier(tier.code())));
    }
    return reading.grid(
        "Retention at 30, 60, 90 and 180 days", table.stacking(), notes().toArray(Prose[]::new));
  }

  private List<String> cells(String name, Slice slice) {
    List<Shown> shown =
        HORIZONS.stream().map(day -> reading.shown("retention", day, slice)).toList();
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(
        shown.stream()
            .filter(Shown::present)
            .findFirst()
            .map(s -> Numerals.count(s.total()))
            .orElse(shown.get(0).unknown() ? "–" : shown.get(0).value()));
    shown.forEach(s -> cells.add(s.cell()));
    return cells;
  }

  private List<Prose> notes() {
    String reasons =
        reading.report().tiers().stream()
            .map(t -> reading.shown("retention", 180, Slice.ofTier(t.code())))
            .filter(s -> s.value().equals("not available"))
            .map(Shown::reason)
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? List.of() : List.of(new Prose("Not available: " + reasons + "."));
  }
}
