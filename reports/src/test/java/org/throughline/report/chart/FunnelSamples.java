package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.throughline.figure.Unit;

/** Invented sites; limits by the normal distribution, which a picture needs no better. */
final class FunnelSamples {

  private FunnelSamples() {}

  static List<FunnelModel.Limit> limits(double centre, int from, int to, int step) {
    List<FunnelModel.Limit> limits = new ArrayList<>();
    for (int n = from; n <= to; n += step) {
      double sd = Math.sqrt(centre * (1 - centre) / n);
      limits.add(
          new FunnelModel.Limit(
              n,
              Math.max(0, centre - 1.96 * sd),
              Math.min(1, centre + 1.96 * sd),
              Math.max(0, centre - 3.09 * sd),
              Math.min(1, centre + 3.09 * sd)));
    }
    return limits;
  }

  static FunnelModel model(
      String id,
      double centre,
      List<FunnelModel.Limit> limits,
      List<FunnelModel.Site> sites,
      String note) {
    return new FunnelModel(
        id,
        "Retention by site",
        "Invented sites.",
        "No unplanned exit by day 90",
        "Clients at the site",
        Unit.SHARE,
        "All sites",
        Optional.of(centre),
        limits,
        sites,
        note);
  }

  static List<FunnelModel.Site> sites(int count, double centre, double spread, long seed) {
    Random random = new Random(seed);
    List<FunnelModel.Site> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int n = 11 + (int) (380 * Math.pow(random.nextDouble(), 2));
      double sd = Math.sqrt(centre * (1 - centre) / n);
      double value = Math.max(0, Math.min(1, centre + spread * sd * random.nextGaussian()));
      boolean outside = Math.abs(value - centre) > 3.09 * sd;
      sites.add(
          new FunnelModel.Site(
              "Upper Saint Something Outpatient Center number " + i,
              n,
              value,
              !outside ? Verdict.USUAL : value > centre ? Verdict.BETTER : Verdict.WORSE));
    }
    return sites;
  }

  static FunnelModel small(String id) {
    return model(
        id,
        .7,
        limits(.7, 10, 400, 30),
        List.of(
            new FunnelModel.Site("Harbor Street", 100, .7, Verdict.USUAL),
            new FunnelModel.Site("Mill Road", 50, .8, Verdict.USUAL),
            new FunnelModel.Site("Northgate", 300, .6, Verdict.WORSE)),
        "Not shown: 2 sites, each with ‹11.");
  }

  static List<Drawing> usual() {
    List<FunnelModel.Site> sites = new ArrayList<>(sites(14, .7, 1, 5));
    sites.add(new FunnelModel.Site("Northgate", 150, .55, Verdict.WORSE));
    sites.add(new FunnelModel.Site("Mill Road", 210, .83, Verdict.BETTER));
    return List.of(
        FunnelChart.draw(
            model(
                "funnel",
                .7,
                limits(.7, 5, 500, 5),
                sites,
                "Not shown: 3 sites, each with ‹11 clients.")));
  }

  static List<Drawing> hard() {
    return List.of(
        FunnelChart.draw(model("funnel-none", .7, List.of(), List.of(), "All sites have ‹11")),
        FunnelChart.draw(model("funnel-one", .7, List.of(), sites(1, .7, 0, 1), "")),
        FunnelChart.draw(model("funnel-forty", .7, limits(.7, 5, 500, 5), sites(40, .7, 4, 2), "")),
        FunnelChart.draw(
            model(
                "funnel-same",
                .5,
                limits(.5, 20, 40, 20),
                List.of(
                    new FunnelModel.Site("A", 20, .5, Verdict.USUAL),
                    new FunnelModel.Site("B", 20, .5, Verdict.USUAL)),
                "")),
        FunnelChart.draw(
            model(
                "funnel-full",
                1,
                limits(1, 20, 40, 20),
                List.of(
                    new FunnelModel.Site("A", 20, 1, Verdict.USUAL),
                    new FunnelModel.Site("B", 31, 0, Verdict.WORSE)),
                "")));
  }
}
