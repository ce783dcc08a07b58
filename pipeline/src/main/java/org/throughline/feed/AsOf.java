package org.throughline.feed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day whose state of knowledge a file describes: of two rows with one key the later stands. */
public final class AsOf {
  private static final Pattern MONTH =
      Pattern.compile("(?<![0-9])(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])(?![0-9])");

  private AsOf() {}

  /**
   * The day that was given, else the last day of the month ({@code YYYY-MM}) that the file's name
   * holds, else of the month in a folder's name from the innermost outwards, else the arrival. Of
   * several months in one name the last counts.
   *
   * @param file the delivered file
   * @param given what the operator said
   * @param arrival the day on which the file was received
   */
  public static LocalDate of(Path file, Optional<LocalDate> given, LocalDate arrival) {
    return given.or(() -> inNames(file)).orElse(arrival);
  }

  private static Optional<LocalDate> inNames(Path file) {
    Path path = file.toAbsolutePath().normalize();
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      Optional<LocalDate> day = lastDay(path.getName(i).toString());
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> lastDay(String name) {
    Matcher months = MONTH.matcher(name);
    Optional<LocalDate> day = Optional.empty();
    while (months.find()) {
      int year = Integer.parseInt(months.group(1));
      day = Optional.of(YearMonth.of(year, Integer.parseInt(months.group(2))).atEndOfMonth());
    }
    return day;
  }
}
