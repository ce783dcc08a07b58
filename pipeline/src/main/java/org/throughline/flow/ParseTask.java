package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import org.throughline.feed.Inspection;

/**
 * What one Spark task parses: some small files, or one stretch of a large one.
 *
 * @param pieces in order of files
 * @param storage how its rows are kept until it is certain that their file is taken
 */
record ParseTask(List<Piece> pieces, Storage storage) implements Serializable {

  /** How rows are kept until it is certain that their file is taken. */
  enum Storage {
    /** Each file is parsed to its end in memory; then its rows join those of others. */
    SHARED_FILES,
    /** Rows go at once to data files of their own, which are dropped if their file is refused. */
    OWN_FILES
  }

  /**
   * A stretch of a file.
   *
   * @param file index of the file in the request
   * @param delivery number that its rows carry
   * @param path where the file is, as a URI: names need not be text
   * @param name of the file, without its folder
   * @param readable how to read it
   * @param chunk index of the stretch
   */
  record Piece(
      int file, int delivery, String path, String name, Inspection.Readable readable, int chunk)
      implements Serializable {}

  ParseTask {
    pieces = List.copyOf(pieces);
  }
}
