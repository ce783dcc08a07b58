package org.throughline.jobs.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.check.Check;
import org.throughline.check.CheckRule;
import org.throughline.check.CheckRules;
import org.throughline.figure.FindingLevel;
import org.throughline.jobs.Halt;

/** What Spring binds under {@code throughline.checks}; names are those of the checks. */
record BoundChecks(
    @Nullable BoundCheck rejectedRows,
    @Nullable BoundCheck missingFeed,
    @Nullable BoundCheck missingSite,
    @Nullable BoundCheck volume,
    @Nullable BoundCheck unknownCodes,
    @Nullable BoundCheck afterDischarge,
    @Nullable BoundCheck duplicates,
    @Nullable BoundCheck suddenZero) {

  /** One check; what is not set stays as shipped. */
  record BoundCheck(@Nullable String level, @Nullable Double limit, @Nullable Long least) {}

  /**
   * How every check is set.
   *
   * @throws Halt if a value cannot be used
   */
  CheckRules rules() {
    Map<Check, CheckRule> changed = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      BoundCheck bound = bound(check);
      if (bound != null) {
        changed.put(check, rule(check, bound, CheckRules.shipped().of(check)));
      }
    }
    return new CheckRules(changed);
  }

  private @Nullable BoundCheck bound(Check check) {
    return switch (check) {
      case REJECTED_ROWS -> rejectedRows;
      case MISSING_FEED -> missingFeed;
      case MISSING_SITE -> missingSite;
      case VOLUME -> volume;
      case UNKNOWN_CODES -> unknownCodes;
      case AFTER_DISCHARGE -> afterDischarge;
      case DUPLICATES -> duplicates;
      case SUDDEN_ZERO -> suddenZero;
    };
  }

  private static CheckRule rule(Check check, BoundCheck bound, CheckRule shipped) {
    String name = "throughline.checks." + check.id();
    if (bound.limit() != null && !check.hasLimit()) {
      throw Halt.usage(
          name + ".limit: this check has no limit; it has " + name + ".level and .least.");
    }
    if (bound.limit() != null && !(bound.limit() >= 0)) {
      throw Halt.usage(name + ".limit is " + bound.limit() + ", but must be 0 or more.");
    }
    if (bound.least() != null && bound.least() < 1) {
      throw Halt.usage(name + ".least is " + bound.least() + ", but must be 1 or more.");
    }
    return new CheckRule(
        bound.level() == null ? shipped.level() : level(name, bound.level()),
        bound.limit() == null ? shipped.limit() : bound.limit(),
        bound.least() == null ? shipped.least() : bound.least());
  }

  private static Optional<FindingLevel> level(String name, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      // YAML reads off as false
      case "off", "false" -> Optional.empty();
      case "note" -> Optional.of(FindingLevel.NOTE);
      case "warn" -> Optional.of(FindingLevel.WARN);
      case "stop" -> Optional.of(FindingLevel.STOP);
      default ->
          throw Halt.usage(name + ".level is " + text + ", but must be off, note, warn or stop.");
    };
  }
}
