package org.throughline.check;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.figure.FileSummary;
import org.throughline.figure.Place;
import org.throughline.measure.TallySheet;

/**
 * Runs the data checks of a month. Pure: the same facts, the same findings.
 *
 * @param month the reporting month
 * @param rules how the checks are set
 * @param smallCell numbers under this are not told
 */
public record DataChecks(YearMonth month, CheckRules rules, int smallCell) {
  private static final Map<Check, Checking> CHECKS =
      new EnumMap<>(
          Map.of(
              Check.REJECTED_ROWS, new RejectedRows(),
              Check.MISSING_FEED, MissingRows::feeds,
              Check.MISSING_SITE, MissingRows::sites,
              Check.VOLUME, new Volume(),
              Check.UNKNOWN_CODES, new UnknownCodes(),
              Check.AFTER_DISCHARGE, new AfterDischarge(),
              Check.DUPLICATES, new Duplicates(),
              Check.SUDDEN_ZERO, new SuddenZeroes()));

  /**
   * What the checks find.
   *
   * @param files what became of the rows of every file that counts
   * @param sheet counts that a {@link RowCounter} of the month has added to
   * @param accepted what was accepted in this and other months
   * @return findings, gravest first
   */
  public List<Found> run(List<FileSummary> files, TallySheet sheet, List<Accepted> accepted) {
    Facts facts = Facts.of(month, files, sheet, accepted, smallCell);
    List<Found> found = new ArrayList<>();
    CHECKS.forEach(
        (check, checking) -> {
          CheckRule rule = rules.of(check);
          rule.level().ifPresent(level -> found.addAll(checking.find(facts, rule, level)));
        });
    return found.stream().filter(one -> !isToldAlready(one, found)).sorted(Found.ORDER).toList();
  }

  /** What is missing as a whole need not be called few, or none, once more. */
  private static boolean isToldAlready(Found one, List<Found> all) {
    if (one.check() != Check.VOLUME && one.check() != Check.SUDDEN_ZERO) {
      return false;
    }
    return all.stream()
        .filter(other -> tells(other, one))
        .anyMatch(other -> covers(other.place(), one.place()));
  }

  private static boolean tells(Found other, Found one) {
    return switch (other.check()) {
      case MISSING_FEED, MISSING_SITE -> true;
      case VOLUME -> one.check() == Check.SUDDEN_ZERO && other.measured() == 0;
      case REJECTED_ROWS, UNKNOWN_CODES, AFTER_DISCHARGE, DUPLICATES, SUDDEN_ZERO -> false;
    };
  }

  private static boolean covers(Place missing, Place place) {
    return (missing.feed().isEmpty() || missing.feed().equals(place.feed()))
        && (missing.site().isEmpty() || missing.site().equals(place.site()));
  }
}
