package org.throughline.sampledata.simulator;

/**
 * The hazard of one episode, per day: what {@link Hazards} says, times what is particular to the
 * site, the client and the day. The same arithmetic draws exits and checks them.
 *
 * @param tier at admission
 * @param unplannedMultiplier of site and frailty together
 * @param familyHazardRatio from the day after the first family contact on
 */
public record ExitRisk(Tier tier, double unplannedMultiplier, double familyHazardRatio) {

  static ExitRisk of(SimulationSettings settings, Person person, Site site, Tier tier) {
    double sd = settings.frailtySd();
    // Mean 1 over clients, so that the table's hazards are those of the average client.
    double frailty = StrictMath.exp(sd * person.frailty() - sd * sd / 2);
    return new ExitRisk(tier, site.hazardMultiplier() * frailty, settings.familyHazardRatio());
  }

  /** The hazard per day of one reason on a day ≥ 1. */
  public double onDay(ExitReason reason, int day, Involvement involvement) {
    double perDay = Hazards.perWeek(tier, reason, UseHistory.weekOf(day)) / 7;
    if (!reason.unplanned()) {
      return perDay;
    }
    double family = involvement == Involvement.INVOLVED ? familyHazardRatio : 1;
    return perDay * unplannedMultiplier * family;
  }

  /** The hazard per day of an unplanned exit on a day ≥ 1. */
  public double unplannedOnDay(int day, Involvement involvement) {
    return onDay(ExitReason.LEFT, day, involvement)
        + onDay(ExitReason.ADMINISTRATIVE, day, involvement);
  }

  /** Whether family takes part. */
  public enum Involvement {
    NOT_YET,
    INVOLVED
  }
}
