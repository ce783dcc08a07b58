package org.throughline.jobs.month;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a run of a month has done.
 *
 * @param month the reporting month
 * @param outcome whether it was published now
 * @param edition the edition that stands
 * @param received what was read
 * @param kept what the home holds; empty where nothing had to be done
 * @param figures figures that were published now
 * @param hidden figures that were hidden for their small cells
 * @param page the report's page
 */
public record MonthResult(
    YearMonth month,
    Outcome outcome,
    int edition,
    Received received,
    Optional<Kept> kept,
    long figures,
    long hidden,
    Path page) {

  /** Whether anything was published. */
  public enum Outcome {
    PUBLISHED,
    /** The month was done again and came out the same to the last byte. */
    SAME_AGAIN,
    /** The month stood there already, from the same data under the same settings. */
    ALREADY_PUBLISHED
  }
}
