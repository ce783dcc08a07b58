package org.throughline.sampledata.simulator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What to simulate and where to write it.
 *
 * @param clients number of people; client k is the same whatever the number
 * @param months number of monthly deliveries
 * @param seed of all random streams
 * @param firstMonth of the deliveries; nobody is admitted earlier
 * @param sites number of sites
 * @param familyHazardRatio by which involvement multiplies the hazard of unplanned exit, from the
 *     day after the first family contact on; 1.0 means that it does nothing
 * @param frailtySd standard deviation of the clients' log hazard of unplanned exit; 0 makes all
 *     alike
 * @param checkinsPerWeek that a client with no use week sends on average while in care
 * @param exports whether the third site keeps its own names and formats
 * @param dirt whether faulty rows are strewn in
 * @param packing which files are gzipped
 * @param out folder to write to; made when missing
 */
public record SimulationSettings(
    int clients,
    int months,
    long seed,
    YearMonth firstMonth,
    int sites,
    double familyHazardRatio,
    double frailtySd,
    double checkinsPerWeek,
    Exports exports,
    Dirt dirt,
    Packing packing,
    Path out) {

  /** How sites export. */
  public enum Exports {
    /** All sites use the canonical names: files lie in {@code out/YYYY-MM/}. */
    ALL_CANONICAL,
    /**
     * The third site, harbor, uses its own column names, codes, dates, delimiter and encoding:
     * files lie in {@code out/canonical/YYYY-MM/} and {@code out/harbor/YYYY-MM/}.
     */
    ODD_THIRD_SITE
  }

  /** Whether faulty rows are strewn in. */
  public enum Dirt {
    NONE,
    A_LITTLE
  }

  /** Which files are gzipped. */
  public enum Packing {
    PLAIN,
    /** Attendance and check-ins gzipped, the small files plain. */
    MIXED,
    GZIP
  }

  /** The last month of a simulation whose first month nobody chose. */
  public static final YearMonth DEFAULT_LAST_MONTH = YearMonth.of(2025, 6);

  public SimulationSettings {
    require(clients >= 1, "clients must be at least 1, not " + clients);
    require(clients <= 10_000_000, "clients must be at most 10000000, not " + clients);
    require(months >= 1 && months <= 600, "months must be 1 to 600, not " + months);
    require(sites >= 1 && sites <= 99, "sites must be 1 to 99, not " + sites);
    require(familyHazardRatio > 0, "family hazard ratio must be above 0, not " + familyHazardRatio);
    require(frailtySd >= 0 && frailtySd <= 2, "frailty must be 0 to 2, not " + frailtySd);
    require(
        checkinsPerWeek >= 0 && checkinsPerWeek <= 7,
        "check-ins per week must be 0 to 7, not " + checkinsPerWeek);
  }

  /** Three sites that all use canonical names, a little dirt, deliveries that end in June 2025. */
  public static SimulationSettings of(int clients, int months, long seed, Path out) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        DEFAULT_LAST_MONTH.minusMonths(months - 1L),
        3,
        0.8,
        0.35,
        4.5,
        Exports.ALL_CANONICAL,
        Dirt.A_LITTLE,
        Packing.MIXED,
        out);
  }

  public SimulationSettings withFirstMonth(YearMonth month) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        month,
        sites,
        familyHazardRatio,
        frailtySd,
        checkinsPerWeek,
        exports,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withSites(int number) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        number,
        familyHazardRatio,
        frailtySd,
        checkinsPerWeek,
        exports,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withFamilyHazardRatio(double ratio) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        ratio,
        frailtySd,
        checkinsPerWeek,
        exports,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withFrailtySd(double sd) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        familyHazardRatio,
        sd,
        checkinsPerWeek,
        exports,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withCheckinsPerWeek(double number) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        familyHazardRatio,
        frailtySd,
        number,
        exports,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withExports(Exports how) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        familyHazardRatio,
        frailtySd,
        checkinsPerWeek,
        how,
        dirt,
        packing,
        out);
  }

  public SimulationSettings withDirt(Dirt amount) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        familyHazardRatio,
        frailtySd,
        checkinsPerWeek,
        exports,
        amount,
        packing,
        out);
  }

  public SimulationSettings withPacking(Packing how) {
    return new SimulationSettings(
        clients,
        months,
        seed,
        firstMonth,
        sites,
        familyHazardRatio,
        frailtySd,
        checkinsPerWeek,
        exports,
        dirt,
        how,
        out);
  }

  /** The last delivered month. */
  public YearMonth lastMonth() {
    return firstMonth.plusMonths(months - 1L);
  }

  LocalDate lastDay() {
    return lastMonth().atEndOfMonth();
  }

  /** The delivery, counted from 0, that holds the month of a date; may lie outside the window. */
  int deliveryOf(LocalDate date) {
    return (date.getYear() - firstMonth.getYear()) * 12
        + date.getMonthValue()
        - firstMonth.getMonthValue();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
