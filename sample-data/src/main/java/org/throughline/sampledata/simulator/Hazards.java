package org.throughline.sampledata.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The exit hazards that episodes are drawn from: per tier at admission and reason, exits per week
 * in care, constant between steps. Unplanned hazards are multiplied by the site, by the client's
 * frailty and, from the day after the first family contact on, by the family hazard ratio. A day's
 * chance of an exit is {@code 1 − exp(−total hazard / 7)}.
 */
public final class Hazards {

  /** From this treatment week on (week 1 holds days 1 to 7), so many exits per week in care. */
  public record Step(int fromWeek, double perWeek) {}

  /** The chance that an episode ends on its first day, day 0, which no hazard covers. */
  public static final double LEFT_ON_DAY_ZERO = 0.008;

  private static final Map<ExitReason, List<Step>> SAME_IN_EVERY_TIER =
      Map.of(
          ExitReason.ADMINISTRATIVE, flat(0.0025),
          ExitReason.TRANSFERRED, flat(0.0040),
          ExitReason.INCARCERATED, flat(0.0012),
          ExitReason.DECEASED, flat(0.0002),
          ExitReason.OTHER, flat(0.0015));

  private static final Map<Tier, Map<ExitReason, List<Step>>> TABLE = table();

  /** No step begins later. */
  private static final int LAST_WEEK = 104;

  /** The table spread out, since the day loop of every episode reads it. */
  private static final Map<Tier, Map<ExitReason, double[]>> BY_WEEK = byWeek();

  private static final double[] NONE = new double[LAST_WEEK + 1];

  private Hazards() {}

  /** The steps of a hazard, the first of them from week 1. */
  public static List<Step> steps(Tier tier, ExitReason reason) {
    Map<ExitReason, List<Step>> ofTier = TABLE.getOrDefault(tier, Map.of());
    return ofTier.getOrDefault(reason, List.of());
  }

  /** Exits per week in the given treatment week (from 1). */
  public static double perWeek(Tier tier, ExitReason reason, int week) {
    double[] hazard = BY_WEEK.getOrDefault(tier, Map.of()).getOrDefault(reason, NONE);
    return hazard[Math.min(week, LAST_WEEK)];
  }

  private static Map<Tier, Map<ExitReason, double[]>> byWeek() {
    Map<Tier, Map<ExitReason, double[]>> byWeek = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Map<ExitReason, double[]> ofTier = new EnumMap<>(ExitReason.class);
      for (ExitReason reason : ExitReason.values()) {
        double[] hazard = new double[LAST_WEEK + 1];
        for (Step step : steps(tier, reason)) {
          Arrays.fill(hazard, step.fromWeek(), LAST_WEEK + 1, step.perWeek());
        }
        ofTier.put(reason, hazard);
      }
      byWeek.put(tier, ofTier);
    }
    return byWeek;
  }

  private static List<Step> flat(double perWeek) {
    return List.of(new Step(1, perWeek));
  }

  private static List<Step> early(double first, double fifth, double thirteenth, double later) {
    return List.of(
        new Step(1, first), new Step(5, fifth), new Step(13, thirteenth), new Step(27, later));
  }

  private static Map<Tier, Map<ExitReason, List<Step>>> table() {
    Map<Tier, Map<ExitReason, List<Step>>> table = new EnumMap<>(Tier.class);
    table.put(Tier.OP, row(early(0.050, 0.034, 0.020, 0.012), completion(12, 0.06, 20, 0.13)));
    table.put(Tier.IOP, row(early(0.044, 0.029, 0.017, 0.012), completion(12, 0.07, 18, 0.14)));
    table.put(Tier.HIOP, row(early(0.038, 0.025, 0.016, 0.012), completion(14, 0.08, 20, 0.14)));
    table.put(Tier.OTP, row(early(0.030, 0.018, 0.010, 0.008), completion(26, 0.006, 52, 0.012)));
    return table;
  }

  private static List<Step> completion(int from, double perWeek, int then, double later) {
    return List.of(new Step(1, 0), new Step(from, perWeek), new Step(then, later));
  }

  private static Map<ExitReason, List<Step>> row(List<Step> left, List<Step> completed) {
    Map<ExitReason, List<Step>> row = new EnumMap<>(ExitReason.class);
    row.putAll(SAME_IN_EVERY_TIER);
    row.put(ExitReason.LEFT, left);
    row.put(ExitReason.COMPLETED, completed);
    return row;
  }
}
