package org.throughline.episode;

/**
 * Codec of check-ins and tests. Codes are the indexes of the canonical codes of the checkins feed;
 * -1 stands for an empty cell.
 */
public final class Checkins {
  public static final int REPORTED_NONE = 0;
  public static final int REPORTED_USED = 1;
  public static final int TEST_NEGATIVE = 0;
  public static final int TEST_POSITIVE = 1;
  public static final int TEST_REFUSED = 2;

  private Checkins() {}

  /**
   * Packs a check-in.
   *
   * @param day checkin_on, in days since admission, -7 or later
   * @param reported 0 (none), 1 (used), 2 (declined) or -1
   * @param test 0 (negative), 1 (positive), 2 (refused), 3 (invalid) or -1
   * @param roleKept 0 (no), 1 (yes) or -1
   * @param craving 0 to 10 or -1
   */
  public static int pack(int day, int reported, int test, int roleKept, int craving) {
    return Packed.pack(
        day, (reported + 1) << 9 | (test + 1) << 6 | (roleKept + 1) << 4 | (craving + 1));
  }

  public static int day(int packed) {
    return Packed.day(packed);
  }

  public static int reported(int packed) {
    return Packed.bits(packed, 9, 2) - 1;
  }

  public static int test(int packed) {
    return Packed.bits(packed, 6, 3) - 1;
  }

  public static int roleKept(int packed) {
    return Packed.bits(packed, 4, 2) - 1;
  }

  public static int craving(int packed) {
    return Packed.bits(packed, 0, 4) - 1;
  }

  /** A sign of sobriety: reported none, or a negative test. */
  public static boolean isSober(int packed) {
    return reported(packed) == REPORTED_NONE || test(packed) == TEST_NEGATIVE;
  }

  /** A sign of use: reported use, or a positive or refused test. */
  public static boolean isUse(int packed) {
    int test = test(packed);
    return reported(packed) == REPORTED_USED || test == TEST_POSITIVE || test == TEST_REFUSED;
  }

  /** Position of the first check-in on or after a day, in sorted check-ins. */
  public static int firstFrom(int[] checkins, int day) {
    return Packed.firstFrom(checkins, day);
  }
}
