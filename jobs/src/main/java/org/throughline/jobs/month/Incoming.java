package org.throughline.jobs.month;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.feed.FeedLimits;
import org.throughline.feed.Profiles;
import org.throughline.feed.SourceProfile;
import org.throughline.flow.FeedFiles;
import org.throughline.flow.ReceiveRequest;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;

/**
 * Feed files of one source that are to be received.
 *
 * @param source the source's name, which is also its profile's
 * @param asOf the day as of which they speak; where empty, folder or file names say it
 * @param paths files and folders
 */
public record Incoming(String source, Optional<LocalDate> asOf, List<Path> paths) {
  public Incoming {
    paths = List.copyOf(paths);
  }

  /**
   * Refuses what no run could receive, before one begins. A folder without any feed is more likely
   * a wrong path, or a delivery that has not come, than a month without clients.
   *
   * @throws Halt if the source has no profile, or a folder holds no feed file or more than the
   *     limit
   */
  public void check(Home home, FeedLimits limits) {
    profile(home);
    for (Path path : paths) {
      try {
        if (FeedFiles.under(List.of(path), limits).files().isEmpty()) {
          throw Halt.usage("There is no feed file in " + path + ".");
        }
      } catch (IllegalArgumentException e) {
        throw Halt.usage("In " + path + " " + e.getMessage() + ".");
      }
    }
  }

  /** The same, for the flow. */
  ReceiveRequest request(Home home, FeedLimits limits, LocalDate arrival) {
    return new ReceiveRequest(source, profile(home), asOf, arrival, limits, paths);
  }

  private SourceProfile profile(Home home) {
    try {
      return Profiles.find(source, home.sources());
    } catch (IllegalArgumentException e) {
      throw Halt.usage("--source " + source + ": " + e.getMessage() + ".");
    }
  }
}
