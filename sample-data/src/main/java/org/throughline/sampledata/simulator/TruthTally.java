package org.throughline.sampledata.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.sampledata.simulator.DirtKind.Fate;
import org.throughline.sampledata.simulator.Truth.CohortTruth;
import org.throughline.sampledata.simulator.Truth.FamilyTruth;
import org.throughline.sampledata.simulator.Truth.RowTruth;
import org.throughline.sampledata.simulator.Truth.SiteTruth;
import org.throughline.sampledata.simulator.Truth.TierTruth;

/** Counts the truth while clients are simulated. */
final class TruthTally {

  static final String PROGRAM = "Riverbend Outpatient";

  private static final int COHORT_MONTHS = 12;
  private static final int SILENCE_DAYS = 30;
  private static final List<Integer> DAYS = List.of(30, 60, 90, 180);
  private static final List<Integer> WEEKS = List.of(4, 12, 26);
  private static final int MOST_CANARIES = 200;

  private final SimulationSettings settings;
  private final YearMonth cohortFrom;
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<ChangeKind, Long> changes = new EnumMap<>(ChangeKind.class);
  private final List<String> canaries = new ArrayList<>();

  /** Integer counts of one tier, or of all. */
  private static final class Group {
    private long episodes;
    private long familyBy30;
    private final Map<String, Long> exits = new TreeMap<>();
    private final Map<Integer, Long> unplanned = new TreeMap<>();
    private final Map<Integer, Long> unplannedAsDated = new TreeMap<>();
    private final Map<Integer, Long> abstinent = new TreeMap<>();
  }

  TruthTally(SimulationSettings settings) {
    this.settings = settings;
    YearMonth yearBack = settings.lastMonth().minusMonths(COHORT_MONTHS - 1L);
    this.cohortFrom = yearBack.isBefore(settings.firstMonth()) ? settings.firstMonth() : yearBack;
  }

  void add(Person person) {
    if (person.canary() && canaries.size() < MOST_CANARIES) {
      canaries.add(person.clientId());
    }
  }

  void add(EpisodeLife life, int lastAttendedDay, Map<ChangeKind, Long> changesMade) {
    changesMade.forEach((kind, number) -> changes.merge(kind, number, Long::sum));
    if (YearMonth.from(life.admittedOn()).isBefore(cohortFrom)) {
      return;
    }
    count(groups.computeIfAbsent("all", name -> new Group()), life, lastAttendedDay);
    count(groups.computeIfAbsent(life.tier().name(), name -> new Group()), life, lastAttendedDay);
  }

  private static void count(Group group, EpisodeLife life, int lastAttendedDay) {
    group.episodes++;
    group.exits.merge(life.reason().code(), 1L, Long::sum);
    int dated = datedExit(life, lastAttendedDay);
    for (int day : DAYS) {
      boolean unplanned = life.reason().unplanned();
      group.unplanned.merge(day, unplanned && life.exitDay() <= day ? 1L : 0L, Long::sum);
      group.unplannedAsDated.merge(day, unplanned && dated <= day ? 1L : 0L, Long::sum);
    }
    for (int week : WEEKS) {
      group.abstinent.merge(week, life.use().soberThroughWeek(week) ? 1L : 0L, Long::sum);
    }
    if (life.firstFamilyContact().isPresent() && life.firstFamilyContact().getAsInt() <= 30) {
      group.familyBy30++;
    }
  }

  private static int datedExit(EpisodeLife life, int lastAttendedDay) {
    LocalDate lastAttended = life.date(lastAttendedDay);
    return life.dischargedOn()
        .filter(on -> on.isBefore(lastAttended.plusDays(SILENCE_DAYS)))
        .map(on -> (int) (on.toEpochDay() - life.admittedOn().toEpochDay()))
        .orElse(lastAttendedDay);
  }

