package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Group;
import org.throughline.report.chart.SurvivalChart;
import org.throughline.report.chart.SurvivalModel;
import org.throughline.report.chart.Tint;
import org.throughline.report.page.CurveTable.Named;

/** Why clients are not grouped by "ever involved": the biased curves, beside the sound ones. */
final class ImmortalTime {

  private static final String WHY =
      "“Ever involved” looks into the future. A client who leaves in the first week had little time to"
          + " bring anybody, and lands among the never involved; a client in the other group was, by the"
          + " way the group is made, still in care on the day of the first contact. The days before it"
          + " are **immortal time**: nobody in that group could leave on them. Grouped so, involvement"
          + " looks protective even where it does nothing. This report moves a client from one group to"
          + " the other on the day after the first contact, or fixes the groups at a landmark.";

  private ImmortalTime() {}

  static List<PageModel.Block> of(Reading reading) {
    List<Named> naive = new ArrayList<>();
    add(reading, naive, "ever", "Ever involved");
    add(reading, naive, "never", "Never involved");
    List<Named> timed = FamilySection.timed(reading);
    if (naive.size() < 2 || timed.stream().anyMatch(c -> c.points().isEmpty())) {
      return List.of(new PageModel.Remark(new Prose("**Immortal time.** " + WHY)));
    }
    int lastDay = Math.max(CurveTable.lastDay(naive), CurveTable.lastDay(timed));
    PageModel.Plot wrong =
        plot(
            reading,
            "methods-naive",
            "Biased: grouped by “ever involved”",
            "Not to be used. Who stays longer has more time to be counted as involved.",
            naive,
            lastDay);
    PageModel.Plot right =
        plot(
            reading,
            "methods-timed",
            "Involved from the first contact on",
            "The same clients; each moves from one curve to the other (Simon–Makuch).",
            timed,
            lastDay);
    return List.of(
        new PageModel.Pair(
            new Prose(
                "**Immortal time.** " + WHY + distance(naive, timed) + HazardRatios.naive(reading)),
            List.of(wrong, right)));
  }

  /** How far off the biased curves are at day 90, where all four can be read. */
  private static String distance(List<Named> naive, List<Named> timed) {
    List<String> values = new ArrayList<>();
    for (Named named : List.of(naive.get(0), naive.get(1), timed.get(0), timed.get(1))) {
      CurveTable.at(named.points(), 90)
          .ifPresent(point -> values.add(Numerals.percent(point.estimate())));
    }
    return values.size() < 4
        ? ""
        : String.format(
            Locale.ROOT,
            " At day 90 the biased curves read %s against %s; counted soundly, %s against %s.",
            values.toArray());
  }

  private static void add(Reading reading, List<Named> curves, String code, String name) {
    Optional<Curve> found =
        reading.report().naive().stream()
            .filter(c -> c.slice().family().equals(code) && c.slice().withFamily("all").isOverall())
            .filter(c -> !c.points().isEmpty())
            .findFirst();
    found.ifPresent(curve -> curves.add(new Named(name, found, points(curve), "not shown")));
  }

  private static List<CurvePoint> points(Curve curve) {
    return curve.measure().startsWith("exit_incidence")
        ? Group.eventFree(curve.points())
        : curve.points();
  }

  private static PageModel.Plot plot(
      Reading reading, String id, String title, String caption, List<Named> curves, int lastDay) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Named named = curves.get(i);
      groups.add(
          new Group(
              named.name(),
              i == 0 ? Tint.INVOLVED : Tint.NOT_YET_INVOLVED,
              named.points(),
              named.curve().orElseThrow().entered(),
              List.of()));
    }
    Drawing drawing =
        SurvivalChart.draw(
            new SurvivalModel(
                id,
                title,
                "Two step curves with 95\u00a0% bands. " + CurveTable.spoken(curves, 90),
                "Clients still in care (any exit)",
                lastDay,
                groups,
                Optional.of(90)));
    return new PageModel.Plot(
        reading.nextNumber(),
        title,
        new Prose(caption),
        reading.keep(drawing),
        List.of(),
        List.of(
            CurveTable.of(
                title + " (share, 95\u00a0% interval, clients)",
                curves,
                SurvivalChart.ticks(lastDay),
                new RiskRows(reading.smallCell()))));
  }
}
