package org.throughline.feed;

/** What becomes of the rows of a file, in the order of the file. */
public interface RowSink {
  /**
   * Told once, before the first row.
   *
   * @param current the record of the row that is told next, each time anew
   */
  default void begins(CurrentRecord current) {}

  /**
   * A well-formed row.
   *
   * @param row filled anew for the next row: copy what is kept
   */
  void accepted(FeedRow row);

  /** A row that was refused, for the first fault found in it. */
  void rejected(Rejection rejection);

  /**
   * A cell of an optional column that was emptied; its row, accepted nevertheless, comes next.
   *
   * @param column canonical name
   * @param code what stood there, at most 40 characters
   */
  void blanked(String column, String code);
}
