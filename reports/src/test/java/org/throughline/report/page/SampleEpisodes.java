package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Slice;

/**
 * Invented episodes, and plain estimators over them: enough for a page whose figures agree with
 * each other. The intervals are rough; the real ones come from the pipeline.
 */
final class SampleEpisodes {

  static final List<String> TIERS = List.of("HIOP", "IOP", "OP");
  static final List<String> SITES = List.of("Harbor Street", "Mill Road", "Northgate");
  static final List<String> EXITS = List.of("unplanned", "other", "transferred", "planned");
  static final int SILENCE = 30;

  /**
   * One episode.
   *
   * @param exitDay days since admission
   * @param contactDay first family contact, beyond {@code exitDay} if there was none
   * @param contacts days with a contact up to day 30
   * @param useWeek first week with a sign of use
   * @param silentWeek first week without any sign
   */
  record Episode(
      String tier,
      String site,
      LocalDate admitted,
      int exitDay,
      String exit,
      int contactDay,
      int contacts,
      int useWeek,
      int silentWeek) {

    String landmark() {
      return contacts == 0 ? "none" : contacts == 1 ? "some" : "regular";
    }
  }

  /** A stretch of days at risk, ended by an exit or by the end of what is known. */
  record Spell(int from, int to, Optional<String> exit) {}

  private final List<Episode> all = new ArrayList<>();

