package org.throughline.sampledata.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** When the program is open, and how the year moves admissions and attendance. */
final class ProgramCalendar {

  private static final double[] ADMISSIONS_BY_MONTH = {
    1.25, 1.10, 1.10, 1.00, 1.00, 0.95, 0.90, 0.95, 1.05, 1.05, 0.90, 0.70
  };

  private ProgramCalendar() {}

  static double admissionWeight(YearMonth month) {
    return ADMISSIONS_BY_MONTH[month.getMonthValue() - 1];
  }

  /** What the season adds to the log odds of attending. */
  static double attendanceShift(LocalDate date) {
    return switch (date.getMonth()) {
      case DECEMBER -> date.getDayOfMonth() >= 15 ? -0.45 : -0.15;
      case JULY, AUGUST -> -0.15;
      case JANUARY -> date.getDayOfMonth() <= 5 ? -0.30 : 0.05;
      default -> 0;
    };
  }

  static boolean isOpen(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !isHoliday(date);
  }

  /**
   * An open day in the month of the date: the date itself, the next one, or else the one before.
   */
  static LocalDate openDayNear(LocalDate date) {
    LocalDate later = date;
    while (later.getMonth() == date.getMonth()) {
      if (isOpen(later)) {
        return later;
      }
      later = later.plusDays(1);
    }
    LocalDate earlier = date;
    while (!isOpen(earlier)) {
      earlier = earlier.minusDays(1);
    }
    return earlier;
  }

  private static boolean isHoliday(LocalDate date) {
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JANUARY -> day == 1;
      case MAY -> date.equals(date.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
      case JULY -> day == 4;
      case SEPTEMBER -> date.equals(date.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
      case NOVEMBER -> isThanksgiving(date) || isThanksgiving(date.minusDays(1));
      case DECEMBER -> day == 24 || day == 25;
      default -> false;
    };
  }

  private static boolean isThanksgiving(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER
        && date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }
}
