package org.throughline.report.page;

import java.util.List;
import org.throughline.report.chart.Tint;

/** Groups by family involvement, as a reader knows them. */
enum FamilyGroup {
  NONE("none", "None", Tint.CONTACT_NONE),
  SOME("some", "Some (1 day)", Tint.CONTACT_SOME),
  REGULAR("regular", "Regular (2 or more)", Tint.CONTACT_REGULAR),
  NOT_YET("not_yet", "Not yet involved", Tint.NOT_YET_INVOLVED),
  INVOLVED("involved", "Involved", Tint.INVOLVED);

  /** By days with a contact up to the landmark. */
  static final List<FamilyGroup> AT_LANDMARK = List.of(NONE, SOME, REGULAR);

  /** By whether a contact had taken place by that day. */
  static final List<FamilyGroup> OVER_TIME = List.of(INVOLVED, NOT_YET);

  private final String code;
  private final String label;
  private final Tint tint;

  FamilyGroup(String code, String label, Tint tint) {
    this.code = code;
    this.label = label;
    this.tint = tint;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  Tint tint() {
    return tint;
  }
}
