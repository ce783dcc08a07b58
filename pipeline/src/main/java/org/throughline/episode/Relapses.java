package org.throughline.episode;

/** Codec of recorded returns to use: their first day; the last day stands beside it. */
public final class Relapses {
  public static final int LAPSE = 0;
  public static final int RELAPSE = 1;

  private Relapses() {}

  /**
   * Packs the start of a relapse.
   *
   * @param day started_on, in days since admission, -7 or later
   * @param severity 0 (lapse) or 1 (relapse)
   * @param source 0 to 3 or -1
   */
  public static int pack(int day, int severity, int source) {
    return Packed.pack(day, severity << 3 | (source + 1));
  }

  public static int day(int packed) {
    return Packed.day(packed);
  }

  public static int severity(int packed) {
    return Packed.bits(packed, 3, 1);
  }

  public static int source(int packed) {
    return Packed.bits(packed, 0, 3) - 1;
  }
}
