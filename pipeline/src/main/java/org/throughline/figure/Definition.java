package org.throughline.figure;

import java.io.Serializable;

/**
 * A measure, defined so that two people who have never met compute the same number.
 *
 * @param id the identifier used in files, without its horizon: {@code retention}
 * @param version raised whenever the definition changes
 * @param label what a director calls it: "No unplanned exit by day 90"; {@code {at}} stands for the
 *     horizon
 * @param population who counts
 * @param numerator what is counted above the line, in words
 * @param denominator what is counted below the line, in words
 * @param unit of the value
 * @param interval the interval's method, in words: "95 %, Wilson"
 * @param direction which way is better
 * @param why why it matters, one sentence
 * @param source where the definition or formula comes from
 * @param group what it is there for
 */
public record Definition(
    String id,
    int version,
    String label,
    Population population,
    String numerator,
    String denominator,
    Unit unit,
    String interval,
    Direction direction,
    String why,
    String source,
    MeasureGroup group)
    implements Serializable {

  /** One of the program's own questions. */
  public Definition(
      String id,
      int version,
      String label,
      Population population,
      String numerator,
      String denominator,
      Unit unit,
      String interval,
      Direction direction,
      String why,
      String source) {
    this(
        id,
        version,
        label,
        population,
        numerator,
        denominator,
        unit,
        interval,
        direction,
        why,
        source,
        MeasureGroup.CORE);
  }

  /** The label with its horizon put in. */
  public String labelAt(int horizon) {
    return label.replace("{at}", Integer.toString(horizon));
  }
}
