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

  static int bits(int packed, int shift, int width) {
    return packed >>> shift & (1 << width) - 1;
  }
}
