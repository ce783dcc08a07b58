package org.throughline.measure;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;

/**
 * What is to be measured.
 *
 * @param month the reporting month; its last day is the cut
 * @param rules the settings that move figures
 * @param tiers the tiers in use
 * @param seriesMonths months of headline figures that end with the reporting month, at least 2 (the
 *     month before tells who came back)
 * @param groups columns of the episodes feed to group by, beside tier and site
 */
public record MeasurePlan(
    YearMonth month, FoldRules rules, Tiers tiers, int seriesMonths, List<EpisodeColumn> groups)
    implements Serializable {

  /** One that groups by no further column. */
  public MeasurePlan(YearMonth month, FoldRules rules, Tiers tiers, int seriesMonths) {
    this(month, rules, tiers, seriesMonths, List.of());
  }

  public MeasurePlan {
    groups = List.copyOf(groups);
    if (seriesMonths < 2) {
      throw new IllegalArgumentException("a series has 2 months or more");
    }
  }

  /** Month ends, oldest first. */
  List<Cut> cuts() {
    return Cut.series(month, seriesMonths, rules);
  }

  /** Length of the day grid at a cut: the longest follow-up of a cohort, or the headline's. */
  int days(Cut cut) {
    return cut.monthsBack() == 0 ? cut.day() - cut.cohortFrom() + 1 : FollowUp.SERIES_DAY + 1;
  }
}
