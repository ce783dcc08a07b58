package org.throughline.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SignDays;
import org.throughline.episode.SobrietyWord.Rule;
import org.throughline.episode.Timeline;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Time to the first day with a sign of use in the cohort, after exit too, by each rule for what was
 * not seen. Observed: censored at the last day with any sign, day 0 if there is none. Worst: who
 * was not seen in the last 28 days up to the cut used on the day after that. Best: who has no sign
 * of use is censored at the cut. Groups: overall, tier at admission, site, and the time-dependent
 * groups of family involvement.
 */
final class FirstUseTimes implements Counting {
  static final FirstUseTimes INSTANCE = new FirstUseTimes();

  /** Who has a sign on one of so many days up to the cut counts as seen. */
  static final int SEEN_WITHIN = 28;

  private static final String ENTERED = "first_use_entered";
  private static final String FIRST_USED = "first_use_first_used";
  private static final String FIRST_CENSORED = "first_use_first_censored";
  private static final String INVOLVED = "first_use_involved";

  private final Map<Rule, Names> names = new EnumMap<>(Rule.class);

  private record Names(String used, String censored, MovingGroups groups) {
    Names(String prefix) {
      this(prefix + "_used", prefix + "_censored", new MovingGroups(prefix));
    }
  }

  private FirstUseTimes() {
    names.put(Rule.OBSERVED, new Names("first_use_observed"));
    names.put(Rule.WORST, new Names("first_use_worst"));
    names.put(Rule.BEST, new Names("first_use_best"));
  }

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter entered = tally.share(ENTERED);
    ShareCounter involved = tally.share(INVOLVED);
    boolean first = true;
    for (EpisodeOutcome episode : client.episodes()) {
      if (!episode.inCohort()) {
        continue;
      }
      List<Slice> plain = tally.groups().plain(client, episode);
      entered.add(plain, 1, 1);
      SignDays days = episode.signDays();
      int use = days.firstUse();
      int seen = days.lastSign();
      int cut = episode.cutDay();
      boolean used = use != Timeline.OPEN;
      boolean lost = !used && seen <= cut - SEEN_WITHIN;
      int end = used ? use : seen;
      count(episode, Rule.OBSERVED, used, end, plain, tally);
      count(episode, Rule.WORST, used || lost, lost ? seen + 1 : end, plain, tally);
      count(episode, Rule.BEST, used, used ? use : cut, plain, tally);
      names(Rule.OBSERVED)
          .groups
          .distinct(involved, tally, episode.timeline().tier(), episode.firstFamilyDay(), end);
      if (first) {
        Slice tier = tally.groups().tier(episode.timeline().tier());
        tally.counter(used ? FIRST_USED : FIRST_CENSORED, tier, tally.days())[end]++;
        first = false;
      }
    }
    entered.flush();
    involved.flush();
  }

  private void count(
      EpisodeOutcome episode, Rule rule, boolean used, int end, List<Slice> plain, Tally tally) {
    Names of = names(rule);
    String how = used ? of.used : of.censored;
    for (Slice slice : plain) {
      tally.counter(how, slice, tally.days())[end]++;
    }
    of.groups.count(tally, episode.timeline().tier(), episode.firstFamilyDay(), end, how);
  }

  private Names names(Rule rule) {
    Names found = names.get(rule);
    if (found == null) {
      throw new IllegalStateException("no counters for the rule " + rule);
    }
    return found;
  }

  /** Distinct clients in a group. */
  long clients(Counts counts, Slice slice) {
    String name = slice.byFamily() ? INVOLVED : ENTERED;
    return counts.at(name, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
  }

  /** The risk table of a tier's first episodes, as observed: its only cause is use. */
  static RiskTable firstEpisodes(Counts counts, String tier) {
    Slice slice = Slice.ofTier(tier);
    long[] used = counts.at(FIRST_USED, slice, counts.days());
    long[] censored = counts.at(FIRST_CENSORED, slice, counts.days());
    return new RiskTable(
        LongStream.concat(Arrays.stream(used), Arrays.stream(censored)).sum(),
        new long[counts.days()],
        new long[][] {used},
        censored);
  }

  /** The risk table of a group: its only cause is use. */
  RiskTable table(Counts counts, Slice slice, Rule rule) {
    Names of = names(rule);
    if (slice.byFamily()) {
      return of.groups.table(counts, slice, List.of(of.used), of.censored);
    }
    int days = counts.days();
    return new RiskTable(
        counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.DENOMINATOR],
        new long[days],
        new long[][] {counts.at(of.used, slice, days)},
        counts.at(of.censored, slice, days));
  }
}
