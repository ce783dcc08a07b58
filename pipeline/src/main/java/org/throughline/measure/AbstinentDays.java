package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of days with a check-in or test that were days of sobriety. */
final class AbstinentDays extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "abstinent_days",
          1,
          "Days without use, of days with an answer or test",
          Population.COHORT,
          "days in care, day 1 to the exit, at latest the retention cut, with a sign of sobriety and"
              + " none of use; inside a recorded lapse or relapse a day is one of use",
          "days in care on which a check-in or test gave a sign of either kind; tier and family"
              + " involvement are those of the day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "How much of care is free of use, also for those who are not free of it throughout.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  AbstinentDays() {
    super(
        DEFINITION,
        CareCounts.INSTANCE,
        CareCounts.DAYS,
        "No day in care of this group has a sign of sobriety or of use.");
  }
}
