package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Slice;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Group;
import org.throughline.report.chart.MultiplesChart;
import org.throughline.report.chart.MultiplesModel;
import org.throughline.report.chart.SurvivalChart;
import org.throughline.report.chart.Tint;
import org.throughline.report.page.CurveTable.Named;

/** Retention at each site as a small curve on equal axes, the whole program dashed behind it. */
final class SiteCurves {

  private static final String UNPLANNED = "exit_incidence_unplanned";

  /** More do not fit on a printed page. */
  private static final int PANELS = 12;

  private static final int MARK = 90;

  private final Reading reading;

  SiteCurves(Reading reading) {
    this.reading = reading;
  }

  /** A chart for each dozen of sites; none for a program of one site. */
  List<PageModel.Block> blocks() {
    List<String> sites = reading.report().sites();
    if (sites.size() < 2) {
      return List.of();
    }
    List<Named> curves = sites.stream().map(this::named).toList();
    String title = "Clients without an unplanned exit, by site";
    if (curves.stream().allMatch(c -> c.points().isEmpty())) {
      return List.of(
          new PageModel.Remark(new Prose(title + ": no site has a curve that can be shown.")));
    }
    List<PageModel.Block> blocks = new ArrayList<>();
    for (int from = 0; from < curves.size(); from += PANELS) {
      List<Named> part = curves.subList(from, Math.min(from + PANELS, curves.size()));
      String which =
          curves.size() <= PANELS
              ? ""
              : " (" + (from + 1) + " to " + (from + part.size()) + " of " + curves.size() + ")";
      blocks.add(plot("sites-curves-" + (from / PANELS + 1), title + which, part));
    }
    return blocks;
  }

  private Named named(String site) {
    Slice slice = Slice.ofSite(site);
    Optional<Curve> curve = reading.drawable(UNPLANNED, slice);
    return new Named(
        site,
        curve,
        curve.map(c -> Group.eventFree(c.points())).orElseGet(List::of),
        reading.missing(UNPLANNED, slice));
  }

  private PageModel.Plot plot(String id, String title, List<Named> sites) {
    int lastDay = CurveTable.lastDay(sites);
    Optional<Group> program =
        reading
            .drawable(UNPLANNED, Slice.OVERALL)
            .map(c -> group("Whole program", Group.eventFree(c.points()), c.entered()));
    Drawing drawing =
        MultiplesChart.draw(
            new MultiplesModel(
                id,
                title,
                "One small step curve for each of "
                    + sites.size()
                    + " sites on equal axes, with 95\u00a0% bands, the whole program dashed behind. "
                    + CurveTable.spoken(sites, MARK),
                "Clients without an unplanned exit",
                lastDay,
                Optional.of(MARK),
                "whole program",
                program,
                sites.stream().map(SiteCurves::panel).toList()));
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose("Equal axes; dashed: the whole program. The value is that of day " + MARK + "."),
        reading.keep(drawing),
        List.of(),
        List.of(
            CurveTable.of(
                "No unplanned exit, by site (share, 95\u00a0% interval, clients in care)",
                sites, SurvivalChart.ticks(lastDay), new RiskRows(reading.smallCell()))));
  }

  private static Group panel(Named site) {
    return site.curve()
        .map(curve -> group(site.name(), site.points(), curve.entered()))
        .orElseGet(() -> Group.hidden(site.name(), Tint.NEUTRAL, site.missing()));
  }

  private static Group group(String name, List<CurvePoint> points, long n) {
    return new Group(name, Tint.NEUTRAL, points, n, List.of());
  }
}
