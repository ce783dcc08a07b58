package org.throughline.jobs.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.jobs.home.Home;
import org.throughline.report.file.MonthFolder;
import org.throughline.report.file.ReportsIndex;

/**
 * What is cleared away when a home is opened for writing. Whoever does it holds the home's lock.
 *
 * @param replacedBefore snapshots that were replaced before this moment are let go of, and counts
 *     that a run left before it
 * @param before how the run before ended
 */
public record Housekeeping(Instant replacedBefore, Before before) {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final String RUN_FOLDER = "month-";

  /** How the run before ended. */
  public enum Before {
    /** It cleared away what it had made by the way. */
    ENDED_WELL,
    /** It was killed, or failed: it may have left anything. */
    ENDED_BADLY
  }

  /**
   * Clears folders beside the lake: old counts, and after a run that ended badly Spark's folders,
   * half-written reports and pins. A month that was whole and not yet in its place is put there.
   */
  public void clear(Home home) throws IOException {
    for (Path left : inside(home.work())) {
      boolean isOfARun = left.getFileName().toString().startsWith(RUN_FOLDER);
      boolean isOld = Files.getLastModifiedTime(left).toInstant().isBefore(replacedBefore);
      // a run that ended early may be resumed, and finds its counts
      if (isOfARun ? isOld : before == Before.ENDED_BADLY) {
        remove(left);
      }
    }
    if (before == Before.ENDED_WELL) {
      return;
    }
    for (Path left : inside(home.publications())) {
      if (left.getFileName().toString().startsWith(".")) {
        remove(left);
      }
    }
    if (Files.isDirectory(home.reports())) {
      try {
        MonthFolder.recover(home.reports());
        ReportsIndex.write(home.reports());
      } catch (IOException e) {
        // a report that somebody damaged stops nobody from receiving feeds
        LOG.warn("reports of {} could not be put in order", home.root(), e);
      }
    }
  }

  private static List<Path> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static void remove(Path left) throws IOException {
    try (Stream<Path> all = Files.walk(left)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
