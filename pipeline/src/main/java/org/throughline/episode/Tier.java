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
}
