package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.throughline.figure.Bounds;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/**
 * Inputs for charts: invented clients from a fixed seed, counted as the pipeline would count them.
 */
final class Samples {

  /**
   * One client: the day of an exit and its kind (0 unplanned, 1 other, 2 transferred, 3 completed),
   * or censored (−1).
   */
  record Client(int day, int kind) {}

  private Samples() {}

  static List<Client> clients(long seed, int n, int horizon, double hazard) {
    Random random = new Random(seed);
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int censor = horizon / 4 + random.nextInt(horizon * 2);
      int day = 0;
      int kind = -1;
      while (day < censor) {
        double u = random.nextDouble() * (1 + day / 25.0);
        if (u < hazard) {
          kind = 0;
          break;
        }
        if (random.nextDouble() < 0.6 * hazard * Math.min(1, day / 60.0)) {
          kind = Math.min(3, 1 + random.nextInt(6) / 2 + random.nextInt(2));
          break;
        }
        day++;
      }
      clients.add(new Client(day, kind));
    }
    return clients;
  }

  /**
   * Cumulative incidence of one kind (Aalen–Johansen) with a rough interval: pictures need no more.
   */
  static List<CurvePoint> incidence(List<Client> clients, int kind) {
    TreeMap<Integer, int[]> days = new TreeMap<>();
    days.put(0, new int[5]);
    clients.forEach(c -> days.computeIfAbsent(c.day(), d -> new int[5])[c.kind() + 1]++);
    List<CurvePoint> points = new ArrayList<>();
    long atRisk = clients.size();
    double free = 1;
    double incidence = 0;
    for (var day : days.entrySet()) {
      int[] counts = day.getValue();
      int exits = counts[1] + counts[2] + counts[3] + counts[4];
      if (atRisk > 0) {
        incidence += free * counts[kind + 1] / atRisk;
        free *= 1 - (double) exits / atRisk;
      }
      double half =
          1.96
              * Math.sqrt(
                  incidence * (1 - incidence) / Math.max(1, (clients.size() + atRisk) / 2.0));
      points.add(
          new CurvePoint(
              day.getKey(),
              atRisk,
              counts[kind + 1],
              counts[0],
              incidence,
              Math.max(0, incidence - half),
              Math.min(1, incidence + half)));
      atRisk -= exits + counts[0];
    }
    return points;
  }

  static List<RiskRow> rows(List<Client> clients, List<Integer> ticks, int small) {
    return List.of(
        RiskRow.of(
            "In care",
            ticks,
            t -> cell(small, clients.stream().filter(c -> c.day() > t || (t == 0)).count())),
        RiskRow.of("Left unplanned", ticks, t -> cell(small, count(clients, t, 0, 0))),
        RiskRow.of("Ended otherwise", ticks, t -> cell(small, count(clients, t, 1, 3))),
        RiskRow.of("Not yet known", ticks, t -> cell(small, count(clients, t, -1, -1))));
  }

  private static long count(List<Client> clients, int day, int from, int to) {
    return day == 0
        ? 0
        : clients.stream()
            .filter(c -> c.day() <= day && c.kind() >= from && c.kind() <= to)
            .count();
  }

  private static String cell(int small, long count) {
    return count > 0 && count < small ? "‹11" : Numerals.grouped(count);
  }

  static Group group(String name, Tint tint, long seed, int n, int lastDay, double hazard) {
    return group(name, tint, seed, n, lastDay, hazard, 11);
  }

  static Group group(
      String name, Tint tint, long seed, int n, int lastDay, double hazard, int small) {
    List<Client> clients = clients(seed, n, lastDay, hazard);
    return new Group(
        name,
        tint,
        Group.eventFree(incidence(clients, 0)),
        n,
        rows(clients, SurvivalChart.ticks(lastDay), small));
  }

  static SurvivalModel tiers() {
    return survival(
        "tiers",
        180,
        group("High-intensity", Tint.TIER_1, 1, 61, 180, 0.010),
        group("Intensive", Tint.TIER_2, 2, 102, 180, 0.018),
        group("Outpatient", Tint.TIER_3, 3, 103, 180, 0.013));
  }

  static SurvivalModel fiveLongNames() {
    return survival(
        "five",
        180,
        group("Partial hospitalization with night lodging", Tint.TIER_1, 11, 61, 180, 0.010),
        group("Intensive outpatient, evening programme", Tint.TIER_2, 12, 102, 180, 0.013),
        group("Outpatient", Tint.TIER_3, 13, 103, 180, 0.012),
        group("Continuing care and alumni telephone calls", Tint.TIER_4, 14, 80, 180, 0.004),
        group("Office-based opioid treatment", Tint.TIER_5, 15, 140, 180, 0.022));
  }

  static SurvivalModel years() {
    return survival(
        "years",
        1461,
        group("Methadone", Tint.TIER_1, 21, 740, 1461, 0.004),
        group("Buprenorphine", Tint.TIER_2, 22, 529, 1461, 0.008));
  }

  static SurvivalModel survival(String id, int lastDay, Group... groups) {
    return new SurvivalModel(
        id,
        "Clients without an unplanned exit, by tier at admission",
        "Invented curves.",
        "Clients without an unplanned exit",
        lastDay,
        List.of(groups),
        Optional.of(90));
  }

  static StackModel stack() {
    List<Client> clients = clients(5, 266, 180, 0.015);
    return new StackModel(
        "stack",
        "Where clients leave",
        "Invented areas.",
        "Share of clients admitted",
        180,
        List.of(
            new StackModel.Layer("Left unplanned", Tint.EXIT_UNPLANNED, incidence(clients, 0)),
            new StackModel.Layer("Other exits", Tint.EXIT_OTHER, incidence(clients, 1)),
            new StackModel.Layer("Transferred", Tint.EXIT_TRANSFERRED, incidence(clients, 2)),
            new StackModel.Layer(
                "Completed as planned", Tint.EXIT_COMPLETED, incidence(clients, 3))),
        "Still in care");
  }

  static DotModel.Row row(
      String name, Tint tint, double v, double lo, double hi, double most, int n) {
    return DotModel.Row.shown(
        name,
        tint,
        new Dot(v, Optional.of(new Interval(lo, hi)), Optional.of(new Bounds(v, most))),
        Numerals.value(v, Unit.SHARE)
            + " ("
            + Numerals.interval(new Interval(lo, hi), Unit.SHARE)
            + "), at most "
            + Numerals.value(most, Unit.SHARE),
        "n\u00A0=\u00A0" + n);
  }

  static DotModel dots() {
    return new DotModel(
        "dots",
        "Sober in every week so far",
        "Invented points.",
        "",
        "At least (95\u00A0% interval), at most",
        Unit.SHARE,
        List.of(
            new DotModel.Section(
                "First 4 weeks",
                List.of(
                    row("All", Tint.NEUTRAL, .60, .54, .66, .79, 268),
                    row("High-intensity", Tint.TIER_1, .64, .51, .75, .75, 61),
                    row("Intensive", Tint.TIER_2, .68, .58, .76, .86, 103),
                    row("Outpatient", Tint.TIER_3, .51, .41, .60, .73, 104))),
            new DotModel.Section(
                "First 12 weeks",
                List.of(
                    row("All", Tint.NEUTRAL, .30, .24, .36, .60, 222),
                    row("High-intensity", Tint.TIER_1, .28, .18, .41, .59, 54),
                    row("Intensive", Tint.TIER_2, .34, .25, .45, .61, 85),
                    DotModel.Row.hidden(
                        "Outpatient", Tint.TIER_3, "‹11, not shown", "n\u00A0=\u00A083"))),
            new DotModel.Section(
                "First 26 weeks",
                List.of(
                    row("All", Tint.NEUTRAL, .10, .06, .15, .41, 147),
                    DotModel.Row.hidden(
                        "Partial hospitalization with night lodging",
                        Tint.TIER_1,
                        "withheld, so that ‹11 cannot be worked out",
                        "n\u00A0=\u00A036")))));
  }

  static TrendModel trend(String id) {
    List<TrendModel.Month> months = new ArrayList<>();
    Random random = new Random(9);
    YearMonth month = YearMonth.of(2023, 7);
    for (int i = 0; i < 24; i++) {
      double v = 0.66 + 0.05 * Math.sin(i / 4.0) + random.nextGaussian() * 0.025;
      boolean gap = i == 6 || i == 15;
      months.add(
          new TrendModel.Month(
              month.plusMonths(i),
              gap ? Optional.empty() : Optional.of(Dot.of(v, v - 0.07, v + 0.065)),
              i == 6 ? "‹11, not shown" : ""));
    }
    return new TrendModel(
        id,
        "Attendance by month",
        "Invented months.",
        "Sessions attended, of those offered",
        Unit.SHARE,
        Tint.NEUTRAL,
        months);
  }
}
