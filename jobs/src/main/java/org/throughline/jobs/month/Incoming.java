package org.throughline.jobs.month;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
}
