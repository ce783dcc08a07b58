package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Episodes written as words of weeks, reported for June 2025: 30 of their weeks are over. */
final class Words {
  private Words() {}

  /** An episode whose first weeks are those of the word; all later ones are missing. */
  static Timeline episode(long key, String word) {
    TimelineBuilder episode = new TimelineBuilder(key, "2024-12-01");
    for (int k = 1; k <= word.length(); k++) {
      char letter = word.charAt(k - 1);
      if (letter == '-' || letter == '*') {
        episode.sober(7 * k - 6);
      }
      if (letter == '+' || letter == '*') {
        episode.used(7 * k);
      }
    }
    return episode.build();
  }

  static Result.Proportion share(String measure, int at, String... words) {
    return (Result.Proportion) result(measure, at, words);
  }

  static Result result(String measure, int at, String... words) {
    List<List<Timeline>> clients = new ArrayList<>();
    for (String word : words) {
      clients.add(List.of(episode(clients.size() + 1L, word)));
    }
    return SixClients.report(clients, SixClients.plan(), 0)
        .figure(measure, OptionalInt.of(at), Slice.OVERALL)
        .map(Figure::result)
        .orElseThrow();
  }

  /** Whether an endpoint holds for one episode. */
  static boolean holds(String measure, int at, String word) {
    return share(measure, at, word).numerator() == 1;
  }
}
