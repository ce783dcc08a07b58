package org.throughline.sampledata.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a simulation drew from and what came of it: the content of {@code truth.json}. Shares are
 * fractions of 1. Keys of {@code tiers} are the tier codes and {@code all}; keys of inner maps are
 * days (exits) or weeks (abstinence), exit reasons, or kinds of dirt and change.
 *
 * @param program the made-up program's name
 * @param settings that the feeds were made with
 * @param sites and how they differ
 * @param weeklyHazards per tier and exit reason
 * @param leftOnDayZero chance of leaving on day 0
 * @param family how family contacts arise
 * @param cohort the episodes that {@code tiers} tells about
 * @param tiers by tier at admission
 * @param rows per feed
 * @param dirt per feed and kind, rows
 * @param changes per kind, rows
 * @param canaries client ids that must show up in no output
 */
public record Truth(
    String program,
    Settings settings,
    List<SiteTruth> sites,
    Map<String, Map<String, List<Hazards.Step>>> weeklyHazards,
    double leftOnDayZero,
    FamilyTruth family,
    CohortTruth cohort,
    Map<String, TierTruth> tiers,
    Map<String, RowTruth> rows,
    Map<String, Map<String, Long>> dirt,
    Map<String, Long> changes,
    List<String> canaries) {

  /** The settings, less where the files went. */
  public record Settings(
      int clients,
      int months,
      long seed,
      String firstMonth,
      String lastMonth,
      int sites,
      double familyHazardRatio,
      double frailtySd,
      double checkinsPerWeek) {}

  /** A site, its source profile, and how it differs. */
  public record SiteTruth(
      String name, String source, double hazardMultiplier, double attendanceShift) {}

  /** Chances of the first family contact: before admission, at it, then per open weekday. */
  public record FamilyTruth(
      double hazardRatio, double beforeAdmission, double atAdmission, double perOpenDay) {}

  /** Months of admission, both included. */
  public record CohortTruth(String firstMonth, String lastMonth) {}

  /**
   * What truly became of the cohort's episodes, all followed to their end, hidden exits included.
   *
   * @param episodes admitted
   * @param exits by reason, whenever they came
   * @param unplannedExit share with an unplanned exit on or before the day, by the last day in care
   * @param unplannedExitAsDated the same, an unplanned exit dated as records can show it: on the
   *     recorded discharge where that came within 29 days of the last attended session, else on
   *     that session
   * @param continuousAbstinence share with no use in weeks 1 to k, in care or not
   * @param familyContactBy30 share with a family contact by day 30
   */
  public record TierTruth(
      long episodes,
      Map<String, Long> exits,
      Map<Integer, BigDecimal> unplannedExit,
      Map<Integer, BigDecimal> unplannedExitAsDated,
      Map<Integer, BigDecimal> continuousAbstinence,
      BigDecimal familyContactBy30) {}

  /**
   * Rows written, and what must become of them once all deliveries are in.
   *
   * @param read rows, headers not counted
   * @param rejected rows that must be refused
   * @param held rows whose episode never arrives
   */
  public record RowTruth(long read, long rejected, long held) {}
}
