package org.throughline.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SobrietyWord;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.figure.Slice;

/**
 * How many episodes of the cohort have which longest run of sober weeks within their first weeks,
 * by each rule for missing weeks. In landmark groups only the weeks that begin after the landmark
 * count.
 */
final class RunLengths implements Counting {
  static final RunLengths WEEKS_12 = new RunLengths(12);
  static final RunLengths WEEKS_24 = new RunLengths(24);
  static final RunLengths WEEKS_26 = new RunLengths(26);

  private final int horizon;
  private final Map<Rule, String> names = new EnumMap<>(Rule.class);
  private final String clients;

  /**
   * @param horizon weeks
   */
  private RunLengths(int horizon) {
    this.horizon = horizon;
    names.put(Rule.OBSERVED, "longest_run_" + horizon + "_observed");
    names.put(Rule.WORST, "longest_run_" + horizon + "_worst");
    names.put(Rule.BEST, "longest_run_" + horizon + "_best");
    clients = "longest_run_" + horizon + "_clients";
  }

  int horizon() {
    return horizon;
  }

  /** Episodes by longest run, 0 to the horizon. */
  long[] byRun(Counts counts, Slice slice, Rule rule) {
    return counts.at(names.getOrDefault(rule, ""), slice, horizon + 1);
  }

  /** Clients behind the episodes, and those of them with a sober week. */
  Long[] cells(Counts counts, Slice slice) {
    long[] share = counts.at(clients, slice, ShareCounter.LENGTH);
    return new Long[] {share[ShareCounter.CLIENTS], share[ShareCounter.CLIENTS_ABOVE]};
  }

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter distinct = tally.share(clients);
    for (EpisodeOutcome episode : client.episodes()) {
      if (!episode.inCohort() || episode.cutDay() < 7 * horizon) {
        continue;
      }
      SobrietyWord word = episode.word();
      add(word, 1, tally.groups().plain(client, episode), distinct, tally);
      int later = ContinuousWeeks.firstWeekAfter(episode.rules().landmarkDay());
      if (episode.beyondLandmark() && later <= horizon) {
        List<Slice> family =
            tally.groups().family(episode.timeline().tier(), episode.landmarkGroup());
        add(word, later, family, distinct, tally);
      }
    }
    distinct.flush();
  }

  private void add(
      SobrietyWord word, int from, List<Slice> slices, ShareCounter distinct, Tally tally) {
    int worst = word.longestRun(from, horizon, Rule.WORST);
    distinct.add(slices, worst > 0 ? 1 : 0, 1);
    bump(Rule.WORST, worst, slices, tally);
    bump(Rule.BEST, word.longestRun(from, horizon, Rule.BEST), slices, tally);
    if (word.anyObserved(from, horizon)) {
      bump(Rule.OBSERVED, word.longestRun(from, horizon, Rule.OBSERVED), slices, tally);
    }
  }

  private void bump(Rule rule, int run, List<Slice> slices, Tally tally) {
    for (Slice slice : slices) {
      tally.counter(names.getOrDefault(rule, ""), slice, horizon + 1)[run]++;
    }
  }
}
