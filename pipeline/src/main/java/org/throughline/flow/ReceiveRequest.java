package org.throughline.flow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.feed.FeedLimits;
import org.throughline.feed.SourceProfile;

/**
 * What is to be received.
 *
 * @param source the source's name
 * @param profile how the source writes its feeds
 * @param asOf the day as of which the files speak; where empty, their folder or name says it, else
 *     their arrival
 * @param arrival the day of arrival
 * @param limits what a delivery may be at most
 * @param paths files and folders; folders are walked, hidden files and {@code *.md}, {@code
 *     *.json}, {@code *.yml} in them are passed over
 */
public record ReceiveRequest(
    String source,
    SourceProfile profile,
    Optional<LocalDate> asOf,
    LocalDate arrival,
    FeedLimits limits,
    List<Path> paths) {
  public ReceiveRequest {
    paths = List.copyOf(paths);
  }

  /** Under the limits that hold where none are set. */
  public ReceiveRequest(
      String source,
      SourceProfile profile,
      Optional<LocalDate> asOf,
      LocalDate arrival,
      List<Path> paths) {
    this(source, profile, asOf, arrival, FeedLimits.DEFAULT, paths);
  }
}
