package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Group;
import org.throughline.report.chart.SurvivalChart;
import org.throughline.report.chart.SurvivalModel;
import org.throughline.report.page.CurveTable.Named;

/** Family involvement: in time (Simon–Makuch, Mantel–Byar) and at a landmark; an association. */
final class FamilySection {

  private final Reading reading;
  private final RiskRows counts;

  private FamilySection(Reading reading) {
    this.reading = reading;
    counts = new RiskRows(reading.smallCell());
  }

  static PageModel.Section of(Reading reading) {
    return new FamilySection(reading).section();
  }

  private PageModel.Section section() {
    if (!FamilyGroup.recorded(reading.report())) {
      return unrecorded();
    }
    return new PageModel.Section(
        "family",
        "Family involvement",
        "Family",
        List.of(new Prose(finding())),
        Prose.paragraphs(test(), HazardRatios.sentence(reading)),
        Prose.paragraphs(reading.measureLine("in_care_curve")),
        List.of(
            new PageModel.Aside(
                "What can and cannot be concluded",
                Prose.paragraphs(
                    "Whoever stays longer has more time to bring somebody. Grouping by “ever involved”"
                        + " would make involvement look protective even when it does nothing; here a"
                        + " client counts as involved only from the day after the first contact on.",
                    "What is left is an association, not an effect: families may come because things"
                        + " are going well. It is a reason to ask, not a reason to expect."))),
        List.of(curves(), FamilyForest.of(reading), landmark(), byTier()));
  }

