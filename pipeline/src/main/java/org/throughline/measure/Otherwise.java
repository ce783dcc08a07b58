package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import org.throughline.episode.Cut;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;

/**
 * A reading of the reporting month under rules that somebody else might have chosen. It is counted
 * in the same pass, for the headline figures overall and by tier.
 *
 * @param code of the reading
 * @param words what is different, for a reader
 * @param rules the rules
 */
record Otherwise(String code, String words, FoldRules rules) {
  private static final int[] SILENCE_DAYS = {14, 30, 60};
  private static final int[] COHORT_MONTHS = {6, 12, 24};

  /** All readings but the published one. */
  static List<Otherwise> of(FoldRules published) {
    List<Otherwise> all = new ArrayList<>();
    for (int days : SILENCE_DAYS) {
      if (days != published.silenceDays()) {
        all.add(
            new Otherwise(
                "silence_" + days,
                "care counts as over after " + days + " days of silence",
                new FoldRules(
                    published.cohortMonths(),
                    days,
                    published.landmarkDay(),
                    published.refusedTest())));
      }
    }
    for (int months : COHORT_MONTHS) {
      if (months != published.cohortMonths()) {
        all.add(
            new Otherwise(
                "cohort_" + months,
                "admissions of " + months + " months",
                new FoldRules(
                    months,
                    published.silenceDays(),
                    published.landmarkDay(),
                    published.refusedTest())));
      }
    }
    boolean isUse = published.refusedTest() == RefusedTest.USE;
    all.add(
        new Otherwise(
            isUse ? "refused_unknown" : "refused_use",
            isUse ? "a refused test says nothing" : "a refused test is use",
            new FoldRules(
                published.cohortMonths(),
                published.silenceDays(),
                published.landmarkDay(),
                isUse ? RefusedTest.UNKNOWN : RefusedTest.USE)));
    return all;
  }

  /** The reporting month once for each reading: −1, −2, … months back. */
  static List<Cut> cuts(MeasurePlan plan) {
    List<Otherwise> all = of(plan.rules());
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      cuts.add(Cut.of(plan.month(), -1 - i, all.get(i).rules()));
    }
    return cuts;
  }
}
