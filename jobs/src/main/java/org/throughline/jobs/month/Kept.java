package org.throughline.jobs.month;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.throughline.flow.CurateOutcome;

/**
 * What the home holds after a run, in sums.
 *
 * @param episodes current episodes
 * @param events sessions, check-ins, relapses and placements that belong to them
 * @param held rows that wait for their episode
 * @param rejected rows that break a cross-feed rule
 */
public record Kept(long episodes, long events, long held, long rejected) {

  static Kept of(CurateOutcome outcome) {
    return new Kept(
        outcome.episodes(),
        outcome.events(),
        outcome.held().values().stream().mapToLong(Long::longValue).sum(),
        outcome.ruleRejected().values().stream().mapToLong(Long::longValue).sum());
  }

  void keep(ExecutionContext context) {
    context.putLong("kept.episodes", episodes);
    context.putLong("kept.events", events);
    context.putLong("kept.held", held);
    context.putLong("kept.rejected", rejected);
  }

  static Kept from(ExecutionContext context) {
    return new Kept(
        context.getLong("kept.episodes", 0),
        context.getLong("kept.events", 0),
        context.getLong("kept.held", 0),
        context.getLong("kept.rejected", 0));
  }
}