  /** Feeds without family contacts: one honest sentence, not a page of empty charts. */
  private static PageModel.Section unrecorded() {
    return new PageModel.Section(
        "family",
        "Family involvement",
        "Family",
        List.of(new Prose("No family contact is on record for this cohort.")),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new PageModel.Remark(
                new Prose(
                    "So clients cannot be compared by family involvement, here or in the sections"
                        + " below. It does not follow that no family was involved: contacts may not"
                        + " have been recorded, or not sent."))));
  }

  private Optional<Result.Comparison> comparison() {
    return result().filter(Result.Comparison.class::isInstance).map(Result.Comparison.class::cast);
  }

  private Optional<Result> result() {
    return reading.report().figures().stream()
        .filter(
            f -> f.measure().equals("family_test") && f.month().equals(reading.report().month()))
        .filter(f -> f.slice().isOverall())
        .map(Figure::result)
        .findFirst();
  }

  private String finding() {
    Optional<Result.Comparison> test = comparison();
    if (test.isEmpty()) {
      return "Whether clients with and without a family contact differ was not tested this month.";
    }
    return test.get().p() < 0.05
        ? "Clients with a family contact so far, and those without, differ in unplanned exits by more"
            + " than chance alone usually gives. It is an association."
        : "The data do not settle whether clients with a family contact so far leave unplanned more or"
            + " less often than those without.";
  }

  private String test() {
    Optional<Result.Comparison> found = comparison();
    if (found.isEmpty()) {
      Shown absent =
          result()
              .map(r -> Shown.of(r, reading.smallCell()))
              .orElseGet(() -> Shown.of(Optional.empty(), reading.smallCell()));
      return absent.absence("The Mantel–Byar test");
    }
    Result.Comparison test = found.get();
    return "Mantel–Byar test of unplanned exit, first episode of each client: chi-square "
        + Numerals.ratio(test.chiSquare())
        + " on "
        + test.degreesOfFreedom()
        + (test.degreesOfFreedom() == 1 ? " degree" : " degrees")
        + " of freedom, "
        + Numerals.p(test.p())
        + "; "
        + Numerals.count(test.events())
        + " unplanned exits among "
        + Numerals.count(test.episodes())
        + " episodes.";
  }

  /** The curves by time-dependent groups, as they are drawn. */
  static List<Named> timed(Reading reading) {
    List<Named> curves = new ArrayList<>();
    for (FamilyGroup family : FamilyGroup.OVER_TIME) {
      Slice slice = Slice.ofFamily(family.code());
      Optional<Curve> curve = reading.drawable("in_care_curve", slice);
      List<CurvePoint> points = curve.map(Curve::points).orElseGet(List::of);
      curves.add(new Named(family.label(), curve, points, reading.missing("in_care_curve", slice)));
    }
    return curves;
  }

  private PageModel.Block curves() {
    List<Named> curves = timed(reading);
    if (curves.stream().allMatch(c -> c.points().isEmpty())) {
      return new PageModel.Remark(
          new Prose("No curve by family contact can be shown for this cohort."));
    }
    int lastDay = CurveTable.lastDay(curves);
    List<Integer> days = SurvivalChart.ticks(lastDay);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Named named = curves.get(i);
      FamilyGroup family = FamilyGroup.OVER_TIME.get(i);
      groups.add(
          named
              .curve()
              .map(c -> group(family, c, days))
              .orElseGet(() -> Group.hidden(named.name(), family.tint(), named.missing())));
    }
    String title = "Still in care, by whether a family contact had taken place by that day";
    Drawing drawing =
        SurvivalChart.draw(
            new SurvivalModel(
                "family-in-care",
                title,
                "Two step curves of any exit, with 95\u00a0% bands; clients move from one to the other"
                    + " on the day after their first contact. "
                    + CurveTable.spoken(curves, 90),
                "Clients still in care (any exit)",
                lastDay,
                groups,
                Optional.of(90)));
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "Clients move from the grey curve to the other on the day after their first contact"
                + " (Simon–Makuch). Admissions of "
                + reading.admitted()
                + "."),
        reading.keep(drawing),
        List.of(
            new Prose(
                "“In care” counts clients of each group on that day, so a group can grow; n is everyone"
                    + " who was ever in the group. A client who becomes involved changes rows; columns"
                    + " do not add up within a group.")),
        List.of(
            CurveTable.of(
                "Still in care, by involvement up to that day (share, 95\u00a0% interval, clients)",
                curves, days, counts)));
  }

  private Group group(FamilyGroup family, Curve curve, List<Integer> days) {
    return new Group(
        family.label(), family.tint(), curve.points(), curve.entered(), counts.open(curve, days));
  }

  private PageModel.Block landmark() {
    MonthReport report = reading.report();
    String title =
        "No unplanned exit, by days with a family contact up to day " + report.landmarkDay();
    DotPlot plot = new DotPlot("family-landmark", title).rowsAre("Contacts");
    for (int day : TierSection.HORIZONS) {
      if (day > report.landmarkDay()) {
        plot.under("By day " + day)
            .families(reading, "retention", OptionalInt.of(day), FamilyGroup.AT_LANDMARK);
      }
    }
    if (!plot.hasDots()) {
      return new PageModel.Remark(
          new Prose(
              "No figure by family contacts in the first "
                  + report.landmarkDay()
                  + " days can be shown for this cohort."));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "Landmark: clients still in care after day "
                + report.landmarkDay()
                + ". Nothing after that day decides the group; days count from admission."),
        reading.keep(plot.draw("Clients without an unplanned exit", "Share (95\u00a0% interval)")),
        List.of(),
        List.of(plot.table(title)));
  }

  private PageModel.Block byTier() {
    return familyGrid(
        reading,
        "retention",
        90,
        "No unplanned exit by day 90, by tier and contacts",
        "Clients still in care after day " + reading.report().landmarkDay() + ".");
  }

  /** A table of tiers by landmark groups, or a sentence where no cell was computed. */
  static PageModel.Block familyGrid(
      Reading reading, String measure, int at, String heading, String note) {
    Table.Builder table =
        Table.titled(heading + ": share (95\u00a0% interval) and number of clients").words("Tier");
    FamilyGroup.AT_LANDMARK.forEach(f -> table.numbers(f.label()));
    boolean known = false;
    for (TierLabel tier : reading.report().tiers()) {
      List<String> cells = new ArrayList<>();
      cells.add(tier.label());
      for (FamilyGroup family : FamilyGroup.AT_LANDMARK) {
        Shown shown = reading.shown(measure, at, Slice.ofTierAndFamily(tier.code(), family.code()));
        cells.add(shown.present() ? shown.cell() + ", " + shown.n() : shown.value());
        known |= !shown.unknown();
      }
      table.row(cells);
    }
    if (!known) {
      return new PageModel.Remark(new Prose(heading + ": no figure was computed."));
    }
    return reading.grid(heading, table.stacking(), new Prose(note));
  }
}
