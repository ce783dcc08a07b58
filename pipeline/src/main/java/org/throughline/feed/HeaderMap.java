package org.throughline.feed;

import java.io.Serializable;
import java.util.List;

/**
 * Where a file keeps the columns of its feed.
 *
 * @param dialect how fields are parted
 * @param fields number of fields in the header, and so in each row
 * @param positions per column of {@link Feed#columns()} its field, counted from 0, or {@link
 *     #ABSENT}
 * @param deleted field of {@link Feed#ROW_DELETED}, or {@link #ABSENT}
 */
public record HeaderMap(Dialect dialect, int fields, List<Integer> positions, int deleted)
    implements Serializable {
  /** The file has no such column. */
  public static final int ABSENT = -1;

  public HeaderMap {
    positions = List.copyOf(positions);
  }
}
