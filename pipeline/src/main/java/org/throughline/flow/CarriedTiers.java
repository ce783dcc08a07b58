package org.throughline.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.Tier;
import org.throughline.episode.Tiers;

/** Tiers on their way to executors: an {@link OptionalInt} cannot be serialized. */
final class CarriedTiers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NO_FLOOR = -1;

  private final ArrayList<String> codes = new ArrayList<>();
  private final ArrayList<String> labels = new ArrayList<>();
  private final ArrayList<Integer> floors = new ArrayList<>();
  private final ArrayList<ArrayList<String>> aliases = new ArrayList<>();

  CarriedTiers(Tiers tiers) {
    for (Tier tier : tiers.inOrder()) {
      codes.add(tier.code());
      labels.add(tier.label());
      floors.add(tier.floorHours().orElse(NO_FLOOR));
      aliases.add(new ArrayList<>(tier.aliases()));
    }
  }

  Tiers tiers() {
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      int floor = floors.get(i);
      tiers.add(
          new Tier(
              codes.get(i),
              labels.get(i),
              floor == NO_FLOOR ? OptionalInt.empty() : OptionalInt.of(floor),
              aliases.get(i)));
    }
    return new Tiers(tiers);
  }
}
