package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.throughline.figure.Bounds;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Restatement;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.figure.Unit;
import org.throughline.report.page.SampleEpisodes.Episode;
import org.throughline.report.page.SampleEpisodes.Spell;

/** A month of an invented program: three tiers, three sites, 24 months of headline figures. */
public final class SampleReport {

  public static final YearMonth MONTH = YearMonth.of(2025, 6);

  static final List<TierLabel> TIERS =
      List.of(
          new TierLabel("HIOP", "High-intensity outpatient (partial hospitalisation)", 3),
          new TierLabel("IOP", "Intensive outpatient", 2),
          new TierLabel("OP", "Outpatient", 1));

  private final SampleEpisodes episodes =
      new SampleEpisodes(MONTH.minusMonths(34), MONTH, 20_250_630L);
  private final List<Figure> figures = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();

  private SampleReport() {}

  /** The first edition of June 2025. */
  public static MonthReport june2025() {
    return edition(1);
  }

  /** The same figures as another edition. */
  public static MonthReport edition(int edition) {
    SampleReport sample = new SampleReport();
    sample.fill();
    SampleSignals signals = signals();
    sample.figures.addAll(signals.figures());
    MonthReport report =
        new MonthReport(
            "Fernhollow Outpatient Program",
            MONTH,
            MONTH.atEndOfMonth(),
            edition,
            MONTH.minusMonths(11),
            MONTH.atEndOfMonth().minusDays(SampleEpisodes.SILENCE),
            30,
            11,
            TIERS,
            SampleEpisodes.SITES,
            SampleDefinitions.ALL,
            sample.figures.stream().sorted(Figure.ORDER).toList(),
            sample.curves,
            sample.naive(),
            SampleFiles.june(),
            SampleFindings.june(),
            Map.of(
                "cohort_months", "12",
                "landmark_day", "30",
                "silence_days", "30",
                "small_cell", "11"),
            "4f0c9e1d7a52b86e33d1c07f5be82a94d60e71fb2c958a3417be6f90ad28c35e");
    return report
        .withControlCharts(signals.charts())
        .withRestatements(
            List.of(
                new Restatement(
                    "completion", OptionalInt.empty(), YearMonth.of(2025, 4), 0.6, 25, 0.58, 26)));
  }

  /** Attendance below its limits, completion in a run above its centre, two that say nothing. */
  private static SampleSignals signals() {
    return new SampleSignals(MONTH)
        .add(
            "retention",
            OptionalInt.of(90),
            YearMonth.of(2025, 2),
            25,
            18,
            17,
            18,
            16,
            17,
            19,
            18,
            17,
            16,
            18,
            17,
            19,
            18,
            17,
            18,
            16,
            17,
            18,
            19,
            17,
            18,
            -16,
            -17,
            18)
        .add(
            "completion",
            OptionalInt.empty(),
            MONTH,
            40,
            17,
            18,
            16,
            17,
            15,
            18,
            17,
            16,
            18,
            17,
            16,
            15,
            17,
            18,
            16,
            17,
            19,
            20,
            19,
            21,
            20,
            19,
            20,
            22)
        .add(
            "attendance",
            OptionalInt.empty(),
            MONTH,
            1000,
            780,
            790,
            785,
            776,
            782,
            791,
            787,
            780,
            775,
            783,
            790,
            786,
            779,
            784,
            788,
            781,
            777,
            785,
            790,
            783,
            780,
            786,
            779,
            731)
        .add(
            "continuous",
            OptionalInt.of(12),
            YearMonth.of(2025, 2),
            25,
            12,
            14,
            13,
            12,
            15,
            13,
            14,
            12,
            13,
            12,
            14);
  }

  private void fill() {
    List<Slice> slices = new ArrayList<>(List.of(Slice.OVERALL));
    SampleEpisodes.TIERS.forEach(t -> slices.add(Slice.ofTier(t)));
    SampleEpisodes.SITES.forEach(s -> slices.add(Slice.ofSite(s)));
    for (Slice slice : slices) {
      retention(slice);
      counts(slice);
      sessions(slice, 0);
      for (int weeks : List.of(4, 12, 26)) {
        continuous(MONTH, weeks, slice, e -> SampleEpisodes.in(e, slice), 0);
      }
    }
    family();
    trend();
    hide("continuous", 26, Slice.ofTier("HIOP"), Result.Suppressed.Kind.PRIMARY);
    hide("continuous", 26, Slice.ofTier("IOP"), Result.Suppressed.Kind.COMPLEMENTARY);
    replace(
        "retention",
        OptionalInt.of(180),
        Slice.ofTier("HIOP"),
        new Result.Unavailable("Nobody was at risk at day 180."));
  }

