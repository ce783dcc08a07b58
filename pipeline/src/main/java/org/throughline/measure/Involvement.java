package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/** Time-dependent involvement: who is at risk, exits and is censored in each of its groups. */
final class Involvement implements Counting {
  /** All episodes of the cohort: for curves. */
  static final Involvement COHORT = new Involvement("involvement");

  /** Each client's first episode in the cohort: for tests. */
  static final Involvement FIRST_EPISODES = new Involvement("first_involvement");

  private final EndNames ends;
  private final MovingGroups groups;
  private final String clients;

  private Involvement(String prefix) {
    ends = new EndNames(prefix);
    groups = new MovingGroups(prefix);
    clients = prefix + "_clients";
  }

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    if (this == FIRST_EPISODES) {
      Optional<EpisodeOutcome> first = client.firstFollowed();
      first.ifPresent(episode -> count(episode, tally));
      return;
    }
    ShareCounter distinct = tally.share(clients);
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.followed()) {
        count(episode, tally);
        groups.distinct(
            distinct,
            tally,
            episode.timeline().tier(),
            episode.firstFamilyDay(),
            episode.followUpDays());
      }
    }
    distinct.flush();
  }

  private void count(EpisodeOutcome episode, Tally tally) {
    groups.count(
        tally,
        episode.timeline().tier(),
        episode.firstFamilyDay(),
        episode.followUpDays(),
        ends.end(episode));
  }

  /** Distinct clients that were ever at risk in the group. */
  long clients(Counts counts, Slice slice) {
    return counts.at(clients, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
  }

  /** Episodes that were in the group on day 0. */
  long fromTheStart(Counts counts, Slice slice) {
    return groups.fromTheStart(counts, slice);
  }

  /**
   * The risk table of a group, {@code not_yet} or {@code involved}: causes are the exit classes.
   */
  RiskTable table(Counts counts, Slice slice) {
    List<String> causes = new ArrayList<>();
    for (ExitClass kind : ExitClass.values()) {
      causes.add(ends.exits(kind));
    }
    return groups.table(counts, slice, causes, ends.censored());
  }
}
