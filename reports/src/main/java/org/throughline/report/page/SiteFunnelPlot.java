package org.throughline.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.report.chart.FunnelChart;
import org.throughline.report.chart.FunnelModel;
import org.throughline.report.chart.Verdict;

/** Retention by site against the site's size, with the limits that chance gives it. */
final class SiteFunnelPlot {

  private static final String LEVEL = "retention";

  private record Placed(String site, Result.Funnel funnel, Result.FunnelLimits limits) {}

  private final Reading reading;

  SiteFunnelPlot(Reading reading) {
    this.reading = reading;
  }

  /** Empty where there are too few sites for limits. */
  Optional<PageModel.Block> block() {
    List<Placed> placed = new ArrayList<>();
    for (String site : reading.report().sites()) {
      reading
          .report()
          .figure("site_funnel", OptionalInt.of(90), Slice.ofSite(site).withLevel(LEVEL))
          .map(Figure::result)
          .filter(Result.Funnel.class::isInstance)
          .map(Result.Funnel.class::cast)
          .ifPresent(f -> f.limits().ifPresent(l -> placed.add(new Placed(site, f, l))));
    }
    return placed.isEmpty() ? Optional.empty() : Optional.of(plot(placed));
  }

  private PageModel.Block plot(List<Placed> placed) {
    int hidden = reading.report().sites().size() - placed.size();
    String note =
        hidden == 0
            ? ""
            : "Not shown: "
                + Wording.number(hidden)
                + (hidden == 1 ? " site" : " sites")
                + " of too few clients.";
    String title = "No unplanned exit by day 90, by size of the site";
    double centre = placed.get(0).limits().centre();
    List<String> flagged =
        placed.stream().filter(p -> p.funnel().flagged()).map(Placed::site).toList();
    String found =
        flagged.isEmpty()
            ? "No site is beyond the 99.8\u00a0% limits."
            : "Beyond the 99.8\u00a0% limits: " + Spread.joined(flagged) + ".";
    Table.Builder table =
        Table.titled("No unplanned exit by day 90, plain shares, and limits for the site’s size")
            .words("Site")
            .numbers("n", "Share", "95\u00a0% limits", "99.8\u00a0% limits");
    for (Placed site : placed) {
      table.row(
          site.site(),
          Numerals.count(site.funnel().denominator()),
          Numerals.percent(site.funnel().value()),
          Numerals.interval(site.limits().inner()),
          Numerals.interval(site.limits().outer()));
    }
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(
            "Plain shares of clients with 90 days of follow-up. By chance one site in twenty is beyond"
                + " the dashed limits, one in 500 beyond the solid ones; only those are named. Not"
                + " adjusted for whom a site admits."),
        reading.keep(
            FunnelChart.draw(
                new FunnelModel(
                    "sites-funnel",
                    title,
                    "Each site a dot, by its number of clients, around "
                        + Numerals.percent(centre)
                        + ". "
                        + found
                        + " "
                        + note,
                    "Clients without an unplanned exit by day 90",
                    "Clients at the site with 90 days of follow-up",
                    Unit.SHARE,
                    "All sites",
                    Optional.of(centre),
                    limits(placed),
                    placed.stream().map(SiteFunnelPlot::dot).toList(),
                    note))),
        List.of(),
        List.of(table.scrolling()));
  }

  private static List<FunnelModel.Limit> limits(List<Placed> placed) {
    return placed.stream()
        .map(
            p ->
                new FunnelModel.Limit(
                    p.funnel().denominator(),
                    p.limits().inner().low(),
                    p.limits().inner().high(),
                    p.limits().outer().low(),
                    p.limits().outer().high()))
        .distinct()
        .sorted(Comparator.comparingDouble(FunnelModel.Limit::n))
        .toList();
  }

  private static FunnelModel.Site dot(Placed p) {
    Verdict verdict = Verdict.USUAL;
    if (p.funnel().flagged()) {
      verdict = p.funnel().value() > p.limits().centre() ? Verdict.BETTER : Verdict.WORSE;
    }
    return new FunnelModel.Site(p.site(), p.funnel().denominator(), p.funnel().value(), verdict);
  }
}