  private void retention(Slice slice) {
    LocalDate cut = MONTH.atEndOfMonth();
    List<Spell> spells =
        SampleEpisodes.spells(episodes.cohort(MONTH, e -> SampleEpisodes.in(e, slice)), cut);
    Curve care = SampleEpisodes.inCare(slice, MONTH, spells, 0);
    addCurve(care);
    for (String exit : SampleEpisodes.EXITS) {
      Curve curve = SampleEpisodes.incidence(exit, slice, MONTH, spells);
      addCurve(curve);
      if (exit.equals("unplanned")) {
        for (int day : List.of(30, 60, 90, 180)) {
          add(MONTH, "retention", day, slice, 1 - value(curve, day), curve, day);
        }
      }
    }
    add(
        "in_care_curve_median",
        slice,
        Unit.DAYS,
        new Result.Duration(101, Optional.of(new Interval(92, 110)), 200));
  }

  private void addCurve(Curve curve) {
    curves.add(curve);
    for (int day : List.of(30, 60, 90, 180)) {
      add(MONTH, curve.measure(), day, curve.slice(), value(curve, day), curve, day);
    }
  }

  private static double value(Curve curve, int day) {
    return curve.at(day).map(p -> p.estimate()).orElse(1.0);
  }

  private void add(
      YearMonth month, String measure, int at, Slice slice, double value, Curve curve, int day) {
    double n = (curve.entered() + RiskRows.inCareAfter(curve, day)) / 2.0;
    Result result =
        new Result.AtDay(
            value,
            SampleEpisodes.wilson(value, n),
            curve.eventsBy(day),
            curve.entered(),
            RiskRows.inCareAfter(curve, day));
    figures.add(figure(month, measure, OptionalInt.of(at), slice, "", Unit.SHARE, result));
  }

  private void add(String measure, Slice slice, Unit unit, Result result) {
    figures.add(figure(MONTH, measure, OptionalInt.empty(), slice, "", unit, result));
  }

  private static Figure figure(
      YearMonth month,
      String measure,
      OptionalInt at,
      Slice slice,
      String rule,
      Unit unit,
      Result result) {
    return new Figure(measure, 1, at, slice, rule, unit, month, month.atEndOfMonth(), result);
  }

  private static LocalDate known(Episode e) {
    LocalDate left = e.admitted().plusDays(e.exitDay());
    return e.exit().equals("unplanned") ? left.plusDays(SampleEpisodes.SILENCE) : left;
  }

  private List<Episode> exits(YearMonth month, Predicate<Episode> which) {
    return episodes.everybody().stream()
        .filter(which)
        .filter(e -> YearMonth.from(known(e)).equals(month))
        .toList();
  }

  private void counts(Slice slice) {
    Predicate<Episode> in = e -> SampleEpisodes.in(e, slice);
    List<Episode> exits = exits(MONTH, in);
    count("exits", slice, exits.size());
    for (String kind : SampleEpisodes.EXITS) {
      count("exits_" + kind, slice, exits.stream().filter(e -> e.exit().equals(kind)).count());
    }
    count(
        "admissions",
        slice,
        episodes.everybody().stream()
            .filter(in)
            .filter(e -> YearMonth.from(e.admitted()).equals(MONTH))
            .count());
    count(
        "census",
        slice,
        episodes.everybody().stream()
            .filter(in)
            .filter(e -> known(e).isAfter(MONTH.atEndOfMonth()))
            .count());
    count("restored", slice, 0);
    completion(MONTH, slice, exits);
  }

