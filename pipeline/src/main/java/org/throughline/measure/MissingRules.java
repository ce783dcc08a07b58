package org.throughline.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Bounds;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/**
 * A share of episodes that were sober throughout some weeks, by each rule for missing weeks. The
 * figure is that under {@code worst}; the two others bound it.
 *
 * @param worst name of the counter in which a missing week is use
 * @param observed of the one in which missing weeks are left out
 * @param best of the one in which a missing week is sober
 */
record MissingRules(String worst, String observed, String best) {

  /**
   * @param prefix of all names
   */
  MissingRules(String prefix) {
    this(prefix + "_worst", prefix + "_observed", prefix + "_best");
  }

  /** The counters of the rules that are not the primary one, by rule. */
  Map<String, String> others() {
    return new TreeMap<>(Map.of("observed", observed, "best", best));
  }

  /** Counts an episode of the client at hand by its weeks from..to. */
  void count(Tally tally, SobrietyWord word, int from, int to, List<Slice> slices) {
    boolean use = word.anyUse(from, to);
    tally.share(worst).add(slices, word.allSober(from, to) ? 1 : 0, 1);
    tally.share(best).add(slices, use ? 0 : 1, 1);
    if (word.anyObserved(from, to)) {
      tally.share(observed).add(slices, use ? 0 : 1, 1);
    }
  }

  /** Adds the client to the tally. */
  void flush(Tally tally) {
    tally.share(worst).flush();
    tally.share(observed).flush();
    tally.share(best).flush();
  }

  /**
   * The share under {@code worst} with the two others as bounds.
   *
   * @param nobody why there is none where nothing was counted
   */
  Result share(Counts counts, Slice slice, String nobody) {
    return Shares.withBounds(
        Shares.ofEpisodes(at(counts, worst, slice), nobody),
        bounds(at(counts, observed, slice), at(counts, best, slice)));
  }

  /** Clients behind the denominator, the numerator and the rest. */
  Long[] cells(Counts counts, Slice slice) {
    return Shares.cells(at(counts, worst, slice));
  }

  private static long[] at(Counts counts, String name, Slice slice) {
    return counts.at(name, slice, ShareCounter.LENGTH);
  }

  /** The values under the two other rules; where no week was observed, best stands alone. */
  private static Optional<Bounds> bounds(long[] observed, long[] best) {
    if (best[ShareCounter.DENOMINATOR] == 0) {
      return Optional.empty();
    }
    double bestShare = share(best);
    double observedShare = observed[ShareCounter.DENOMINATOR] == 0 ? bestShare : share(observed);
    return Optional.of(
        new Bounds(Math.min(observedShare, bestShare), Math.max(observedShare, bestShare)));
  }

  private static double share(long[] counts) {
    return (double) counts[ShareCounter.NUMERATOR] / counts[ShareCounter.DENOMINATOR];
  }
}
