package org.throughline.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.figure.FileSummary;
import org.throughline.measure.TallySheet;

/**
 * All that the checks of a month see.
 *
 * @param month the reporting month
 * @param files the month's files
 * @param rows rows by site and month
 * @param gaps what was accepted as missing in earlier months
 * @param words how numbers are told
 */
record Facts(
    YearMonth month, List<FileSummary> files, MonthlyRows rows, List<Accepted> gaps, Words words) {

  static Facts of(
      YearMonth month,
      List<FileSummary> all,
      TallySheet sheet,
      List<Accepted> accepted,
      int smallCell) {
    return new Facts(
        month,
        filesOf(month, all),
        new MonthlyRows(sheet),
        accepted.stream().filter(a -> a.isGap() && a.month().isBefore(month)).toList(),
        new Words(smallCell));
  }

  /**
   * A month's files: for each source and feed those that speak as of a day of that month. Where
   * there is none, those of the first later day stand in, since a delivery that comes without a
   * date speaks as of its arrival, early in the next month.
   */
  static List<FileSummary> filesOf(YearMonth month, List<FileSummary> all) {
    LocalDate first = month.atDay(1);
    Map<String, List<FileSummary>> later = new TreeMap<>();
    for (FileSummary file : all) {
      if (!file.asOf().isBefore(first)) {
        later.computeIfAbsent(file.source() + "\t" + file.feed(), k -> new ArrayList<>()).add(file);
      }
    }
    List<FileSummary> files = new ArrayList<>();
    for (List<FileSummary> ofFeed : later.values()) {
      LocalDate earliest = ofFeed.stream().map(FileSummary::asOf).min(LocalDate::compareTo).get();
      LocalDate until = earliest.isAfter(month.atEndOfMonth()) ? earliest : month.atEndOfMonth();
      ofFeed.stream().filter(file -> !file.asOf().isAfter(until)).forEach(files::add);
    }
    return files;
  }
}
