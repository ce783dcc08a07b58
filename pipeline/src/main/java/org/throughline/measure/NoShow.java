package org.throughline.measure;

import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of scheduled sessions that the client did not show up for. */
final class NoShow extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "no_show",
          1,
          "No-shows",
          Population.MONTH,
          "sessions with status no_show",
          "as for attendance",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.DOWN_IS_BETTER,
          "A missed session without a word is often the first sign of leaving.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  NoShow() {
    super(
        DEFINITION,
        SessionCounts.INSTANCE,
        SessionCounts.NO_SHOW,
        "No session was scheduled in the month.");
  }
}
