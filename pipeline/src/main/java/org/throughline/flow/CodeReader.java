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
  private final UTF8String[] seen;

  /**
   * @param ordinal of the column in the rows that are read
   */
  CodeReader(Feed feed, String column, int ordinal) {
    this.ordinal = ordinal;
    List<String> known = feed.columns().get(feed.position(column)).codes();
    codes = known.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    seen = codes.clone();
  }

  @SuppressWarnings("ReferenceEquality") // the same object is the likeliest, and quickly told
  int of(InternalRow row) {
    if (row.isNullAt(ordinal)) {
      return BLANK;
    }
    UTF8String code = row.getUTF8String(ordinal);
    // a batch gives one and the same object for a code, and there are never more than nine
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] == code) {
        return i;
      }
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].equals(code)) {
        seen[i] = code;
        return i;
      }
    }
    throw new IllegalStateException("a row table holds the code " + code + ", which no feed has");
  }

  static int yesNo(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? BLANK : row.getBoolean(ordinal) ? 1 : 0;
  }
}
