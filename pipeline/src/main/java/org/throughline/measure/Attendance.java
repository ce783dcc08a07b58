package org.throughline.measure;

import java.util.Optional;
import org.throughline.disclosure.Computed;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of scheduled sessions that were attended. */
final class Attendance extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "attendance",
          1,
          "Sessions attended",
          Population.MONTH,
          "sessions attended",
          "sessions attended, not shown up for, or cancelled by the client; unscheduled contacts"
              + " left out; tier and family involvement are those of the day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "Care that is not taken up cannot work.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  Attendance() {
    super(
        DEFINITION,
        SessionCounts.INSTANCE,
        SessionCounts.ATTENDED,
        "No session was scheduled in the month.");
  }

  @Override
  public void estimateEarlier(Estimation estimation, Counts earlier) {
    estimation.figure(of(earlier, Slice.OVERALL));
  }

  @Override
  public Optional<Computed.OfFigure> headline(Counts counts, Slice slice) {
    return Optional.of(of(counts, slice));
  }
}
