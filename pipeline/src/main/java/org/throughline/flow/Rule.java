package org.throughline.flow;

/** Why a current row is in no timeline, for now: the cross-feed rules. */
enum Rule {
  HELD("the episode is not known yet"),
  BEFORE_ADMISSION("more than 7 days before admission"),
  AFTER_DISCHARGE("session more than 7 days after discharge"),
  OUT_OF_RANGE("more than 2,000 years after admission"),
  OVERLAP("overlaps an earlier placement of the same episode");

  /** Days that a session may come after discharge. */
  static final int DAYS_AFTER_DISCHARGE = 7;

  /** The last day of an episode that an event can be kept for. */
  static final int LAST_DAY = 730_500;

  private final String reason;

  Rule(String reason) {
    this.reason = reason;
  }

  /** In words for an operator. */
  String reason() {
    return reason;
  }
}
