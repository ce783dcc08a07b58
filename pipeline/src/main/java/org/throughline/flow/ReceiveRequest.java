package org.throughline.flow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.feed.SourceProfile;

/**
 * What is to be received.
 *
 * @param source the source's name
 * @param profile how the source writes its feeds
 * @param asOf the day as of which the files speak; where empty, their folder or name says it, else
 *     their arrival
 * @param arrival the day of arrival
 * @param paths files and folders; folders are walked, hidden files and {@code *.md}, {@code
 *     *.json}, {@code *.yml} in them are passed over
 */
public record ReceiveRequest(
    String source,
    SourceProfile profile,
    Optional<LocalDate> asOf,
    LocalDate arrival,
    List<Path> paths) {
  public ReceiveRequest {
    paths = List.copyOf(paths);
  }
}
