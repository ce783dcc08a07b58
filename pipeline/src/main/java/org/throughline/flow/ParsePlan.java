package org.throughline.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares the pieces of files out to tasks. */
final class ParsePlan {
  /** A file up to this size, unpacked, is held in memory by its task until it is parsed. */
  static final long SMALL_BYTES = 4L << 20;

  private static final long TASK_BYTES = 8L << 20;
  private static final long LEAST_TASK_BYTES = 1L << 20;

  private ParsePlan() {}

  /**
   * Shares out.
   *
   * @param pieces all stretches of all files
   * @param cores that work at once
   */
  static List<ParseTask> of(List<ParseTask.Piece> pieces, int cores) {
    List<ParseTask> tasks = new ArrayList<>();
    List<ParseTask.Piece> small = new ArrayList<>();
    for (ParseTask.Piece piece : pieces) {
      if (isSmall(piece)) {
        small.add(piece);
      } else {
        tasks.add(new ParseTask(List.of(piece), ParseTask.Storage.OWN_FILES));
      }
    }
    // files of one feed side by side: fewer data files, since those are shared per feed and task
    small.sort(Comparator.comparing((ParseTask.Piece piece) -> piece.readable().feed()));
    long total = small.stream().mapToLong(ParsePlan::bytes).sum();
    long share = Math.max(LEAST_TASK_BYTES, Math.min(TASK_BYTES, total / cores + 1));
    List<ParseTask.Piece> next = new ArrayList<>();
    long bytes = 0;
    for (ParseTask.Piece piece : small) {
      next.add(piece);
      bytes += bytes(piece);
      if (bytes >= share) {
        tasks.add(new ParseTask(next, ParseTask.Storage.SHARED_FILES));
        next = new ArrayList<>();
        bytes = 0;
      }
    }
    if (!next.isEmpty()) {
      tasks.add(new ParseTask(next, ParseTask.Storage.SHARED_FILES));
    }
    return tasks;
  }

  private static boolean isSmall(ParseTask.Piece piece) {
    return piece.readable().chunks().size() == 1 && bytes(piece) <= SMALL_BYTES;
  }

  private static long bytes(ParseTask.Piece piece) {
    return piece.readable().bytes();
  }
}
