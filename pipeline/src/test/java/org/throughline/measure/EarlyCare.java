package org.throughline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** One episode, reported for June 2025, for what is settled within days of admission. */
final class EarlyCare {
  private EarlyCare() {}

  /** A share of an episode admitted on a day that has one attended session, on day 5. */
  static Result share(String measure, String admitted) {
    return share(measure, new TimelineBuilder(1, admitted).attended(5).build());
  }

  /** Whether an episode that attended on some days, of those alone, counts as engaged. */
  static boolean engaged(int... days) {
    Timeline timeline = new TimelineBuilder(1, "2025-05-01").attended(days).build();
    return ((Result.Proportion) share("engagement_34", timeline)).numerator() == 1;
  }

  /** The overall figure of clients with one episode each. */
  static Result of(String measure, List<Timeline> episodes) {
    return SixClients.report(episodes.stream().map(List::of).toList(), SixClients.plan(), 0)
        .figure(measure, OptionalInt.empty(), Slice.OVERALL)
        .map(Figure::result)
        .orElseThrow();
  }

  private static Result share(String measure, Timeline timeline) {
    return of(measure, List.of(timeline));
  }
}
