package org.throughline.flow;

import java.util.List;
import java.util.Optional;
import org.throughline.feed.Rejection;
import org.throughline.figure.FileSummary;

/**
 * What became of a file.
 *
 * @param summary rows read, accepted and rejected by parsing; cross-feed rules come with {@link
 *     Curate}. Of a refused file that no feed claims, {@code feed} is empty
 * @param status whether it was taken
 * @param refusal why it was not
 * @param firstRejections the first rejected rows, in order of lines
 */
public record FileOutcome(
    FileSummary summary, Status status, Optional<String> refusal, List<Rejection> firstRejections) {

  /** Whether a file was taken. */
  public enum Status {
    /** All of its rows are in the lake or among the rejects. */
    TAKEN,
    /** It was there before; nothing was done. */
    UNCHANGED,
    /** None of it was taken. */
    REFUSED
  }

  public FileOutcome {
    firstRejections = List.copyOf(firstRejections);
  }
}
