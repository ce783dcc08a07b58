package org.throughline.flow;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.throughline.feed.Feed;

/** Reads a column of codes as the indexes that the codecs use. */
final class CodeReader {
  /** An empty cell. */
  static final int BLANK = -1;

  private final int ordinal;
  private final UTF8String[] codes;
  private int last;

  /**
   * @param ordinal of the column in the rows that are read
   */
  CodeReader(Feed feed, String column, int ordinal) {
    this.ordinal = ordinal;
    List<String> known = feed.columns().get(feed.position(column)).codes();
    codes = known.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
  }

  int of(InternalRow row) {
    if (row.isNullAt(ordinal)) {
      return BLANK;
    }
    UTF8String code = row.getUTF8String(ordinal);
    // the code of the row before is the likeliest, and there are never more than nine
    if (codes[last].equals(code)) {
      return last;
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].equals(code)) {
        last = i;
        return i;
      }
    }
    throw new IllegalStateException("a row table holds the code " + code + ", which no feed has");
  }

  static int yesNo(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? BLANK : row.getBoolean(ordinal) ? 1 : 0;
  }
}
