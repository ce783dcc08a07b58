package org.throughline.report.page;

import java.util.OptionalInt;

/** The four figures that a reader looks for first. */
public enum Headline {
  RETENTION(
      "retention",
      "retention",
      OptionalInt.of(90),
      "No unplanned exit by day 90",
      "retention",
      "Clients admitted in the month without an unplanned exit by day 90"),
  COMPLETION(
      "completion",
      "completion",
      OptionalInt.empty(),
      "Completed",
      "completion",
      "Share of the exits that became known in the month"),
  ATTENDANCE(
      "attendance",
      "attendance",
      OptionalInt.empty(),
      "Attendance",
      "attendance",
      "Share of sessions offered in the month"),
  CONTINUOUS(
      "continuous",
      "continuous",
      OptionalInt.of(12),
      "Sober all of the first 12 weeks",
      "sobriety over 12 weeks",
      "Clients admitted in the month; a missing week counts as use");

  private final String id;
  private final String measure;
  private final OptionalInt at;
  private final String title;
  private final String noun;
  private final String monthly;

  Headline(String id, String measure, OptionalInt at, String title, String noun, String monthly) {
    this.id = id;
    this.measure = measure;
    this.at = at;
    this.title = title;
    this.noun = noun;
    this.monthly = monthly;
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

  /** What a sentence calls it. */
  String noun() {
    return noun;
  }

  /** What a single month's share is of: an axis' title. */
  String monthly() {
    return monthly;
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
