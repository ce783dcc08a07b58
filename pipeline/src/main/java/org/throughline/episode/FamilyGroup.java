package org.throughline.episode;

/** Names of the groups of family involvement. */
public enum FamilyGroup {
  /** Landmark: no day with a family contact by the landmark. */
  NONE("none"),
  /** Landmark: one day. */
  SOME("some"),
  /** Landmark: two or more days. */
  REGULAR("regular"),
  /** Time-dependent: before the first family contact. */
  NOT_YET("not_yet"),
  /** Time-dependent: from the first family contact on. */
  INVOLVED("involved");

  private final String code;

  FamilyGroup(String code) {
    this.code = code;
  }

  /** The word used in figures. */
  public String code() {
    return code;
  }

  /** The landmark group of a number of days with a family contact. */
  public static FamilyGroup ofContactDays(int days) {
    return days == 0 ? NONE : days == 1 ? SOME : REGULAR;
  }
}
