package org.throughline.flow;

import java.util.Optional;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;
import org.throughline.lake.SetAsideRows;

/** Why a current row is in no timeline, for now: the cross-feed rules. */
enum Rule {
  HELD(0, SetAsideRows.UNKNOWN_EPISODE),
  BEFORE_ADMISSION(1, "more than 7 days before admission"),
  AFTER_DISCHARGE(2, "session more than 7 days after discharge"),
  OUT_OF_RANGE(3, "more than 2,000 years after admission"),
  OVERLAP(4, "overlaps an earlier placement of the same episode");

  /** Days that a session may come after discharge. */
  static final int DAYS_AFTER_DISCHARGE = 7;

  /** The last day of an episode that an event can be kept for. */
  static final int LAST_DAY = 730_500;

  private final int number;
  private final String reason;

  Rule(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /**
   * The rule that an event breaks whose episode is known.
   *
   * @param on day of the event, as all days here since 1970-01-01
   * @param discharged the last day of care, or the greatest number where that is of no matter
   */
  static Optional<Rule> broken(int on, int admitted, int discharged) {
    long day = (long) on - admitted;
    if (day < Timeline.EARLIEST_DAY) {
      return Optional.of(BEFORE_ADMISSION);
    }
    if (day > LAST_DAY) {
      return Optional.of(OUT_OF_RANGE);
    }
    return on - (long) discharged > DAYS_AFTER_DISCHARGE
        ? Optional.of(AFTER_DISCHARGE)
        : Optional.empty();
  }

  /** Stands for the rule in counts on their way. */
  int number() {
    return number;
  }

  /** The rule that a number stands for. */
  static Rule of(int number) {
    for (Rule rule : values()) {
      if (rule.number == number) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no rule has the number " + number);
  }

  /** What it makes of a row, in the words of the tables. */
  String status() {
    return this == HELD ? SetAsideRows.HELD : SetAsideRows.REJECTED;
  }

  /** The column of a feed that it looks at. */
  String column(Feed feed) {
    return this == HELD ? "episode_id" : EventPacker.columns(feed)[0];
  }

  /** In words for an operator. */
  String reason() {
    return reason;
  }
}
