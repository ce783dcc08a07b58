package org.throughline.flow;

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
