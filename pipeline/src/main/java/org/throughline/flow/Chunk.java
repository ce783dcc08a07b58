package org.throughline.flow;

import java.io.Serializable;
import java.util.List;

/**
 * A parcel of numbers on its way through a shuffle: few large arrays instead of many small objects.
 *
 * @param kind what the numbers are
 * @param values records, one after the other
 * @param texts beside the records where a kind has a text
 */
@SuppressWarnings({"ArrayRecordComponent", "serial"}) // never compared; the list is serializable
record Chunk(Kind kind, long[] values, List<String> texts) implements Serializable {

  /** What a record is made of. */
  enum Kind {
    /** Row key, version. */
    KEY_VERSION(2),
    /** Events that may not stand: version, and the same as of those that do. */
    DOUBTFUL_SESSION(2),
    DOUBTFUL_CHECKIN(2),
    DOUBTFUL_RELAPSE(3),
    /** A session: number in its range of the roster, packed session, minutes + 1. */
    SESSION(1),
    /** A check-in: number in its range of the roster, packed check-in. */
    CHECKIN(1),
    /** A relapse: as a check-in, and the day of its end. */
    RELAPSE(2),
    /** A placement: number in its range, first day, last day, row key, version; and the tier. */
    PLACEMENT(5),
    /** A row set aside: version, rule, row key. */
    SET_ASIDE(3);

    private final int width;

    Kind(int width) {
      this.width = width;
    }

    /** Numbers in a record. */
    int width() {
      return width;
    }
  }
}
