package org.throughline.episode;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * An intensity tier: configuration, not code.
 *
 * @param code canonical, as kept in tables and figures
 * @param label for readers
 * @param floorHours hours a week that the tier prescribes at least; empty where it has no floor
 * @param aliases other codes by which feeds name it
 */
public record Tier(String code, String label, OptionalInt floorHours, List<String> aliases)
    implements Serializable {
  public Tier {
    aliases = List.copyOf(aliases);
  }

  // An OptionalInt cannot be serialized, and tiers travel to where files are parsed.
  private Object writeReplace() {
    return new Written(
        code, label, floorHours.isPresent() ? List.of(floorHours.getAsInt()) : List.of(), aliases);
  }

  private record Written(String code, String label, List<Integer> floorHours, List<String> aliases)
      implements Serializable {
    private Object readResolve() {
      OptionalInt floor =
          floorHours.isEmpty() ? OptionalInt.empty() : OptionalInt.of(floorHours.get(0));
      return new Tier(code, label, floor, aliases);
    }
  }
}
