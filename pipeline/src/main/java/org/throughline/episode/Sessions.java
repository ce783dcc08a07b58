package org.throughline.episode;

/**
 * Codec of scheduled sessions. Codes are the indexes of the canonical codes of the attendance feed;
 * -1 stands for an empty cell.
 */
public final class Sessions {
  public static final int FAMILY_SERVICE = 2;
  public static final int UNSCHEDULED_SERVICE = 8;
  public static final int ATTENDED = 0;
  public static final int NO_SHOW = 1;
  public static final int CANCELLED_BY_CLIENT = 2;
  public static final int CANCELLED_BY_PROGRAM = 3;
  public static final int EXCUSED = 4;

  private Sessions() {}

  /**
   * Packs a session.
   *
   * @param day scheduled_on, in days since admission, -7 or later
   * @param service 0 to 8
   * @param status 0 to 4
   * @param mode 0, 1 or -1
   * @param familyPresent 0 (no), 1 (yes) or -1
   */
  public static int pack(int day, int service, int status, int mode, int familyPresent) {
    return Packed.pack(day, service << 7 | status << 4 | (mode + 1) << 2 | (familyPresent + 1));
  }

  public static int day(int packed) {
    return Packed.day(packed);
  }

  public static int service(int packed) {
    return Packed.bits(packed, 7, 4);
  }

  public static int status(int packed) {
    return Packed.bits(packed, 4, 3);
  }

  public static int mode(int packed) {
    return Packed.bits(packed, 2, 2) - 1;
  }

  public static int familyPresent(int packed) {
    return Packed.bits(packed, 0, 2) - 1;
  }

  public static boolean attended(int packed) {
    return status(packed) == ATTENDED;
  }

  /** An attended session in which a family member or other close support took part. */
  public static boolean isFamilyContact(int packed) {
    return attended(packed) && (service(packed) == FAMILY_SERVICE || familyPresent(packed) == 1);
  }

  /** Position of the first session on or after a day, in sorted sessions. */
  public static int firstFrom(int[] sessions, int day) {
    return Packed.firstFrom(sessions, day);
  }
}
