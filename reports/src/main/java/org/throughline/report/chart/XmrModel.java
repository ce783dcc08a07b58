package org.throughline.report.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.throughline.figure.Unit;

/**
 * A measure by month with its limits of usual variation (individual values and moving ranges).
 *
 * @param id prefix of all ids in the SVG; letters, digits and hyphens, unique in a page
 * @param title for assistive technology, and of the file
 * @param description centre, limits, latest value and signals in words
 * @param yTitle stands level above the axis; the chart adds "axis starts at …" where it is not 0
 * @param unit of all values
 * @param months oldest first, each month once, none left out
 * @param limits empty where there are too few months for any
 */
public record XmrModel(
    String id,
    String title,
    String description,
    String yTitle,
    Unit unit,
    List<Month> months,
    Optional<Limits> limits) {

  public XmrModel {
    months = List.copyOf(months);
  }

  /** By which kind of rule a month signals. */
  public enum Signal {
    NONE,
    /** Beyond a limit: a filled diamond. */
    OUTSIDE,
    /** By a rule about several months in a row: an open diamond. */
    RUN
  }

  /** How sure limits are. */
  public enum Standing {
    FIRM,
    /** From few months: they move with each new one. Drawn as outlines. */
    TRIAL
  }

  /**
   * One month.
   *
   * @param value empty where there is no figure: a gap in the line
   * @param note why there is none ("‹11, not shown"), or empty
   * @param verdict what its signal means; not used without a signal
   */
  public record Month(
      YearMonth month, OptionalDouble value, String note, Signal signal, Verdict verdict) {

    /** A month of usual variation. */
    public static Month of(YearMonth month, double value) {
      return new Month(month, OptionalDouble.of(value), "", Signal.NONE, Verdict.USUAL);
    }

    public static Month signal(YearMonth month, double value, Signal signal, Verdict verdict) {
      return new Month(month, OptionalDouble.of(value), "", signal, verdict);
    }

    public static Month gap(YearMonth month, String note) {
      return new Month(month, OptionalDouble.empty(), note, Signal.NONE, Verdict.USUAL);
    }
  }

  /**
   * What is usual. A limit that the values cannot reach (below 0, a share above 1) is not drawn.
   *
   * @param centre mean of the months that set them
   * @param low lower natural limit
   * @param high upper natural limit
   * @param rangeMean mean moving range, in the unit of the values (shares of 1)
   * @param rangeLimit upper limit of the moving range, likewise
   * @param setBy how many months with a value, from the first one shown, set them; 0 for no bar
   */
  public record Limits(
      double centre,
      double low,
      double high,
      double rangeMean,
      double rangeLimit,
      int setBy,
      Standing standing) {}
}
