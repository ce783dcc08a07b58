package org.throughline.figure;

/** The unit of a figure's value, as written in {@code figures.csv}. */
public enum Unit {
  /** A proportion, as a fraction of 1. */
  SHARE("share"),
  /** A number of episodes, exits or events. */
  COUNT("count"),
  /** Whole or fractional days. */
  DAYS("days"),
  /** Weeks. */
  WEEKS("weeks"),
  /** Events per 100 client-months, a client-month being 30.4375 days. */
  PER_100_CLIENT_MONTHS("per_100_client_months"),
  /** Events per 100 client-weeks. */
  PER_100_CLIENT_WEEKS("per_100_client_weeks"),
  /** A chi-square statistic. */
  CHI_SQUARE("chi_square"),
  /** Degrees of freedom of a test. */
  DEGREES_OF_FREEDOM("degrees_of_freedom"),
  /** A p-value, between 0 and 1. */
  P_VALUE("p_value"),
  /** A ratio of hazards; 1 where there is no difference. */
  HAZARD_RATIO("hazard_ratio"),
  /** 1 for a signal for the better, −1 for one for the worse, 0 for usual variation. */
  VERDICT("verdict");

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  /** The word used in files. */
  public String code() {
    return code;
  }
}
