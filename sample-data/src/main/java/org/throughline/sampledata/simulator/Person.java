package org.throughline.sampledata.simulator;

import java.util.List;
import java.util.Locale;
import org.throughline.sampledata.simulator.Draw.Purpose;

/**
 * What does not change about a client.
 *
 * @param number from 0
 * @param clientId in the feeds
 * @param frailty standard normal; higher means likelier to leave, miss and use
 * @param ageGroup and the other codes as in the episodes feed
 */
public record Person(
    int number,
    String clientId,
    double frailty,
    String ageGroup,
    String sex,
    String primarySubstance,
    String medication,
    String dailyRole) {

  /** Begins the id of every canary: a client whose name and ids must show up in no output. */
  public static final String CANARY = "CANARY-";

  private static final List<String> AGES =
      List.of("12-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "");
  private static final List<String> SUBSTANCES =
      List.of("alcohol", "opioid", "stimulant", "cannabis", "sedative", "other", "");
  private static final List<String> ROLES =
      List.of("employed", "student", "caregiver", "several", "none", "");

  static Person drawn(SimulationSettings settings, int number) {
    Draw draw = Draw.stream(settings.seed(), number, 0, Purpose.PERSON);
    String digits = String.format(Locale.ROOT, "%06d", number);
    String substance = SUBSTANCES.get(draw.weighted(41, 27, 16, 8, 4, 3, 1));
    double medicated = substance.equals("opioid") ? 0.7 : substance.equals("alcohol") ? 0.25 : 0.05;
    return new Person(
        number,
        (number % 97 == 13 ? CANARY : "C") + digits,
        draw.normal(),
        AGES.get(draw.weighted(1, 12, 30, 26, 17, 10, 3, 1)),
        draw.weighted(56, 42, 1.5) == 0 ? "M" : draw.happens(0.96) ? "F" : "other",
        substance,
        draw.happens(medicated) ? "yes" : "no",
        ROLES.get(draw.weighted(45, 8, 14, 9, 20, 4)));
  }

  boolean canary() {
    return clientId.startsWith(CANARY);
  }

  boolean keepsRole() {
    return !dailyRole.isEmpty() && !dailyRole.equals("none");
  }
}