  Truth result(DeliveryFiles files) {
    Map<String, TierTruth> tiers = new TreeMap<>();
    groups.forEach((name, group) -> tiers.put(name, shares(group)));
    Map<String, Long> changed = new TreeMap<>();
    for (ChangeKind kind : ChangeKind.values()) {
      changed.put(kind.label(), changes.getOrDefault(kind, 0L));
    }
    return new Truth(
        PROGRAM,
        settingsOf(),
        sites(),
        hazards(),
        Hazards.LEFT_ON_DAY_ZERO,
        new FamilyTruth(
            settings.familyHazardRatio(),
            FamilyCourse.BEFORE_ADMISSION,
            FamilyCourse.AT_ADMISSION,
            FamilyCourse.PER_OPEN_DAY),
        new CohortTruth(cohortFrom.toString(), settings.lastMonth().toString()),
        tiers,
        rows(files),
        dirt(files),
        changed,
        List.copyOf(canaries));
  }

  private Truth.Settings settingsOf() {
    return new Truth.Settings(
        settings.clients(),
        settings.months(),
        settings.seed(),
        settings.firstMonth().toString(),
        settings.lastMonth().toString(),
        settings.sites(),
        settings.familyHazardRatio(),
        settings.frailtySd(),
        settings.checkinsPerWeek());
  }

  private List<SiteTruth> sites() {
    List<SiteTruth> sites = new ArrayList<>();
    for (int index = 0; index < settings.sites(); index++) {
      Site site = Site.of(index);
      String source = SiteExport.of(site, settings.exports()).source();
      sites.add(
          new SiteTruth(site.name(), source, site.hazardMultiplier(), site.attendanceShift()));
    }
    return sites;
  }

  private static Map<String, Map<String, List<Hazards.Step>>> hazards() {
    Map<String, Map<String, List<Hazards.Step>>> hazards = new TreeMap<>();
    for (Tier tier : Tier.values()) {
      Map<String, List<Hazards.Step>> ofTier = new TreeMap<>();
      for (ExitReason reason : ExitReason.values()) {
        ofTier.put(reason.code(), Hazards.steps(tier, reason));
      }
      hazards.put(tier.name(), ofTier);
    }
    return hazards;
  }

  private static TierTruth shares(Group group) {
    return new TierTruth(
        group.episodes,
        group.exits,
        shares(group.unplanned, group.episodes),
        shares(group.unplannedAsDated, group.episodes),
        shares(group.abstinent, group.episodes),
        share(group.familyBy30, group.episodes));
  }

  private static Map<Integer, BigDecimal> shares(Map<Integer, Long> counts, long of) {
    Map<Integer, BigDecimal> shares = new TreeMap<>();
    counts.forEach((at, count) -> shares.put(at, share(count, of)));
    return shares;
  }

  private static BigDecimal share(long count, long of) {
    return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(of), 6, RoundingMode.HALF_EVEN);
  }

  private static Map<String, RowTruth> rows(DeliveryFiles files) {
    Map<String, RowTruth> rows = new TreeMap<>();
    for (Feed feed : Feed.values()) {
      rows.put(
          feed.label(),
          new RowTruth(
              files.rows().getOrDefault(feed, 0L),
              withFate(files, feed, Fate.REJECTED),
              withFate(files, feed, Fate.HELD)));
    }
    return rows;
  }

  private static long withFate(DeliveryFiles files, Feed feed, Fate fate) {
    long number = 0;
    for (Map.Entry<DirtKind, Long> entry : files.dirt().getOrDefault(feed, Map.of()).entrySet()) {
      number += entry.getKey().fate() == fate ? entry.getValue() : 0;
    }
    return number;
  }

  private static Map<String, Map<String, Long>> dirt(DeliveryFiles files) {
    Map<String, Map<String, Long>> dirt = new TreeMap<>();
    files
        .dirt()
        .forEach(
            (feed, kinds) -> {
              Map<String, Long> named = new TreeMap<>();
              kinds.forEach((kind, number) -> named.put(kind.label(), number));
              dirt.put(feed.label(), named);
            });
    return dirt;
  }
}
