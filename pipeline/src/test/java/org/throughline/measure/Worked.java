package org.throughline.measure;

import java.util.OptionalInt;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** The figures of {@link SixClients}, nothing hidden. */
final class Worked {
  static final double EXACT = 1e-12;

  private Worked() {}

  /** Made anew each time: what was made before a class was mutated would hide the mutation. */
  static MonthReport report() {
    return SixClients.report(SixClients.clients(), SixClients.plan(), 0);
  }

  static Figure figure(String measure, OptionalInt at, Slice slice) {
    return report()
        .figure(measure, at, slice)
        .orElseThrow(() -> new AssertionError(measure + " " + at + " " + slice));
  }

  static Result of(String measure, int at, Slice slice) {
    return figure(measure, OptionalInt.of(at), slice).result();
  }

  static Result of(String measure, Slice slice) {
    return figure(measure, OptionalInt.empty(), slice).result();
  }

  static Result.Proportion share(String measure, Slice slice) {
    return (Result.Proportion) of(measure, slice);
  }

  static Result.AtDay day(String measure, int at, Slice slice) {
    return (Result.AtDay) of(measure, at, slice);
  }

  static Result.Duration time(String measure, int at, Slice slice) {
    return (Result.Duration) of(measure, at, slice);
  }
}
