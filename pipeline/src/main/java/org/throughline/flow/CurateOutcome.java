package org.throughline.flow;

import java.util.Map;
import org.throughline.feed.Feed;

/**
 * What curating did.
 *
 * @param changed whether anything was done: nothing is, where no delivery came since
 * @param episodes current episodes
 * @param touched episodes whose timelines were built anew
 * @param events sessions, check-ins, relapses and placements in all timelines
 * @param held rows whose episode is not known, by feed
 * @param ruleRejected rows that break a cross-feed rule, by feed
 * @param overlappingEpisodes episodes that begin before an earlier one of the same client at the
 *     same site has ended
 * @param seconds that it took
 */
public record CurateOutcome(
    boolean changed,
    long episodes,
    long touched,
    long events,
    Map<Feed, Long> held,
    Map<Feed, Long> ruleRejected,
    long overlappingEpisodes,
    double seconds) {
  public CurateOutcome {
    held = Map.copyOf(held);
    ruleRejected = Map.copyOf(ruleRejected);
  }
}