  SampleEpisodes(YearMonth first, YearMonth last, long seed) {
    Random random = new Random(seed);
    for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
      int admissions = 36 + random.nextInt(9);
      for (int i = 0; i < admissions; i++) {
        all.add(episode(m.atDay(1 + random.nextInt(m.lengthOfMonth())), random));
      }
    }
  }

  private static Episode episode(LocalDate admitted, Random random) {
    String tier = TIERS.get(random.nextInt(10) < 2 ? 0 : 1 + random.nextInt(2));
    String site = SITES.get(random.nextInt(10) < 4 ? 0 : 1 + random.nextInt(2));
    int planned = tier.equals("HIOP") ? 45 + random.nextInt(50) : 70 + random.nextInt(130);
    Map<String, Double> days = new HashMap<>();
    days.put("unplanned", 330 * Math.pow(-Math.log(random.nextDouble()), 1.4));
    days.put("transferred", -1800 * Math.log(random.nextDouble()));
    days.put("other", -2600 * Math.log(random.nextDouble()));
    days.put("planned", (double) planned);
    String exit = EXITS.stream().min((a, b) -> Double.compare(days.get(a), days.get(b))).get();
    int exitDay = (int) Math.floor(days.get(exit));
    int contactDay = (int) (-70 * Math.log(random.nextDouble()));
    int contacts = contactDay > 30 ? 0 : 1 + random.nextInt(3);
    int useWeek = 1 + (int) (-26 * Math.log(random.nextDouble()));
    int silentWeek =
        Math.min(
            1 + (int) (-45 * Math.log(random.nextDouble())), exitDay / 7 + 3 + random.nextInt(9));
    return new Episode(
        tier, site, admitted, exitDay, exit, contactDay, contacts, useWeek, silentWeek);
  }

  static boolean in(Episode e, Slice slice) {
    return (!slice.byTier() || e.tier().equals(slice.tier()))
        && (!slice.bySite() || e.site().equals(slice.site()));
  }

  /** Episodes admitted in the twelve months that end with a month. */
  List<Episode> cohort(YearMonth month, Predicate<Episode> which) {
    LocalDate from = month.minusMonths(11).atDay(1);
    return all.stream()
        .filter(e -> !e.admitted().isBefore(from) && !e.admitted().isAfter(month.atEndOfMonth()))
        .filter(which)
        .toList();
  }

  List<Episode> everybody() {
    return all;
  }

  /** Follow-up as known at a cut, until the retention cut. */
  static List<Spell> spells(List<Episode> episodes, LocalDate cut) {
    List<Spell> spells = new ArrayList<>();
    for (Episode e : episodes) {
      known(e, cut).ifPresent(spells::add);
    }
    return spells;
  }

  private static Optional<Spell> known(Episode e, LocalDate cut) {
    int censored = (int) ChronoUnit.DAYS.between(e.admitted(), cut.minusDays(SILENCE));
    if (censored < 0) {
      return Optional.empty();
    }
    return Optional.of(
        e.exitDay() <= censored
            ? new Spell(-1, e.exitDay(), Optional.of(e.exit()))
            : new Spell(-1, censored, Optional.empty()));
  }

  /** Follow-up in one time-dependent group. */
  static List<Spell> timed(List<Episode> episodes, LocalDate cut, String family) {
    List<Spell> spells = new ArrayList<>();
    for (Episode e : episodes) {
      known(e, cut)
          .ifPresent(
              s -> {
                boolean joins = e.contactDay() < s.to();
                if (family.equals("involved") && joins) {
                  spells.add(
                      new Spell(e.contactDay() <= 0 ? -1 : e.contactDay(), s.to(), s.exit()));
                } else if (family.equals("not_yet") && !joins) {
                  spells.add(s);
                } else if (family.equals("not_yet") && e.contactDay() > 0) {
                  spells.add(new Spell(-1, e.contactDay(), Optional.of("joined")));
                }
              });
    }
    return spells;
  }

  /** Share still in care: every exit counts. */
  static Curve inCare(Slice slice, YearMonth month, List<Spell> spells, int from) {
    double survival = 1;
    List<CurvePoint> points = new ArrayList<>();
    for (int day : days(spells)) {
      long atRisk = atRisk(spells, day);
      long events = exits(spells, day, exit -> !exit.equals("joined"));
      if (day >= from && atRisk > 0) {
        survival *= 1 - (double) events / atRisk;
        points.add(point(day, atRisk, events, censored(spells, day), survival, spells.size()));
      }
    }
    return curve("in_care_curve", slice, month, spells.size(), points);
  }

  /** Cumulative incidence of one kind of exit, the others competing. */
  static Curve incidence(String exit, Slice slice, YearMonth month, List<Spell> spells) {
    double survival = 1;
    double incidence = 0;
    List<CurvePoint> points = new ArrayList<>();
    for (int day : days(spells)) {
      long atRisk = atRisk(spells, day);
      if (atRisk > 0) {
        long events = exits(spells, day, exit::equals);
        incidence += survival * events / atRisk;
        survival *= 1 - (double) exits(spells, day, any -> true) / atRisk;
        points.add(point(day, atRisk, events, censored(spells, day), incidence, spells.size()));
      }
    }
    return curve("exit_incidence_" + exit, slice, month, spells.size(), points);
  }

  private static Curve curve(
      String measure, Slice slice, YearMonth month, long entered, List<CurvePoint> points) {
    return new Curve(
        measure, 1, slice, month, month.atEndOfMonth(), entered, points, Optional.empty());
  }

  private static CurvePoint point(
      int day, long atRisk, long events, long censored, double value, long n) {
    Interval interval = wilson(value, (n + atRisk) / 2.0);
    return new CurvePoint(
        day,
        atRisk,
        events,
        censored,
        value,
        Math.min(value, interval.low()),
        Math.max(value, interval.high()));
  }

  private static SortedSet<Integer> days(List<Spell> spells) {
    TreeSet<Integer> days = new TreeSet<>(List.of(0));
    spells.forEach(
        s -> {
          days.add(s.to());
          days.add(Math.max(0, s.from()));
        });
    return days;
  }

  private static long atRisk(List<Spell> spells, int day) {
    return spells.stream().filter(s -> s.from() < day && s.to() >= day).count();
  }

  private static long exits(List<Spell> spells, int day, Predicate<String> which) {
    return spells.stream().filter(s -> s.to() == day && s.exit().filter(which).isPresent()).count();
  }

  private static long censored(List<Spell> spells, int day) {
    return spells.stream().filter(s -> s.to() == day && s.exit().isEmpty()).count();
  }

  static Interval wilson(double p, double n) {
    double z = 1.96;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
