package org.throughline.report.page;

import java.util.OptionalInt;

/** The four figures that a reader looks for first. */
public enum Headline {
  RETENTION(
      "retention",
      "retention",
      OptionalInt.of(90),
      "No unplanned exit by day 90",
      "Clients without an unplanned exit by day 90"),
  COMPLETION("completion", "completion", OptionalInt.empty(), "Completed", "Share of known exits"),
  ATTENDANCE(
      "attendance", "attendance", OptionalInt.empty(), "Attendance", "Share of sessions offered"),
  CONTINUOUS(
      "continuous",
      "continuous",
      OptionalInt.of(12),
      "Sober all of the first 12 weeks",
      "Clients with 12 weeks over; a missing week counts as use");

  private final String id;
  private final String measure;
  private final OptionalInt at;
  private final String title;
  private final String axis;

  Headline(String id, String measure, OptionalInt at, String title, String axis) {
    this.id = id;
    this.measure = measure;
    this.at = at;
    this.title = title;
    this.axis = axis;
  }

  String id() {
    return id;
  }

  /** The measure's id in {@code figures.csv}. */
  public String measure() {
    return measure;
  }

  /** The horizon, or empty. */
  public OptionalInt at() {
    return at;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  String axis() {
    return axis;
  }

  /** Whether each month's figure is of admissions of many months, so that neighbours share data. */
  Span span() {
    return this == RETENTION || this == CONTINUOUS ? Span.TRAILING_COHORT : Span.ONE_MONTH;
  }

  /** What one point of the series covers. */
  enum Span {
    ONE_MONTH,
    TRAILING_COHORT
  }
}
