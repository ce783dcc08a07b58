package org.throughline.episode;

/** The common layout of packed events: the day, moved up by 7, above 11 bits of codes. */
final class Packed {
  static final int CODE_BITS = 11;
  static final int LATEST_DAY = (1 << (31 - CODE_BITS)) - 1 + Timeline.EARLIEST_DAY;

  private Packed() {}

  static int pack(int day, int codes) {
    if (day < Timeline.EARLIEST_DAY || day > LATEST_DAY) {
      throw new IllegalArgumentException("day " + day + " cannot be packed");
    }
    return (day - Timeline.EARLIEST_DAY) << CODE_BITS | codes;
  }

  static int day(int packed) {
    return (packed >>> CODE_BITS) + Timeline.EARLIEST_DAY;
  }

  /** All codes of an event, without its day. */
  static int codes(int packed) {
    return packed & (1 << CODE_BITS) - 1;
  }

  static int bits(int packed, int shift, int width) {
    return packed >>> shift & (1 << width) - 1;
  }

  /** Position of the first event on or after a day, in sorted events. */
  static int firstFrom(int[] events, int day) {
    int low = 0;
    int high = events.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day(events[middle]) < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
