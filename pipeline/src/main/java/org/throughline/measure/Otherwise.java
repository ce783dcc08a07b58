package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import org.throughline.episode.Cut;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;

/**
 * A reading of the reporting month under rules that somebody else might have chosen. It is counted
 * in the same pass, for the headline figures overall and by tier, and for their signals.
 *
 * @param code of the reading
 * @param words what is different, for a reader
 * @param rules the rules
 */
record Otherwise(String code, String words, FoldRules rules) {
  static final String REFUSED_UNKNOWN = "refused_unknown";
  static final String REFUSED_USE = "refused_use";

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
            isUse ? REFUSED_UNKNOWN : REFUSED_USE,
            isUse ? "a refused test says nothing" : "a refused test is use",
            new FoldRules(
                published.cohortMonths(),
                published.silenceDays(),
                published.landmarkDay(),
                published.refusedTest().other())));
    return all;
  }

  /**
   * The cuts of each reading, oldest first. Other days of silence move exits and with them what
   * signals are read from, so all months are read; under all else the reporting month.
   */
  static List<List<Cut>> lines(MeasurePlan plan) {
    List<Otherwise> all = of(plan.rules());
    List<List<Cut>> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      FoldRules rules = all.get(i).rules();
      boolean inSeries = rules.silenceDays() != plan.rules().silenceDays();
      lines.add(Cut.series(plan.month(), inSeries ? plan.seriesMonths() : 1, rules, 1 + i));
    }
    return lines;
  }
}