  private void count(String measure, Slice slice, long number) {
    Result result =
        number > 0 && number < 11
            ? new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)
            : new Result.Count(number);
    add(measure, slice, Unit.COUNT, result);
  }

  private void completion(YearMonth month, Slice slice, List<Episode> exits) {
    long planned = exits.stream().filter(e -> e.exit().equals("planned")).count();
    Result result =
        exits.size() < 11 || (planned > 0 && planned < 11)
            ? new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)
            : share(planned, exits.size(), 1, Optional.empty());
    figures.add(figure(month, "completion", OptionalInt.empty(), slice, "", Unit.SHARE, result));
  }

  static Result.Proportion share(
      long numerator, long denominator, double design, Optional<Bounds> bounds) {
    double p = (double) numerator / denominator;
    return new Result.Proportion(
        p,
        SampleEpisodes.wilson(p, denominator / design),
        bounds,
        numerator,
        denominator,
        Math.max(11, Math.round(denominator / 8.0)));
  }

  private void sessions(Slice slice, int shift) {
    long clients =
        episodes.cohort(MONTH, e -> SampleEpisodes.in(e, slice)).stream()
            .filter(e -> e.exitDay() > 40)
            .count();
    long offered = clients * (slice.byFamily() ? 2 : 4) + 7;
    long attended = offered * (74 + shift + Math.floorMod(slice.hashCode(), 5)) / 100;
    add("attendance", slice, Unit.SHARE, share(attended, offered, 1.8, Optional.empty()));
    add(
        "no_show",
        slice,
        Unit.SHARE,
        share((offered - attended) * 6 / 10, offered, 1.8, Optional.empty()));
  }

  private void continuous(
      YearMonth month, int weeks, Slice slice, Predicate<Episode> which, int from) {
    List<Episode> over =
        episodes.cohort(month, which).stream()
            .filter(e -> ChronoUnit.DAYS.between(e.admitted(), month.atEndOfMonth()) >= weeks * 7L)
            .toList();
    long worst =
        over.stream()
            .filter(e -> e.silentWeek() > weeks && (e.useWeek() > weeks || e.useWeek() <= from))
            .count();
    long best = over.stream().filter(e -> e.useWeek() > weeks || e.useWeek() <= from).count();
    Result result = new Result.Unavailable("No admission has that many weeks behind it.");
    if (!over.isEmpty()) {
      double top = (double) best / over.size();
      result =
          over.size() < 11
              ? new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)
              : share(worst, over.size(), 1, Optional.of(new Bounds(top * 0.97, top)));
    }
    figures.add(
        figure(month, "continuous", OptionalInt.of(weeks), slice, "worst", Unit.SHARE, result));
  }

  private void family() {
    LocalDate cut = MONTH.atEndOfMonth();
    List<Episode> cohort = episodes.cohort(MONTH, e -> true);
    for (String family : List.of("involved", "not_yet")) {
      List<Spell> spells = SampleEpisodes.timed(cohort, cut, family);
      addCurve(
          SampleEpisodes.inCare(
              Slice.ofFamily(family), MONTH, spells, family.equals("involved") ? 2 : 0));
      sessions(Slice.ofFamily(family), family.equals("involved") ? 3 : -2);
    }
    for (String family : List.of("none", "some", "regular")) {
      landmark(Slice.ofFamily(family));
      SampleEpisodes.TIERS.forEach(t -> landmark(Slice.ofTierAndFamily(t, family)));
    }
    add(
        "family_test",
        Slice.OVERALL.withLevel("unplanned"),
        Unit.CHI_SQUARE,
        new Result.Comparison(2.71, 1, 0.0997, 255, 81));
  }

  private void landmark(Slice slice) {
    Predicate<Episode> which =
        e ->
            e.exitDay() > 30
                && e.landmark().equals(slice.family())
                && (!slice.byTier() || e.tier().equals(slice.tier()));
    List<Spell> spells =
        SampleEpisodes.spells(episodes.cohort(MONTH, which), MONTH.atEndOfMonth()).stream()
            .filter(s -> s.to() > 30)
            .toList();
    for (int day : List.of(60, 90, 180)) {
      if (spells.size() < 11) {
        figures.add(
            figure(
                MONTH,
                "retention",
                OptionalInt.of(day),
                slice,
                "",
                Unit.SHARE,
                new Result.Suppressed(Result.Suppressed.Kind.PRIMARY)));
      } else {
        Curve curve = SampleEpisodes.incidence("unplanned", slice, MONTH, spells);
        add(MONTH, "retention", day, slice, 1 - value(curve, day), curve, day);
      }
    }
    continuous(MONTH, 12, slice, which, 5);
    continuous(MONTH, 26, slice, which, 5);
  }

  private void trend() {
    for (int back = 23; back >= 1; back--) {
      YearMonth month = MONTH.minusMonths(back);
      List<Spell> spells =
          SampleEpisodes.spells(episodes.cohort(month, e -> true), month.atEndOfMonth());
      Curve curve = SampleEpisodes.incidence("unplanned", Slice.OVERALL, month, spells);
      add(month, "retention", 90, Slice.OVERALL, 1 - value(curve, 90), curve, 90);
      completion(month, Slice.OVERALL, exits(month, e -> true));
      long offered = 1080 + 13L * Math.floorMod(back * 7, 11);
      long attended = offered * (76 + Math.floorMod(back * 5, 4)) / 100;
      figures.add(
          figure(
              month,
              "attendance",
              OptionalInt.empty(),
              Slice.OVERALL,
              "",
              Unit.SHARE,
              back == 9
                  ? new Result.Unavailable("No attendance file was received for that month.")
                  : share(attended, offered, 1.8, Optional.empty())));
      continuous(month, 12, Slice.OVERALL, e -> true, 0);
    }
  }

  private List<Curve> naive() {
    List<Curve> naive = new ArrayList<>();
    for (String family : List.of("ever", "never")) {
      List<Episode> cohort =
          episodes.cohort(MONTH, e -> (e.contactDay() < e.exitDay()) == family.equals("ever"));
      naive.add(
          SampleEpisodes.inCare(
              Slice.ofFamily(family),
              MONTH,
              SampleEpisodes.spells(cohort, MONTH.atEndOfMonth()),
              0));
    }
    return naive;
  }

  private void hide(String measure, int at, Slice slice, Result.Suppressed.Kind kind) {
    replace(measure, OptionalInt.of(at), slice, new Result.Suppressed(kind));
  }

  private void replace(String measure, OptionalInt at, Slice slice, Result result) {
    figures.replaceAll(
        f ->
            f.month().equals(MONTH)
                    && f.measure().equals(measure)
                    && f.at().equals(at)
                    && f.slice().equals(slice)
                ? f.withResult(result)
                : f);
  }
}
