package org.throughline.check;

import java.time.YearMonth;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Place;

/**
 * A finding that somebody accepted, as it was then.
 *
 * @param month the reporting month
 * @param check which check
 * @param place where
 * @param measured what was measured
 * @param severity how bad it was
 * @param dataIdentity of the data in which it was found
 * @param acceptance who, when and why
 */
public record Accepted(
    YearMonth month,
    Check check,
    Place place,
    double measured,
    double severity,
    String dataIdentity,
    Acceptance acceptance) {

  /** The acceptance of a finding. */
  public static Accepted of(
      YearMonth month, Found found, String dataIdentity, Acceptance acceptance) {
    return new Accepted(
        month,
        found.check(),
        found.place(),
        found.measured(),
        found.severity(),
        dataIdentity,
        acceptance);
  }

  /** Whether it is about the same check, month and place. */
  public boolean isAbout(YearMonth reporting, Found found) {
    return month.equals(reporting) && check == found.check() && place.equals(found.place());
  }

  /**
   * Whether it holds for a finding, also in other data than it was given for: it does as long as
   * the finding is no worse than it was.
   */
  public boolean covers(YearMonth reporting, Found found) {
    return isAbout(reporting, found) && found.severity() <= severity;
  }

  /** Whether rows were accepted as missing, so that the month is no measure for later ones. */
  boolean isGap() {
    return switch (check) {
      case MISSING_FEED, MISSING_SITE, VOLUME, SUDDEN_ZERO -> true;
      case REJECTED_ROWS, UNKNOWN_CODES, AFTER_DISCHARGE, DUPLICATES -> false;
    };
  }
}
