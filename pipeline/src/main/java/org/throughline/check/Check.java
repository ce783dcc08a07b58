package org.throughline.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.throughline.figure.FindingLevel;

/** The data checks, with what holds where no setting says otherwise. */
public enum Check {
  /** Share of the rows of a file that are rejected. */
  REJECTED_ROWS(FindingLevel.STOP, OptionalDouble.of(0.05), 2),
  /** A feed, at a site or everywhere, that had rows each month and has none now. */
  MISSING_FEED(FindingLevel.STOP, OptionalDouble.empty(), 10),
  /** A site that had rows each month and has none of any feed now. */
  MISSING_SITE(FindingLevel.STOP, OptionalDouble.empty(), 10),
  /** Rows of a feed at a site, against what the months before lead to expect. */
  VOLUME(FindingLevel.WARN, OptionalDouble.of(0.4), 20),
  /** Share of the cells of a column that hold a code which nobody knows. */
  UNKNOWN_CODES(FindingLevel.WARN, OptionalDouble.of(0.02), 5),
  /** Share of sessions that come after discharge. */
  AFTER_DISCHARGE(FindingLevel.WARN, OptionalDouble.of(0.05), 5),
  /** Share of rows that say the same as another row under another key. */
  DUPLICATES(FindingLevel.WARN, OptionalDouble.of(0.05), 10),
  /** A code or a feed that occurred each month and does not any more. */
  SUDDEN_ZERO(FindingLevel.WARN, OptionalDouble.empty(), 20);

  private final FindingLevel level;
  private final OptionalDouble limit;
  private final long least;

  Check(FindingLevel level, OptionalDouble limit, long least) {
    this.level = level;
    this.limit = limit;
    this.least = least;
  }

  /** Its name in settings, on the command line and in files: {@code missing-site}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it has a limit that can be set, beside the least number of rows. */
  public boolean hasLimit() {
    return limit.isPresent();
  }

  CheckRule shipped() {
    return new CheckRule(Optional.of(level), limit.orElse(0), least);
  }

  /** The check of an id, or empty. */
  public static Optional<Check> of(String id) {
    return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
  }

  /** All ids, for messages. */
  public static String spelledOut() {
    return Arrays.stream(values()).map(Check::id).collect(Collectors.joining(", "));
  }
}
