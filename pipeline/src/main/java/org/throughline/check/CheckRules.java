package org.throughline.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How every check is set. */
public final class CheckRules {
  private final EnumMap<Check, CheckRule> rules = new EnumMap<>(Check.class);

  /**
   * @param changed rules that differ from those that are shipped
   */
  public CheckRules(Map<Check, CheckRule> changed) {
    for (Check check : Check.values()) {
      rules.put(check, changed.getOrDefault(check, check.shipped()));
    }
  }

  /** As shipped. */
  public static CheckRules shipped() {
    return new CheckRules(Map.of());
  }

  /** The rule of a check. */
  public CheckRule of(Check check) {
    return rules.getOrDefault(check, check.shipped());
  }

  /** All rules, in one line. */
  public String spelledOut() {
    return Arrays.stream(Check.values())
        .map(check -> of(check).spelledOut(check))
        .collect(Collectors.joining("; "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckRules same && same.rules.equals(rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return spelledOut();
  }
}
