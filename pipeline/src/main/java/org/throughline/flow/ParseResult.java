package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.throughline.feed.Feed;
import org.throughline.feed.Rejection;

/**
 * What a task brings back: files that the driver may commit, and exact counts. Both are the task's
 * result, so a task that runs twice counts once.
 *
 * @param counts of each piece
 * @param rows data files of accepted rows
 * @param rejects data files of rejected rows
 */
record ParseResult(List<Counts> counts, Map<Feed, List<DataFile>> rows, List<DataFile> rejects)
    implements Serializable {

  /**
   * What was found in a piece.
   *
   * @param file index of the file in the request
   * @param chunk index of the stretch
   * @param refusal why the whole file cannot be taken
   */
  @SuppressWarnings("serial") // the maps and lists are serializable ones
  record Counts(
      int file,
      int chunk,
      long accepted,
      long rejected,
      Map<String, Long> reasons,
      Map<String, Long> blanked,
      List<Rejection> first,
      String refusal)
      implements Serializable {

    Optional<String> refused() {
      return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }
  }
}
