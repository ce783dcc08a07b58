package org.throughline.report.page;

import java.util.List;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
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

  /**
   * Whether clients can be grouped at all. Not so where groups without contacts have figures and no
   * group with contacts has any, shown or hidden: then no contact is on record for the cohort.
   */
  static boolean recorded(MonthReport report) {
    boolean without = false;
    for (Figure figure : report.figures()) {
      Slice slice = figure.slice();
      if (contacts(slice) && !empty(figure.result())) {
        return true;
      }
      without |= slice.family().equals(NONE.code) || slice.family().equals(NOT_YET.code);
    }
    boolean curves =
        report.curves().stream()
            .anyMatch(c -> contacts(c.slice()) && (c.entered() > 0 || c.suppressed().isPresent()));
    return curves || !without;
  }

  private static boolean contacts(Slice slice) {
    return List.of(SOME, REGULAR, INVOLVED).stream().anyMatch(g -> g.code.equals(slice.family()));
  }

  private static boolean empty(Result result) {
    return result instanceof Result.Unavailable
        || (result instanceof Result.Count count && count.value() == 0);
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
