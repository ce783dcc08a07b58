package org.throughline.episode;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The tiers in use, least intensive first. Codes and aliases are matched without regard to case,
 * spaces, hyphens or underscores.
 */
public final class Tiers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Tier> tiers;
  private final Map<String, Tier> byName = new HashMap<>();
  private final Map<String, Tier> byCode = new HashMap<>();

  /**
   * @param tiers least intensive first
   * @throws IllegalArgumentException if two tiers share a code or an alias
   */
  public Tiers(List<Tier> tiers) {
    this.tiers = List.copyOf(tiers);
    for (Tier tier : tiers) {
      byCode.put(tier.code(), tier);
      name(tier.code(), tier);
      tier.aliases().forEach(alias -> name(alias, tier));
    }
  }

  private void name(String name, Tier tier) {
    Tier other = byName.put(normal(name), tier);
    if (other != null && !other.equals(tier)) {
      throw new IllegalArgumentException(
          "tiers " + other.code() + " and " + tier.code() + " are both named " + name);
    }
  }

  /** The levels of care of ASAM, from standard outpatient upwards. */
  public static Tiers asam() {
    return new Tiers(
        List.of(
            new Tier(
                "OP",
                "Outpatient",
                OptionalInt.empty(),
                List.of("1", "1.0", "1.5", "weekly", "standard")),
            new Tier(
                "OTP",
                "Opioid treatment program",
                OptionalInt.empty(),
                List.of("OTS", "methadone")),
            new Tier("IOP", "Intensive outpatient", OptionalInt.of(9), List.of("2.1", "intensive")),
            new Tier(
                "HIOP",
                "High-intensity outpatient",
                OptionalInt.of(20),
                List.of("2.5", "PHP", "day program")),
            new Tier(
                "RES", "Residential", OptionalInt.empty(), List.of("3.1", "3.5", "residential"))));
  }

  /** A code without regard to case, spaces, hyphens and underscores. */
  public static String normal(String code) {
    StringBuilder kept = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != '-' && c != '_' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(c);
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  /** The tier that a feed's code names. */
  public Optional<Tier> named(String code) {
    return Optional.ofNullable(byName.get(normal(code)));
  }

  /** Hours a week that a tier prescribes at least; empty where it has no floor or is unknown. */
  public OptionalInt floorHours(String code) {
    Tier tier = byCode.get(code);
    return tier == null ? OptionalInt.empty() : tier.floorHours();
  }

  /** Whether one tier is less intensive than another; not if either is unknown. */
  public boolean lessIntensive(String code, String than) {
    int rank = rank(code);
    return rank >= 0 && rank < rank(than);
  }

  private int rank(String code) {
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  /** Least intensive first. */
  public List<Tier> inOrder() {
    return tiers;
  }

  /** The codes that a feed may use, for a message. */
  public String spelledOut() {
    return tiers.stream().map(Tier::code).collect(Collectors.joining(", "));
  }
}
