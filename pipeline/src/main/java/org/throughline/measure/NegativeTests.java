package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of tests that were negative. */
final class NegativeTests extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "negative_tests",
          1,
          "Negative tests",
          Population.COHORT,
          "negative tests",
          "tests negative, positive or refused on days in care, day 1 to the exit, at latest the"
              + " retention cut; invalid tests left out; tier and family involvement are those of the"
              + " day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "What the laboratory says, beside what clients say.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  NegativeTests() {
    super(
        DEFINITION,
        CareCounts.INSTANCE,
        CareCounts.TESTS,
        "No test of this group was taken in care.");
  }
}
