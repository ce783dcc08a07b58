package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.throughline.feed.Feed;
import org.throughline.feed.Rejection;
import org.throughline.lake.QuarantineKey;

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
   * @param found what later rows are judged by
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
      String refusal,
      Found found)
      implements Serializable {

    Optional<String> refused() {
      return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }
  }

  /**
   * What a piece holds that later rows are judged by, or that answers earlier ones.
   *
   * @param delivery that it belongs to
   * @param episodes records of {@link KnownEpisodes}, with the line in place of the version
   * @param answers rows set aside before, by the ids that these rows came with
   */
  @SuppressWarnings({"ArrayRecordComponent", "serial"}) // never compared; the list is serializable
  record Found(int delivery, long[] episodes, List<QuarantineKey.Reject> answers)
      implements Serializable {}
}
