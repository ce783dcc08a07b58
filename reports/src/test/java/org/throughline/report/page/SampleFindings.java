package org.throughline.report.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/** What the data checks found in the invented program's June 2025. */
final class SampleFindings {

  private SampleFindings() {}

  static List<Finding> june() {
    return List.of(
        new Finding(
            "missing-feed",
            FindingLevel.STOP,
            Place.ofFeed("checkins", "northgate"),
            "No check-ins from northgate are dated in June 2025, though clients are in care and each"
                + " of the three months before had some. Ask for the feed, and receive it.",
            Optional.of(
                new Acceptance(
                    "mreyes",
                    Instant.parse("2025-07-03T14:05:00Z"),
                    "Northgate's tablets were down from 2 June; check-ins follow on paper in July"))),
        new Finding(
            "unknown-codes",
            FindingLevel.WARN,
            Place.ofFile("episodes", "episodes-mill-2025-06.csv").withColumn("primary_substance"),
            "4.9\u00a0% of the rows of episodes-mill-2025-06.csv have a code in `primary_substance`"
                + " that nobody knows, more than 2\u00a0%. Name the code in the source profile, or have"
                + " it corrected.",
            Optional.empty()));
  }
}
