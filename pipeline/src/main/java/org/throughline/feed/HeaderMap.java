package org.throughline.feed;

import java.io.Serializable;
import java.util.List;

/**
 * Where a file keeps the columns of its feed.
 *
 * @param dialect how fields are parted
 * @param names of the header's fields, as they are written; each row has as many fields
 * @param positions per column of {@link Feed#columns()} its field, counted from 0, or {@link
 *     #ABSENT}
 * @param deleted field of {@link Feed#ROW_DELETED}, or {@link #ABSENT}
 * @param answers field of {@link MendColumns#REJECT}, or {@link #ABSENT}
 */
public record HeaderMap(
    Dialect dialect, List<String> names, List<Integer> positions, int deleted, int answers)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The file has no such column. */
  public static final int ABSENT = -1;

  public HeaderMap {
    names = List.copyOf(names);
    positions = List.copyOf(positions);
  }

  /** Number of fields in the header, and so in each row. */
  public int fields() {
    return names.size();
  }
}
